"""Forecast: where a series is heading if nothing changes, how sure that is, and the chance to meet each target."""
