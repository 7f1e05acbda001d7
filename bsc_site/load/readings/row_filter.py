"""The row filter: which rows of a table belong to a KPI."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from bsc_site.load.tables.cells import Cell, text_of
from bsc_site.load.tables.headings import column_of


@dataclass(frozen=True, slots=True)
class Condition:
    """A row must have one of these texts, or one of these numbers, in a column."""

    column: int
    texts: frozenset[str]
    numbers: frozenset[float] = frozenset()
    heading: str = ""

    def holds(self, cells: Sequence[Cell]) -> bool:
        """Whether a row meets it; outer space is ignored, and a declared number also matches `2024.0`."""
        return self.allows(text_of(cells[self.column]))

    def allows(self, text: str) -> bool:
        """Whether a text is one of those that the column may have."""
        return text in self.texts or (bool(self.numbers) and _number(text) in self.numbers)


def conditions_of(where: Mapping[str, Any], headings: Sequence[str]) -> tuple[Condition, ...]:
    """The conditions that `where` declares for a table; HeadingError for a column that it does not have."""
    return tuple(_condition(column_of(headings, name), allowed, name) for name, allowed in where.items())


def filter_text(where: Mapping[str, Any]) -> str:
    """The filter in words: ` where stage = Won and year = 2024`; nothing without one."""
    parts = [f"{name} = {' or '.join(_texts(allowed))}" for name, allowed in where.items()]
    return f" where {' and '.join(parts)}" if parts else ""


def _condition(column: int, allowed: Any, heading: str) -> Condition:
    listed = allowed if isinstance(allowed, list | tuple) else [allowed]
    numbers = frozenset(float(each) for each in listed if isinstance(each, int | float) and not isinstance(each, bool))
    texts = frozenset(_texts(allowed))
    if any(isinstance(each, bool) for each in listed):
        texts |= {text.title() for text in texts} | {text.upper() for text in texts}
    return Condition(column, texts, numbers, heading)


def _texts(allowed: Any) -> list[str]:
    return [text_of(each) for each in (allowed if isinstance(allowed, list | tuple) else [allowed])]


def _number(text: str) -> float | None:
    try:
        return float(text)
    except ValueError:
        return None
