"""Provenance in words: where the figures of a KPI come from."""
