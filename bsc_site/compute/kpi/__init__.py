"""KPI: everything that is concluded about one KPI from its series."""
