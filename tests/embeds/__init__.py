"""Charts of KPIs for pages elsewhere."""
