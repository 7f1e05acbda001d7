"""Overview: the pages that a reader meets first."""
