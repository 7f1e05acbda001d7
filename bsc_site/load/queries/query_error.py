"""Query error: what is wrong with a query, and where in its text."""

from __future__ import annotations

from bsc_site.load.tables.cells import TableError


class QueryError(TableError):
    """A query that gives no table: the rule, what is wrong, and the position in its text, counted in characters."""

    def __init__(self, code: str, message: str, position: int | None = None) -> None:
        """Keep the position beside rule and message."""
        super().__init__(code, message)
        self.position = position
