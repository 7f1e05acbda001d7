"""The same figures under two names: a copy, perhaps some periods later, agrees with its original whatever happens."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import NamedTuple, Protocol

from bsc_site.model.period import Frequency, Period
from bsc_site.model.value_class import dataclass

FEWEST_COMMON, FEWEST_VALUES, FEWEST_EQUAL = 6, 4, 0.95
"""So many periods have to be there on both sides, with so many different values, and so large a share of them equal.

Two measures that are often at 0 or at 100 agree by nature; with fewer values nothing is said.
"""
MOST_LATER, FEWEST_LATER = 12, 8
"""How many periods later a copy may stand, and how many periods and different values it needs then."""


class DatedFigure(Protocol):
    """Anything with a period and a value, such as an `Observation` or a `Point`."""

    @property
    def period(self) -> Period:
        """The period of the figure."""

    @property
    def value(self) -> float:
        """The figure."""


class Copied(NamedTuple):
    """So many equal figures in so many periods that both have; `later` is how many periods later the second stands."""

    equal: int
    common: int
    later: int = 0


@dataclass(frozen=True, slots=True)
class Fingerprint:
    """The figures of one series by the ordinal of their period, and how many different ones there are."""

    frequency: Frequency | None
    by_ordinal: Mapping[int, float]
    values: frozenset[float]


def fingerprint(figures: Iterable[DatedFigure]) -> Fingerprint:
    """What `copied` compares; made once for each series, where many are compared with each other."""
    told = list(figures)
    by_ordinal = {each.period.ordinal: each.value for each in told}
    return Fingerprint(told[0].period.frequency if told else None, by_ordinal, frozenset(by_ordinal.values()))


def same_figures(one: Iterable[DatedFigure], other: Iterable[DatedFigure]) -> Copied | None:
    """How far two series are the same figures, at once or up to 12 periods apart; None where they are not."""
    return copied(fingerprint(one), fingerprint(other))


def copied(one: Fingerprint, other: Fingerprint) -> Copied | None:
    """The same for series that were looked at before."""
    if one.frequency is not other.frequency or len(one.values & other.values) < FEWEST_VALUES:
        return None
    delays = sorted(range(-MOST_LATER, MOST_LATER + 1), key=abs)
    return next((found for later in delays if (found := _copied(one, other, later)) is not None), None)


def _copied(one: Fingerprint, other: Fingerprint, later: int) -> Copied | None:
    mine = one.by_ordinal
    pairs = [(mine[when - later], value) for when, value in other.by_ordinal.items() if when - later in mine]
    equal = [first for first, second in pairs if first == second]
    fewest = (FEWEST_LATER, FEWEST_LATER) if later else (FEWEST_COMMON, FEWEST_VALUES)
    if len(pairs) < fewest[0] or len(set(equal)) < fewest[1] or len(equal) < FEWEST_EQUAL * len(pairs):
        return None
    return Copied(len(equal), len(pairs), later)
