"""Reading facts: what is noted about the reading of a KPI's rows, beside the figures themselves."""

from __future__ import annotations

from bsc_site.model.value_class import dataclass


@dataclass(frozen=True, slots=True)
class CheckedExpectation:
    """One thing that was expected, as it is declared, and how many rows or figures are not so."""

    key: str
    bound: str
    broken: int = 0


@dataclass(frozen=True, slots=True)
class RowCounts:
    """How many rows a table has, how many of them the filter takes, and how many of these gave a figure that stands.

    Those between `taken` and `used` are blank, totals, repeats, or could not be read.
    """

    read: int = 0
    taken: int = 0
    used: int = 0


NO_ROWS = RowCounts()
"""Of a table that is not known."""


@dataclass(frozen=True, slots=True)
class ReadingFacts:
    """What is noted about the rows of one KPI."""

    rows: RowCounts = NO_ROWS
    expected: tuple[CheckedExpectation, ...] = ()


NOTHING_NOTED = ReadingFacts()
"""Of rows that were not read from a file."""
