"""The link check: what is read without a parser says what the parser says."""
