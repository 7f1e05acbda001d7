"""Gathering: the rows of a large table become figures column by column, and those of a period one reading."""
