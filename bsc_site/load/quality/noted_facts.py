"""Noted facts: how many rows were read, taken and used for a KPI, and what was expected of them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from bsc_site.load.figures.problem_book import ProblemBook
from bsc_site.load.quality.expected_rows import TakenRows, check_rows
from bsc_site.model.declared.sources.source import Source
from bsc_site.model.reading_facts import CheckedExpectation, ReadingFacts, RowCounts
from bsc_site.model.series import Reading

_RATIO = 2
"""So many columns of figures has a ratio; more are a column for each period."""


def noted_facts(
    sheets: Sequence[TakenRows], used: Sequence[Reading], source: Source | None, book: ProblemBook
) -> ReadingFacts:
    """What is noted of the sheets that gave a KPI its rows, of which `used` are those that stand."""
    lines = (
        _rows_of(used) if all(len(each.figures) <= _RATIO for each in sheets) else len({row.place.line for row in used})
    )
    read = sum(len(each.table) for each in sheets)
    taken = sum(each.count for each in sheets)
    expect = source.expect if source else None
    checked = [each for sheet in sheets for each in check_rows(sheet, expect, book)] if expect else []
    return ReadingFacts(RowCounts(read, taken, lines), _together(checked))


def _rows_of(used: Sequence[Reading]) -> int:
    return sum(each.gathered.rows if each.gathered else 1 for each in used)


def _together(checked: Sequence[CheckedExpectation]) -> tuple[CheckedExpectation, ...]:
    """Each expectation once, with what does not hold of any sheet."""
    broken = Counter[tuple[str, str]]()
    for each in checked:
        broken[each.key, each.bound] += each.broken
    return tuple(CheckedExpectation(*expectation, count) for expectation, count in broken.items())
