"""A crawler over finished sites: what a page shows is what other programs read."""
