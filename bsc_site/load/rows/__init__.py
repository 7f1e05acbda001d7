"""Rows that may be none of their own: totals, repeats, and those that a group above names."""
