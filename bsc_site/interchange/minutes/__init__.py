"""Minutes: the form of a review, written where the reviews of a scorecard are declared."""
