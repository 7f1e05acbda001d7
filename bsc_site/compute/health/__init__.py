"""Health: whether the scorecard itself is well made."""
