"""Gantt charts: the initiatives of a scorecard over time."""
