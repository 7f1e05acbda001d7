"""Arithmetic in a row: figures that are computed from several columns, row by row."""
