"""Choosing measures: what the library answers, as text, YAML and JSON."""
