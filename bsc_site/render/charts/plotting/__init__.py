"""Plotting: charts drawn by ourselves, from the rows that the engine's charts are filled with."""
