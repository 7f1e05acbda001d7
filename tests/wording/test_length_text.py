"""Lengths of time have words for every unit, one and many."""

from __future__ import annotations

import pytest

from bsc_site.model.declared.fields import Duration
from bsc_site.model.period import Frequency
from bsc_site.wording.length_text import duration_text, periods_text


@pytest.mark.parametrize("frequency", Frequency)
def test_periods_of_every_frequency_are_counted_by_its_noun(frequency: Frequency) -> None:
    assert periods_text(1, frequency) == f"1 {frequency.noun}"
    assert periods_text(1200, frequency) == f"1,200 {frequency.noun}s"


@pytest.mark.parametrize("unit", ["day", "week", "month", "quarter", "year"])
def test_a_declared_length_reads_as_it_was_written(unit: str) -> None:
    assert duration_text(Duration(1, unit)) == f"1 {unit}"
    assert duration_text(Duration(3, unit)) == f"3 {unit}s"
