"""Links: every arrow of a strategy map tested against the history of its two KPIs."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import fields, replace
from functools import partial
from typing import Any

from bsc_site.compute.evidence.common_periods import aligned
from bsc_site.compute.evidence.figure_patterns import held
from bsc_site.compute.evidence.grading import (
    FEWEST,
    SEARCHED_LAGS,
    LinkData,
    LinkResult,
    Rates,
    grade_of,
    rates_of,
    tested,
)
from bsc_site.compute.evidence.mechanical_links import mechanical_link
from bsc_site.compute.known.memory import NOTHING_KNOWN, Remembered, computed
from bsc_site.compute.known.value_code import ValueCode
from bsc_site.compute.plausibility.counted_up import counted_up
from bsc_site.model.concluded.evidence import (
    FiguresCountedUp,
    FrequenciesDiffer,
    HardlyVaries,
    HeldFigures,
    LinkEvidence,
    Mechanical,
    NoKpi,
    SameKpi,
    TooFewCommonPeriods,
    TooRare,
    Untested,
)
from bsc_site.model.declared.kpi import Kpi
from bsc_site.model.declared.scorecard import Drive, Objective, Scorecard
from bsc_site.model.period import Frequency, Period
from bsc_site.model.series import Series
from bsc_site.model.value_class import dataclass
from bsc_site.model.vocabularies import Direction, Grade

LEAST_A_YEAR = 4
"""A KPI with fewer periods a year could not be tested within a strategy's life."""


@dataclass(frozen=True, slots=True)
class _Pair:
    """One arrow with its two KPIs, None where an objective has none."""

    source: Objective
    drive: Drive
    cause: Kpi | None
    outcome: Kpi | None


@dataclass(frozen=True, slots=True)
class _Figures:
    """Every KPI that readers see, and the series of every KPI."""

    kpis: Mapping[str, Kpi]
    series: Mapping[str, Series]


def evidence_of(
    scorecard: Scorecard, kpis: Mapping[str, Kpi], series: Mapping[str, Series], known: Remembered = NOTHING_KNOWN
) -> tuple[LinkEvidence, ...]:
    """What the data says about each arrow of the scorecard's map, in the order of the map.

    All links that can be tested are judged together (Benjamini-Hochberg), so that a map with many arrows does not find
    support by chance. Two KPIs with figures in common are named as such and never tested.
    """
    pairs = [
        _Pair(objective, drive, *standing_for(scorecard, objective, drive, kpis))
        for objective in scorecard.objectives.values()
        for drive in objective.drives
        if drive.to in scorecard.objectives
    ]
    looks = [
        known.memory.recalled("link", _word(pair, known.words), partial(_look, pair, _Figures(kpis, series)), _LOOKS)
        for pair in pairs
    ]
    rates = iter(rates_of([each for each, _ in looks if isinstance(each, LinkResult)]))
    return tuple(
        replace(
            _judged(pair, found, next(rates)) if isinstance(found, LinkResult) else found,
            controls=used,
            unusable_controls=tuple(name for name in pair.drive.controls if name not in used),
        )
        for pair, (found, used) in zip(pairs, looks, strict=True)
    )


def _word(pair: _Pair, words: Mapping[str, str]) -> str:
    """The word of what can be said of one arrow by itself; none where it has no KPIs.

    Nor where one is computed: which of the KPIs behind it may be named depends on the readers.
    """
    cause, outcome, drive = pair.cause, pair.outcome, pair.drive
    if cause is None or outcome is None or not words or computed(words[cause.id]) or computed(words[outcome.id]):
        return ""
    ends = (words[cause.id], words[outcome.id], *(words.get(name, "") for name in drive.controls))
    return f"{pair.source.id} {drive.to} {drive.sign} {drive.lag} {' '.join(ends)}"


class _LookCode:
    """How what the figures of one arrow say is kept."""

    def __init__(self) -> None:
        self._code = ValueCode()

    def told(self, look: tuple[LinkResult | LinkEvidence, tuple[str, ...]]) -> Any:
        found, used = look
        if isinstance(found, LinkResult):
            return [[getattr(found, each.name) for each in fields(found)], None, list(used)]
        return [None, self._code.told(found), list(used)]

    def value(self, told: Any) -> tuple[LinkResult | LinkEvidence, tuple[str, ...]]:
        result, evidence, used = told
        return LinkResult(*result) if evidence is None else self._code.value(evidence), tuple(used)


_LOOKS = _LookCode()


def _look(pair: _Pair, known: _Figures) -> tuple[LinkResult | LinkEvidence, tuple[str, ...]]:
    """What the figures of one arrow say by themselves, or why they say nothing; and the controls that were used."""
    data = _data(pair, known.kpis, known.series)
    result = tested(data) if isinstance(data, LinkData) else None
    return result or _untested(pair, data, known.series), _controls(pair, known.kpis, known.series)


def standing_for(
    scorecard: Scorecard, objective: Objective, drive: Drive, kpis: Mapping[str, Kpi]
) -> tuple[Kpi | None, Kpi | None]:
    """The KPIs that stand for cause and effect: the first two of `via`, otherwise the first of each objective."""
    effect = scorecard.objectives[drive.to]
    names = drive.via[:2] if len(drive.via) > 1 else (next(iter(objective.kpis), ""), next(iter(effect.kpis), ""))
    return kpis.get(names[0]), kpis.get(names[1])


def _data(pair: _Pair, kpis: Mapping[str, Kpi], series: Mapping[str, Series]) -> LinkData | Untested:
    """The aligned series of a link, or the reason why there are none."""
    cause, outcome = pair.cause, pair.outcome
    if cause is None or outcome is None:
        return NoKpi()
    if cause.id == outcome.id:
        return SameKpi()
    return mechanical_link(cause.id, outcome.id, series, kpis) or _figures(pair, cause, outcome, _Figures(kpis, series))


def _figures(pair: _Pair, cause: Kpi, outcome: Kpi, known: _Figures) -> LinkData | Untested:
    if cause.frequency is not outcome.frequency:
        return FrequenciesDiffer(cause.frequency, outcome.frequency)
    if cause.frequency.a_year < LEAST_A_YEAR:
        return TooRare(cause.frequency)
    lag = _lag_in_periods(pair.drive, cause.frequency)
    columns, n = aligned([cause.id, outcome.id, *_controls(pair, known.kpis, known.series)], known.series)
    if n < FEWEST + (lag or 0):
        return TooFewCommonPeriods(n, FEWEST + (lag or 0))
    for each in (cause, outcome):
        if counted_up(known.series[each.id].observations) is not None:
            return FiguresCountedUp(each.id)
    if held(columns[0], columns[1]):
        return HeldFigures()
    return LinkData(
        cause=columns[0],
        effect=columns[1],
        lag=lag,
        cycle=cause.frequency.a_year,
        positive=_expected_positive(pair.drive, cause, outcome),
        n=n,
        controls=tuple(columns[2:]),
    )


def _controls(pair: _Pair, kpis: Mapping[str, Kpi], series: Mapping[str, Series]) -> tuple[str, ...]:
    """The declared controls that are measured as often as the cause and have figures."""
    if pair.cause is None:
        return ()
    known = [kpis[name] for name in pair.drive.controls if name in kpis]
    alike = [each for each in known if each.frequency is pair.cause.frequency]
    return tuple(each.id for each in alike if _observed(each, series))


def _expected_positive(drive: Drive, cause: Kpi, outcome: Kpi) -> bool:
    """Whether a rise of the cause's figure is expected to raise the effect's figure.

    The declared sign speaks of better and worse; where lower is better, better means a falling figure.
    """
    turns = (drive.sign == "-", cause.direction is Direction.LOWER, outcome.direction is Direction.LOWER)
    return sum(turns) % 2 == 0


def _lag_in_periods(drive: Drive, frequency: Frequency) -> int | None:
    return None if drive.lag is None else int(drive.lag.days * frequency.a_year / 365.25 + 0.5)


def _judged(pair: _Pair, result: LinkResult, q: Rates) -> LinkEvidence:
    assert pair.cause is not None  # noqa: S101  # a link without KPIs has no result
    assert pair.outcome is not None  # noqa: S101  # likewise
    return LinkEvidence(
        source=pair.source.id,
        target=pair.drive.to,
        cause=pair.cause.id,
        outcome=pair.outcome.id,
        grade=grade_of(result, q),
        n=result.n,
        lag=result.lag,
        effect=result.effect,
        low=result.low,
        high=result.high,
        p=result.p,
        q=q.declared,
        detectable=result.detectable,
        testable_from=None,
        rising=_expected_positive(pair.drive, pair.cause, pair.outcome),
        lags_tried=1 if pair.drive.lag is not None else len(SEARCHED_LAGS),
    )


def _untested(pair: _Pair, given: LinkData | Untested, series: Mapping[str, Series]) -> LinkEvidence:
    cause, outcome = pair.cause, pair.outcome
    n, later, never = 0, None, isinstance(given, Mechanical)
    alike = cause is not None and outcome is not None and cause.frequency is outcome.frequency
    if cause is not None and outcome is not None and alike and not (never or cause.id == outcome.id):
        n = aligned([cause.id, outcome.id], series)[1]
        lag = _lag_in_periods(pair.drive, cause.frequency) or 0
        later = _complete_from(cause, outcome, series, FEWEST + lag - n)
    return LinkEvidence(
        source=pair.source.id,
        target=pair.drive.to,
        cause=cause.id if cause else None,
        outcome=outcome.id if outcome else None,
        grade=Grade.COMPUTED_FROM_EACH_OTHER if never else Grade.NOT_TESTABLE_YET,
        n=n,
        lag=None,
        effect=None,
        low=None,
        high=None,
        p=None,
        q=None,
        detectable=None,
        testable_from=later,
        untested=HardlyVaries() if isinstance(given, LinkData) else given,
        rising=True if cause is None or outcome is None else _expected_positive(pair.drive, cause, outcome),
    )


def _complete_from(cause: Kpi, outcome: Kpi, series: Mapping[str, Series], missing: int) -> Period | None:
    """The period that brings the `missing` common periods, if none fails; None where that cannot be said."""
    latest = [series[each.id].complete[-1].period for each in (cause, outcome) if _observed(each, series)]
    return min(latest).shift(missing) if len(latest) == 2 and missing > 0 else None  # noqa: PLR2004  # both KPIs


def _observed(kpi: Kpi, series: Mapping[str, Series]) -> bool:
    return kpi.id in series and bool(series[kpi.id].complete)
