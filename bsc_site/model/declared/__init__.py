"""Declared: what the YAML of a scorecard says, as frozen values."""
