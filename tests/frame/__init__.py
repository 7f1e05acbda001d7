"""Tests of what surrounds every page and of what all pages share: terms, ways, shapes, colours, pictures."""
