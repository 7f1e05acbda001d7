"""Tests of sites and problem lines in other languages."""
