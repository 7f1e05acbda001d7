"""Concluded: what the build finds out about a scorecard, as frozen values."""
