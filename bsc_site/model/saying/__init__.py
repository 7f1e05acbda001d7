"""How something is said: sentences with their figures, and those that every floor above may need."""
