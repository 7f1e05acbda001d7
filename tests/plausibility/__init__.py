"""Figures, targets and baselines that can hardly be meant as they stand."""
