"""Beside: what goes with the figures of a KPI and stands in other rows, or in another file."""
