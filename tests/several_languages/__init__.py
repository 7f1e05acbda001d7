"""Sites that one build makes in several languages."""
