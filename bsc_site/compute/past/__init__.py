"""How scorecards stood at the ends of earlier periods."""
