"""Counting: rows, texts and customers that become the figures of a period by being counted."""
