"""Evidence: whether the data agrees with the hypotheses of the strategy map, in time order, never as proof of cause."""
