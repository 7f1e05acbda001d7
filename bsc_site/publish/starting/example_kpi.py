"""A measure of the library as an example in a new project: a KPI with a target, and made-up figures up to today."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Any, TypeAlias

from bsc_site.load.library.declared_measure import declared_kpi
from bsc_site.load.library.library_measure import LibraryMeasure
from bsc_site.model.period import Frequency, Period, period_of
from bsc_site.model.value_class import dataclass

Row: TypeAlias = tuple[str, str, str]
"""KPI, period and value of one line of data/figures.csv."""
_PERIODS = {Frequency.MONTHLY: 12, Frequency.QUARTERLY: 8, Frequency.YEARLY: 5}
_AHEAD = {Frequency.MONTHLY: 6, Frequency.QUARTERLY: 2, Frequency.YEARLY: 1}
"""Periods to the first target, at which half of the way is to be gone."""
_GONE = (0.42, 0.36, 0.22)
"""How much of the way the latest figure has gone, from one KPI to the next, so that not all have the same status."""
_UNREST = (0.0, 0.05, -0.03, 0.06, -0.05, 0.02, 0.04, -0.04, 0.05, -0.02, 0.03, 0.0)
_DUE = "20 days"


@dataclass(frozen=True, slots=True)
class ExampleTime:
    """The day on which a project begins, the day on which its strategy ends, and the month in which its year begins."""

    as_of: date
    ends: date
    year_starts: int = 1

    def latest(self, frequency: Frequency) -> list[Period]:
        """The periods of the figures: the latest complete ones."""
        running = period_of(self.as_of, frequency, self.year_starts)
        return [running.shift(-back) for back in range(_PERIODS[frequency], 0, -1)]


def example_kpi(measure: LibraryMeasure, owner: str, time: ExampleTime) -> dict[str, Any]:
    """The KPI as declared: half of the way to be gone soon, all of it when the strategy ends."""
    periods, decimals = time.latest(measure.frequency), _decimals(measure)
    ends = str(period_of(time.ends, measure.frequency, time.year_starts))
    first, last = measure.example
    ahead = periods[-1].shift(_AHEAD[measure.frequency])
    return {
        **declared_kpi(measure),
        "aggregate": "last",
        "owner": owner,
        "baseline": {"period": str(periods[0]), "value": _number(first, decimals)},
        "targets": [
            {"period": str(ahead), "value": _number((first + last) / 2, decimals)},
            {"period": ends, "value": _number(last, decimals)},
        ],
        "due": _DUE,
    }


def example_rows(measure: LibraryMeasure, time: ExampleTime, position: int) -> list[Row]:
    """Its figures; `position` is that of the KPI among the others."""
    periods, decimals = time.latest(measure.frequency), _decimals(measure)
    first, last = measure.example
    gone = _GONE[position % len(_GONE)]
    unrest = [0.0, *(_UNREST[(number + position) % len(_UNREST)] for number in range(1, len(periods)))]
    shares = [gone * number / (len(periods) - 1) + each for number, each in enumerate(unrest)]
    values = [first + (last - first) * share for share in shares]
    return [
        (measure.id, str(period), f"{_number(value, decimals)}") for period, value in zip(periods, values, strict=True)
    ]


def csv_text(rows: Sequence[Row]) -> str:
    """The lines of data/figures.csv."""
    return "".join(f"{','.join(row)}\n" for row in (("kpi", "period", "value"), *rows))


def _decimals(measure: LibraryMeasure) -> int:
    largest = max(map(abs, measure.example))
    return 0 if measure.unit == "count" or largest >= 200 else 1 if largest >= 5 else 2  # noqa: PLR2004


def _number(value: float, decimals: int) -> float | int:
    return round(value, decimals) if decimals else round(value)
