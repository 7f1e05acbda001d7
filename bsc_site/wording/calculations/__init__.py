"""Calculations in words: how each status and score came about, in sentences that a manager can check by hand."""
