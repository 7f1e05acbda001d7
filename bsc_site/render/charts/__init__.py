"""Charts: each type designed once in Altair, filled per KPI, drawn as SVG. The only package that names altair."""
