"""Balanced scorecards as code: YAML and KPI data in, a static site out."""

__version__ = "0.1.0"
