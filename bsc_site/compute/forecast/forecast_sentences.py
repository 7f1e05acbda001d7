"""Sentences of a forecast: how likely a target is, and what it would take to meet it."""

from __future__ import annotations

from dataclasses import dataclass

from bsc_site.model.declared.kpi import Kpi, Target
from bsc_site.model.figures import difference_unit, number_text, period_text, quantity_text
from bsc_site.model.vocabularies import Direction

SURE = 99


@dataclass(frozen=True, slots=True)
class Wanted:
    """A target ahead: its `value`, and where the KPI stands `now` (for a `total`, what has been added up so far)."""

    kpi: Kpi
    target: Target
    value: float
    now: float
    total: bool

    @property
    def met(self) -> bool:
        """Whether nothing more is needed as things stand now."""
        if self.kpi.direction is Direction.LOWER:
            return not self.total and self.now <= self.value
        return self.kpi.direction is Direction.HIGHER and self.now >= self.value


def chance_sentence(wanted: Wanted, probability: float) -> str:
    """`62 % likely to reach 30 % by Dec 2026.`."""
    words = f"{percent_text(probability)} likely to {_deed(wanted)} {_when(wanted)}."
    return words[:1].upper() + words[1:]


def percent_text(probability: float) -> str:
    """Whole per cent, never a certainty: `less than 1 %` and `more than 99 %` at the ends."""
    whole = round(probability * 100)
    if whole < 1:
        return "less than 1 %"
    return f"more than {SURE} %" if whole > SURE else f"{whole} %"


def needed_text(wanted: Wanted, required: float) -> str:
    """`+0.35 points a month from here`, `an average of € 1,520,000 in each remaining month`; empty for nothing."""
    kpi = wanted.kpi
    if kpi.direction not in (Direction.HIGHER, Direction.LOWER) or wanted.met:
        return ""
    noun = kpi.frequency.noun
    if wanted.total:
        average = quantity_text(_digits(required, 3), kpi.unit)
        least = "at most " if kpi.direction is Direction.LOWER else ""
        beyond = kpi.direction is Direction.LOWER and required < 0
        return "already beyond it" if beyond else f"an average of {least}{average} in each remaining {noun}"
    change = quantity_text(_digits(abs(required), 2), difference_unit(kpi.unit))
    return f"{'+' if required > 0 else '−'}{change} a {noun} from here"


def _digits(value: float, count: int) -> float:
    """The value with so many significant digits."""
    return float(f"{value:.{count}g}")


def _deed(wanted: Wanted) -> str:
    kpi, target = wanted.kpi, wanted.target
    value = quantity_text(wanted.value, kpi.unit, kpi.decimals)
    if kpi.direction is Direction.BAND:
        return f"lie between {_number(wanted, target.low)} and {value}"
    if kpi.direction is Direction.LOWER:
        return f"{'come down to' if wanted.now > wanted.value and not wanted.total else 'stay at or below'} {value}"
    return f"{'stay at or above' if wanted.met and not wanted.total else 'reach'} {value}"


def _number(wanted: Wanted, value: float | None) -> str:
    return "—" if value is None else number_text(value, wanted.kpi.decimals)


def _when(wanted: Wanted) -> str:
    by = wanted.kpi.direction is not Direction.BAND and not wanted.total
    return f"{'by' if by else 'in'} {period_text(wanted.target.period)}"
