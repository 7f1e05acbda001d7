"""Readings: the rows of data files become the figures of each KPI, period by period."""
