"""Calculations in words: how each status and score came about and what changed, for a manager to check by hand."""
