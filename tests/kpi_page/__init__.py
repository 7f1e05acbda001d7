"""The page of a KPI."""
