"""Reviews: what was said and decided, what became of it, and what is still owed."""
