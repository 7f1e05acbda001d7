"""Source errors: what the YAML says of a table and the table does not hold."""

from __future__ import annotations


class SourceError(Exception):
    """What the YAML says of a table does not fit it: the key below the KPI, the rule and what is wrong."""

    def __init__(self, key: str, code: str, message: str) -> None:
        """Keep key and rule; the KPI is known to whoever asked."""
        super().__init__(message)
        self.key, self.code, self.message = key, code, message
