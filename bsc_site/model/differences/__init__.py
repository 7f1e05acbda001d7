"""Differences: what two versions of a project do not have in common, and why, as facts."""
