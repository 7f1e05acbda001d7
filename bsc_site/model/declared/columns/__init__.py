"""Columns: how a source names those that it means."""
