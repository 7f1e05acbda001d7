"""Link charts: cause and effect of one arrow of the strategy map."""
