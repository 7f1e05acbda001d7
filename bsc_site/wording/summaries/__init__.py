"""Summaries: everything about a KPI put together, as its explanation and as the conclusion of its chart."""
