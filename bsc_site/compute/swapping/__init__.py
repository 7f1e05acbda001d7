"""Differences: two versions of a project are compared, and each difference gets its cause."""
