"""The row filter: which rows of a table belong to a KPI."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import field
from functools import lru_cache
from typing import Any

from bsc_site.load.tables.cells import plain, text_of
from bsc_site.load.tables.headings import column_of
from bsc_site.model.value_class import dataclass


@dataclass(frozen=True, slots=True)
class Condition:
    """A row must have one of these texts, or one of these numbers, in a column.

    Kinds of blanks make no difference, nor do upper and lower case unless it is `exact`.
    """

    column: int
    texts: frozenset[str]
    numbers: frozenset[float] = frozenset()
    heading: str = ""
    exact: bool = False
    keys: frozenset[str] = frozenset()
    """The texts as `key_of` makes them: whatever has none of these keys does not meet the condition."""
    tested: frozenset[str] | None = None
    """The texts of the column that pass a test, which says all; None where texts or numbers are named."""
    refused: Mapping[str, str] = field(default_factory=dict, compare=False)
    """The texts of the column that could not be compared, each with the reason."""

    def allows(self, text: str) -> bool:
        """Whether a text is one of those that the column may have; a declared number also matches `2024.0`."""
        if self.tested is not None:
            return text in self.tested
        if text in self.texts:
            return True
        if key_of(text) in self.keys and not (self.exact and self.other_case(text)):
            return True
        return bool(self.numbers) and _number(text) in self.numbers

    def other_case(self, text: str) -> bool:
        """Whether a text is one of those wanted but for upper and lower case."""
        if text in self.texts or key_of(text) not in self.keys:
            return False
        return plain(text) not in {plain(each) for each in self.texts}


@lru_cache(maxsize=4096)
def key_of(text: str) -> str:
    """What two texts have in common that differ in case and blanks alone."""
    return plain(text).casefold()


def conditions_of(where: Mapping[str, Any], headings: Sequence[str]) -> tuple[Condition, ...]:
    """The conditions that name texts and numbers of a table; HeadingError for a column that it does not have."""
    return tuple(condition_on(column_of(headings, name), allowed, name) for name, allowed in where.items())


def told_apart(filters: Iterable[Sequence[Condition]]) -> set[tuple[int, str]]:
    """Column and key of every text that filters of one table write in two ways, as if these were two things."""
    written: dict[tuple[int, str], set[str]] = {}
    for condition in (each for conditions in filters for each in conditions):
        for text in condition.texts if len(condition.texts) == 1 else ():
            written.setdefault((condition.column, key_of(text)), set()).add(plain(text))
    return {key for key, texts in written.items() if len(texts) > 1}


def condition_on(column: int, allowed: Any, heading: str) -> Condition:
    """The condition that a column holds a text, a number or one of a list of them; an empty value means no text."""
    listed = allowed if isinstance(allowed, list | tuple) else [allowed]
    numbers = frozenset(float(each) for each in listed if isinstance(each, int | float) and not isinstance(each, bool))
    texts = frozenset(_texts(allowed))
    if any(isinstance(each, bool) for each in listed):
        texts |= {text.title() for text in texts} | {text.upper() for text in texts}
    return Condition(column, texts, numbers, heading, keys=frozenset(map(key_of, texts)))


def _texts(allowed: Any) -> list[str]:
    return [text_of(each) for each in (allowed if isinstance(allowed, list | tuple) else [allowed])]


def _number(text: str) -> float | None:
    try:
        return float(text)
    except ValueError:
        return None
