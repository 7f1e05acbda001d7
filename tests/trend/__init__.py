"""Trend: what is on its way is found, in words and on control charts, and what only seems so is not."""
