"""However often a file says the same, memory grows with what it says."""

from __future__ import annotations

import pytest

from bsc_site.load.tidy_files.kept_rows import KeptRows
from bsc_site.model.period import Period, parse_period
from bsc_site.model.problem import Place
from bsc_site.model.series import Reading

JUNE, JULY = parse_period("2025-06"), parse_period("2025-07")


def _rows(figures: list[tuple[Period, float]]) -> KeptRows:
    kept = KeptRows()
    kept.full = 4
    for line, (period, value) in enumerate(figures, 2):
        kept.keep(Reading(period, Place("data/a.csv", line), value))
    return kept


def test_few_rows_stay_as_they_are() -> None:
    """Repeats too, which somebody else judges."""
    assert [row.place.line for row in _rows([(JUNE, 1), (JUNE, 1), (JULY, 1)])] == [2, 3, 4]


def test_of_many_rows_repeats_are_left_out_and_contradictions_stay() -> None:
    """The first figure of a period is the one that the others are held against."""
    kept = _rows([(JUNE, 1), (JUNE, 1), (JUNE, 2), (JULY, 1)])
    assert [(row.period, row.value, row.place.line) for row in kept] == [(JUNE, 1, 2), (JUNE, 2, 4), (JULY, 1, 5)]


@pytest.mark.slow
def test_half_a_million_repeats_are_one_row_and_a_few() -> None:
    """Thinned out again and again."""
    kept = KeptRows()
    for line in range(500_000):
        kept.keep(Reading(JUNE, Place("data/a.csv", line), 1.0))
    assert len(kept) < 150_000
