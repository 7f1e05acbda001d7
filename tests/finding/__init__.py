"""Finding things: names, former addresses, answers of the search, and what stood before."""
