"""Worth: what the data of each KPI is worth, as facts and as points."""
