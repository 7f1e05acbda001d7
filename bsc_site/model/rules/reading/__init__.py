"""Rules about what the rows of a table mean."""
