"""KPI views: pages and tables of KPIs."""
