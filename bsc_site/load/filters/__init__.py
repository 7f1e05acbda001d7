"""Filters: which rows of a table belong to a KPI."""
