"""One yardstick: what the pages of a KPI say follows from the same facts."""
