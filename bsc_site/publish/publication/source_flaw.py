"""What is wrong with a source file that was to be joined with others."""

from __future__ import annotations


class SourceFlawError(Exception):
    """A style sheet or a script cannot be joined: which file, at which line, and why."""

    def __init__(self, file: str, line: int, reason: str) -> None:
        """Lines are counted from 1; 0 is the file as a whole."""
        super().__init__(f"{file}:{line}: {reason}")
        self.file, self.line, self.reason = file, line, reason
