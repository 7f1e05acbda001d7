"""Files: what a source names as one table although it may be many files, and what is left out of it."""
