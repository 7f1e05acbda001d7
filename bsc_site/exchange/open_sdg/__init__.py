"""Open SDG: the data repository of a statistical office, its metadata and its figures, as the draft of a scorecard."""
