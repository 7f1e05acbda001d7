"""Connections: the same series from every database, and what is told where one does not answer."""
