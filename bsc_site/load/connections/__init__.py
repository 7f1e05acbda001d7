"""Connections: figures that a database or a warehouse adds up, and the files that hold what it said last."""
