"""What a scorecard, a series and an assessment are: frozen values, no input or output."""
