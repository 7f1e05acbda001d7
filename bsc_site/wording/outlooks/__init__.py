"""Outlooks in words: what signal, forecast, evidence and effects say, and the conclusion that a chart makes of them."""
