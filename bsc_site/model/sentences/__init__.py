"""Sentences: what the problems of each room say, as values with a named place for each figure."""
