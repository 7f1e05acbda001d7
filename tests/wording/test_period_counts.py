"""Periods are counted in words of their own for each frequency."""

from __future__ import annotations

import pytest

from bsc_site.model.fields import Duration
from bsc_site.model.period import Frequency
from bsc_site.wording.period_counts import (
    complete_periods_text,
    duration_text,
    frequency_word,
    period_noun,
    periods_text,
)


@pytest.mark.parametrize("frequency", Frequency)
def test_one_period_and_many_have_their_own_forms(frequency: Frequency) -> None:
    noun = frequency.noun
    assert period_noun(frequency) == noun
    assert [periods_text(count, frequency) for count in (0, 1, 2000)] == [f"0 {noun}s", f"1 {noun}", f"2,000 {noun}s"]
    complete = [complete_periods_text(count, frequency) for count in (1, 7)]
    assert complete == [f"1 complete {noun}", f"7 complete {noun}s"]
    assert frequency_word(frequency) == frequency.value


@pytest.mark.parametrize("unit", ["day", "week", "month", "quarter", "year"])
def test_a_declared_length_reads_as_it_was_written(unit: str) -> None:
    assert duration_text(Duration(1, unit)) == f"1 {unit}"
    assert duration_text(Duration(3, unit)) == f"3 {unit}s"
