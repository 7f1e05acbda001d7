"""The draft of a scorecard that comes from elsewhere: its ids, its texts of YAML and its figures."""
