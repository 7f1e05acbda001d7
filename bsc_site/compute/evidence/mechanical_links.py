"""Mechanical links: pairs of KPIs that move together because the same figures stand behind both."""

from __future__ import annotations

from collections.abc import Collection, Mapping

from bsc_site.compute.evidence.common_periods import behind
from bsc_site.compute.evidence.figure_patterns import copied, running_total, shared
from bsc_site.model.concluded.evidence import (
    CommonFigures,
    CommonSource,
    ComputedFrom,
    Mechanical,
    RunningTotal,
    SameFigures,
)
from bsc_site.model.series import Series


def mechanical_link(cause: str, outcome: str, series: Mapping[str, Series], seen: Collection[str]) -> Mechanical | None:
    """Why the two KPIs cannot but move together; None where nothing makes them. `seen` are those that may be named.

    What is declared comes first (formulas, roll-ups), then what the figures show: a copy, a running total, a common
    numerator or denominator.
    """
    return _by_declaration(cause, outcome, series, seen) or _by_figures(cause, outcome, series)


def _by_declaration(
    cause: str, outcome: str, series: Mapping[str, Series], seen: Collection[str]
) -> ComputedFrom | CommonSource | None:
    below, above = _sources(cause, series), _sources(outcome, series)
    if cause in above:
        return ComputedFrom(outcome, cause)
    if outcome in below:
        return ComputedFrom(cause, outcome)
    common = sorted(below & above)
    return CommonSource(tuple(each for each in common if each in seen)) if common else None


def _sources(kpi: str, series: Mapping[str, Series]) -> frozenset[str]:
    """The KPIs that its figures are computed from, also by way of others."""
    found: set[str] = set()
    waiting = [kpi]
    while waiting:
        own = series.get(waiting.pop())
        new = set(own.inputs if own else ()) - found
        found |= new
        waiting += new
    return frozenset(found)


def _by_figures(cause: str, outcome: str, series: Mapping[str, Series]) -> Mechanical | None:
    if cause not in series or outcome not in series or series[cause].frequency is not series[outcome].frequency:
        return None
    below, above = behind(series[cause], series[outcome])
    if not below or not above:
        return None
    later = copied(below[0], above[0])
    if later is not None:
        original, copy = (cause, outcome) if later >= 0 else (outcome, cause)
        return SameFigures(original, copy, abs(later))
    if running_total(below[0], above[0]):
        return RunningTotal(outcome, cause)
    if running_total(above[0], below[0]):
        return RunningTotal(cause, outcome)
    return CommonFigures() if shared(below, above) else None
