"""Differences in words: for a terminal, a comment, a program, and beside the lines that changed."""
