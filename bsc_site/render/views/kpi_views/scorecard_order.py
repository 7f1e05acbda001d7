"""The order of the scorecard table: which of two KPIs is worse, and the place of each KPI in every column."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

from markupsafe import Markup

from bsc_site.model.concluded.amber_zones import zones_from_target
from bsc_site.model.concluded.assessment import KpiAssessment, ScorecardAssessment
from bsc_site.model.vocabularies import Status, TrendWord
from bsc_site.render.text import own

_Key = tuple[float, ...] | None
_SEVERITY = (Status.OFF_TRACK, Status.AT_RISK, Status.ON_TRACK, Status.NO_DATA, Status.NOT_SCORED)
_GOODNESS = {TrendWord.WORSENING: 0, TrendWord.STEADY: 1, TrendWord.IMPROVING: 2}
SORTED = ("status", "current", "target", "gap", "trend", "chance")
"""The columns that are sorted by a figure, in the order of the places of a row; the place in the file comes first."""


def worst_first(found: Sequence[KpiAssessment]) -> list[KpiAssessment]:
    """Off track before at risk before on track, the lower score first, then the larger gap; without figures last."""
    return sorted(found, key=_badness)


def places_of(found: Sequence[KpiAssessment]) -> Mapping[str, Markup]:
    """KPI to its places: `4,0,12,,3,1,7`, the first in the file, then column by column; empty for no figure."""
    columns = [_ranks([_KEYS[column](each) for each in found]) for column in SORTED]
    rows = zip(range(len(found)), *columns, strict=True)
    return {each.kpi.id: own(",".join(map(str, row))) for each, row in zip(found, rows, strict=True)}


def objectives_of(card: ScorecardAssessment) -> Mapping[str, str]:
    """KPI to the names of the objectives that it tells about."""
    names: dict[str, list[str]] = {}
    for each in card.objectives.values():
        for kpi in each.kpis:
            names.setdefault(kpi, []).append(each.objective.name)
    return {kpi: ", ".join(each) for kpi, each in names.items()}


def _ranks(keys: Sequence[_Key]) -> list[str]:
    """0 for the smallest; the same figure has the same place."""
    ranks = {key: str(place) for place, key in enumerate(sorted({key for key in keys if key is not None}))}
    return ["" if key is None else ranks[key] for key in keys]


def _badness(found: KpiAssessment) -> tuple[float, ...]:
    zones = zones_from_target(found.current, found.kpi) if found.current else None
    score = found.score if found.score is not None else 0.0
    return (_SEVERITY.index(found.status), score, 0.0 if zones is None else zones)


def _by_status(found: KpiAssessment) -> _Key:
    return _badness(found) if found.status.judged else None


def _by_current(found: KpiAssessment) -> _Key:
    return (found.current.value,) if found.current else None


def _by_target(found: KpiAssessment) -> _Key:
    expected = found.current.expected if found.current else None
    aims = (expected.target, expected.low, expected.high) if expected else ()
    return next(((each,) for each in aims if each is not None), None)


def _by_gap(found: KpiAssessment) -> _Key:
    zones = zones_from_target(found.current, found.kpi) if found.current else None
    return None if zones is None else (zones,)


def _by_trend(found: KpiAssessment) -> _Key:
    goodness = _GOODNESS.get(found.trend.word)
    return None if goodness is None else (goodness,)


def _by_chance(found: KpiAssessment) -> _Key:
    chances = found.forecast.chances
    return (chances[0].probability,) if chances else None


_KEYS: Mapping[str, Callable[[KpiAssessment], _Key]] = {
    "status": _by_status,
    "current": _by_current,
    "target": _by_target,
    "gap": _by_gap,
    "trend": _by_trend,
    "chance": _by_chance,
}
