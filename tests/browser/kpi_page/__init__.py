"""The page of a KPI as a browser shows and prints it."""
