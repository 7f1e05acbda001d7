"""Series: the figures of every KPI at its own frequency, read, rolled up or computed."""
