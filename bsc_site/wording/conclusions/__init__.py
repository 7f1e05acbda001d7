"""Conclusions: the one sentence with which a page begins, made from counts."""
