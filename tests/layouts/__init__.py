"""Exports of common tools, read by the name of their layout."""
