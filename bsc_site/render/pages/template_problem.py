"""What is wrong with a template."""

from __future__ import annotations


class TemplateProblem(Exception):  # noqa: N818  # it becomes a problem line, rule BSC501
    """A template that cannot be used: its name, the line from 1 (0: the whole file) and what is wrong."""

    def __init__(self, template: str, line: int, message: str) -> None:
        """Name the place and what is wrong there."""
        super().__init__(f"{template}:{line}: {message}")
        self.template = template
        self.line = line
        self.message = message
