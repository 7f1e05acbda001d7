"""How a period may be written: shapes, names of months, words for parts of a year."""
