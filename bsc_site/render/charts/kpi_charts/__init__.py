"""KPI charts: one KPI over time, with its target and what lies ahead."""
