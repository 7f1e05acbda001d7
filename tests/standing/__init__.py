"""The site that stands, and the next one made from it."""
