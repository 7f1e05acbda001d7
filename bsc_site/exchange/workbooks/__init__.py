"""Workbooks: files of Excel as cells with their places, and as bytes that are the same each time."""
