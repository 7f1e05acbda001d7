"""Two series of the same figures, and series that are counted up within the year, are recognised; others are not."""

from __future__ import annotations

import time
from collections.abc import Sequence
from itertools import accumulate, pairwise

import numpy as np
import pytest

from bsc_site.compute.plausibility.counted_up import counted_up
from bsc_site.compute.plausibility.likely_copies import likely_copies
from bsc_site.compute.plausibility.same_figures import Copied, copied, fingerprint, same_figures
from bsc_site.model.period import parse_period
from bsc_site.model.series import Observation
from tests.builders.small_projects import course

FLOWS = np.random.default_rng(7).normal(100, 15, 48).round(1).tolist()


def series(values: Sequence[float], start: str = "2022-01") -> tuple[Observation, ...]:
    """Figures one after the other from `start` on."""
    return course(values, start)


def counted(flows: Sequence[float], length: int, offset: int = 0) -> list[float]:
    """Flows added up anew after every `length` of them, the first time after `offset`."""
    cuts = [0, *range(offset or length, len(flows), length), len(flows)]
    return [total for start, end in pairwise(cuts) for total in accumulate(flows[start:end])]


def test_a_copy_is_told_with_how_many_figures_are_equal() -> None:
    """One corrected figure of 48 does not make it another measure."""
    corrected = [*FLOWS[:20], 12345.0, *FLOWS[21:]]
    assert same_figures(series(FLOWS), series(FLOWS)) == Copied(48, 48)
    assert same_figures(series(FLOWS), series(corrected)) == Copied(47, 48)


@pytest.mark.parametrize("later", [1, 3, -5])
def test_a_copy_some_periods_later_is_a_copy(later: int) -> None:
    """The figures of one department booked under another one a quarter later."""
    start = str(parse_period("2022-01").shift(later))
    assert same_figures(series(FLOWS), series(FLOWS, start)) == Copied(48, 48, later)


def test_measures_that_agree_by_nature_are_no_copies() -> None:
    """Both are nearly always at 100; both are yes or no; one is a hundred times the other; too few to tell."""
    full = [100.0, 100, 99.5, 100] * 6
    answers = [1.0, 0, 1, 1] * 6
    assert same_figures(series(full), series(full)) is None
    assert same_figures(series(answers), series(answers)) is None
    assert same_figures(series(FLOWS), series([100 * each for each in FLOWS])) is None
    assert same_figures(series(FLOWS[:5]), series(FLOWS[:5])) is None
    assert same_figures(series(FLOWS), []) is None


@pytest.mark.parametrize("seed", range(20))
def test_whole_numbers_that_meet_by_chance_are_no_copies(seed: int) -> None:
    """Two counts of the same size share many values, at other times."""
    one, other = np.random.default_rng(seed).poisson(6, (2, 60)).astype(float).tolist()
    assert same_figures(series(one), series(other)) is None


@pytest.mark.parametrize(
    ("values", "start", "month"),
    [
        (counted(FLOWS, 12), "2022-01", 1),
        (counted(FLOWS[:22], 12), "2022-01", 1),
        (counted(FLOWS, 12, 3), "2022-01", 4),
        (counted(FLOWS[:20], 4), "2022-Q1", 1),
        (counted(FLOWS * 3, 52, 52), "2022-W01", 1),
        ([-each for each in counted(FLOWS, 12)], "2022-01", 1),
        (counted([0, 0, 3, 1, 0, 2, 4, 1, 1, 0, 2, 1] * 3, 12), "2022-01", 1),
    ],
    ids=["months", "two years", "from April", "quarters", "weeks", "losses", "some months without any"],
)
def test_figures_that_begin_anew_each_year_are_counted_up(values: list[float], start: str, month: int) -> None:
    """Whatever they count, and in whichever month their year begins."""
    found = counted_up(series(values, start))
    assert found is not None
    assert (found.month, found.before.value > found.after.value) == (month, values[-1] > 0)


def test_a_correction_within_the_year_does_not_hide_the_count() -> None:
    """A cancelled order makes one month smaller than the one before."""
    values = counted(FLOWS, 12)
    values[7] = values[6] - 3
    assert counted_up(series(values)) is not None


@pytest.mark.parametrize(
    "values",
    [
        FLOWS,
        [100 + index for index in range(48)],
        list(accumulate(FLOWS)),
        [10.0, 12, 15, 40] * 3 + [11.0],
        counted(FLOWS[:12], 12),
        [100.0 + 3 * (index % 12) for index in range(48)],
        counted(FLOWS, 9),
        [],
    ],
    ids=["flows", "a rise", "never anew", "a season of months", "one year", "a mild season", "every 9 months", "none"],
)
def test_other_series_are_not_counted_up(values: list[float]) -> None:
    """Rises, seasons and sums without an end."""
    assert counted_up(series(values)) is None


@pytest.mark.parametrize("seed", range(30))
def test_a_random_walk_is_not_counted_up(seed: int) -> None:
    """Chance does not rise for eleven months and fall in January alone."""
    walk = 100 + np.random.default_rng(seed).normal(0, 10, 60).cumsum()
    assert counted_up(series(walk.tolist())) is None


def test_yearly_figures_cannot_be_counted_up_within_the_year() -> None:
    """There is one a year."""
    assert counted_up(series([5.0, 2, 6, 1, 7], "2020")) is None


def test_of_many_series_those_are_compared_that_may_be_copies() -> None:
    """Whatever is a copy, now or later, corrected here and there, beside gaps, is among them; strangers are not."""
    chance = np.random.default_rng(3)
    start = [FLOWS, [*FLOWS[:20], 1.5, *FLOWS[21:]], FLOWS[6:30], chance.normal(100, 15, 48).round(1).tolist(), []]
    every = [*map(series, start), series(FLOWS, "2022-08"), series(FLOWS)[::2], series([0.0] * 48), series([0.0] * 48)]
    prints = list(map(fingerprint, every))
    table = likely_copies(prints)
    for row, one in enumerate(prints):
        copies = [earlier for earlier in range(row) if copied(prints[earlier], one) is not None]
        assert set(copies) <= set(table.before(row)), row
    assert [table.before(row) for row in (1, 2, 3, 4)] == [[0], [0, 1], [], []]
    assert copied(prints[0], prints[5]) is not None


@pytest.mark.parametrize("kinds", [3, 12, 400])
def test_looking_at_shared_figures_alone_finds_what_comparing_all_finds(kinds: int) -> None:
    """Whether figures are few, so that nearly every series has them, or many."""
    chance = np.random.default_rng(kinds)
    starts = [chance.integers(0, kinds, 60) for _ in range(12)]
    every = []
    for _ in range(60):
        copy = starts[chance.integers(12)][chance.integers(20) :].astype(float)
        copy[chance.random(len(copy)) < chance.choice([0, 0.02, 0.2])] = 1000
        every.append(fingerprint(series(copy.tolist(), f"20{chance.integers(19, 22)}-0{chance.integers(1, 9)}")))
    table = likely_copies(every)
    found = [table.before(row) for row in range(60)]
    assert found == [table.before_compared(row) for row in range(60)]
    assert any(found)


@pytest.mark.slow
def test_a_thousand_series_are_compared_at_once() -> None:
    chance = np.random.default_rng(5)
    prints = [fingerprint(series((100 + chance.normal(0, 9, 120).cumsum()).round(1).tolist())) for _ in range(1000)]
    table = likely_copies(prints)
    started = time.process_time()
    assert not any(table.before(row) for row in range(1000))
    assert time.process_time() - started < 10
