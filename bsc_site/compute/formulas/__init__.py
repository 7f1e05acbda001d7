"""Formulas: a small language of arithmetic over the ids of KPIs, with no way out of it."""
