"""Review views: meetings, decisions, and what was said."""
