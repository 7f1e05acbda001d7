"""Disk: files are written, folders swapped and locked, and nothing is left half done."""
