"""Initiatives: where each one stands, and what all of them cost and earn."""
