"""Tests of what a report about a fault tells."""
