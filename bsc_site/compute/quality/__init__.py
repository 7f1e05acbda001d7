"""Quality: what the data of each KPI is worth, as facts and as a score with its arithmetic."""
