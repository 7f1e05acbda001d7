"""Filling: pages that are made alike are set into what the engine made of one of them. Knows no engine."""
