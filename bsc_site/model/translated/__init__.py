"""Texts in several languages: how they are declared, and what is missing of them."""
