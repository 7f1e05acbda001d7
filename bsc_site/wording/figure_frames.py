"""Figure frames: what the texts of a KPI's figures have in common, and the numbers that stand in them."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from bsc_site.model.calculation.significant_digits import decimals_of_short, sensible_decimals
from bsc_site.model.declared.kpi import Kpi
from bsc_site.model.vocabularies import Method
from bsc_site.wording.figures import alike, currency_sign, difference_unit, unit_around

_LARGEST, _LEAST = 1e15, 1e-6
"""Figures between these have no exponent in any language of computers."""
_BOUNDS = (0.0, 100.0)


class FigureFrame(NamedTuple):
    """What stands before and after each number, and how many decimals it has; None where it has those that it needs.

    A minus stands before what ends without a blank.
    """

    before: str
    after: str
    decimals: int | None


def frame_of(kpi: Kpi) -> FigureFrame | None:
    """The frame in which every figure of the KPI stands; None where words stand for its figures."""
    if kpi.scoring.method is Method.STATES or kpi.unit == "yes/no":
        return None
    return FigureFrame(*unit_around(kpi.unit), kpi.decimals)


def framed_numbers(kpi: Kpi, values: Sequence[float]) -> list[float] | None:
    """The values as their texts in the frame of the KPI tell them, rounded; None where one of them is told otherwise.

    With separators and a minus they are the texts of `figure_text`.
    """
    if frame_of(kpi) is None:
        return None
    if kpi.decimals is not None:
        numbers = _rounded(values, kpi.decimals)
    else:
        numbers = _sensible([_to_cents(each) for each in values] if currency_sign(kpi.unit) else values)
    if any(each != 0 and not _LEAST < abs(each) < _LARGEST for each in numbers):
        return None
    if kpi.unit == "%" and _near_a_bound(numbers, values):
        return None
    if kpi.unit == difference_unit("%") and not kpi.decimals and not {1, -1}.isdisjoint(numbers):
        return None  # one point, and not 1 points
    return numbers


def _rounded(values: Sequence[float], decimals: int) -> list[float]:
    """Each with so many decimals, by way of their texts, which is quicker than one by one and comes to the same."""
    texts = f"%.{decimals}f " * len(values) % tuple(values)
    return [float(each) + 0.0 for each in texts.split()]


def _to_cents(value: float) -> float:
    return round(value, 2) if abs(value) >= 1 else value


def _sensible(values: Sequence[float]) -> list[float]:
    """With as many decimals as they have where they are short; else about four significant digits."""
    if len(decimals_of_short(values)) == len(values):
        return [float(each) + 0.0 for each in ("%.12g " * len(values) % tuple(values)).split()]
    return [round(each, sensible_decimals(each)) + 0.0 for each in values]


def _near_a_bound(numbers: Sequence[float], values: Sequence[float]) -> bool:
    """Whether a share that is neither nothing nor all would be told as one of them."""
    for bound in _BOUNDS:
        if bound in numbers:
            found = [value for number, value in zip(numbers, values, strict=True) if number == bound]
            if not all(alike(value, bound) for value in found):
                return True
    return False
