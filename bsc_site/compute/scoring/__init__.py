"""Scoring: one module per method that turns a value into status and score."""
