"""Initiative views: what is done about the strategy, and what threatens it."""
