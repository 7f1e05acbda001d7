"""Settings: the project's own mkdocs.yml, read and checked without acting on what it says."""
