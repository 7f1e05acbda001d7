"""Outlooks in words: what a signal, a forecast, the evidence of an arrow and the effect of an initiative say."""
