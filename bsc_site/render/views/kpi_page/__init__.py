"""The page of a KPI: its head, its course, its groups, its grounds and the table of its figures."""
