"""Quality: what is noted about the reading of data, and what was expected of it."""
