"""Period ends: every scorecard of a project as it stood when each of its latest periods ended."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Container, Iterator, Sequence
from dataclasses import replace
from datetime import date
from typing import NamedTuple

from bsc_site.compute.assess import outline_of, standings_of
from bsc_site.model.concluded.assessment import KpiAssessment, ScorecardAssessment
from bsc_site.model.concluded.past_periods import PastPeriod
from bsc_site.model.concluded.project_assessment import Assessment
from bsc_site.model.declared.kpi import Kpi
from bsc_site.model.period import Frequency, Period, period_of
from bsc_site.model.vocabularies import Status

FEWEST, MOST, ALL = 12, 36, 1200
"""So many periods are looked back at, fewer where there are many scorecards: 1,200 of all together."""


def with_past(assessment: Assessment, told: Container[str] | None = None) -> Assessment:
    """The assessment with how each scorecard stood at the ends of its latest periods, the newest first.

    Where only some scorecards are `told` of, the others have no past.
    """
    most = max(FEWEST, min(MOST, ALL // len(assessment.scorecards)))
    cards = ((id_, card) for id_, card in assessment.scorecards.items() if told is None or id_ in told)
    past = {id_: tuple(_past(assessment, card, most)) for id_, card in cards}
    return replace(assessment, past=past)


def _past(assessment: Assessment, card: ScorecardAssessment, most: int) -> Iterator[PastPeriod]:
    found = {name: assessment.kpis[name] for name in card.kpis if name in assessment.kpis}
    complete = {name: _complete(each) for name, each in found.items()}
    ends = {name: [each.points[at].period.end for at in complete[name]] for name, each in found.items()}
    outline = outline_of(card.scorecard, found)
    for period in _periods(card, list(found.values()), assessment.as_of)[:most]:
        day = period.end
        latest = {name: _latest(complete[name], bisect_right(ends[name], day)) for name in found}
        kpis = {name: _then(each, latest[name]) for name, each in found.items()}
        then = standings_of(outline, kpis, day, figures_alone=True)
        yield PastPeriod(period, then.whole, then.perspectives, then.objectives, latest)


def _complete(found: KpiAssessment) -> list[int]:
    return [at for at, point in enumerate(found.points) if point.complete]


def _latest(complete: Sequence[int], count: int) -> int | None:
    return complete[count - 1] if count else None


class _Then(NamedTuple):
    """A KPI with the status of one of its points, which is what its published series says."""

    kpi: Kpi
    status: Status
    score: float | None


def _then(found: KpiAssessment, at: int | None) -> _Then:
    if at is not None:
        point = found.points[at]
        return _Then(found.kpi, point.status, point.score)
    unknown = Status.NOT_SCORED if found.status is Status.NOT_SCORED else Status.NO_DATA
    return _Then(found.kpi, unknown, None)


def _periods(card: ScorecardAssessment, found: Sequence[KpiAssessment], as_of: date) -> list[Period]:
    """The periods that have ended since there are figures, the newest first: months, or longer where none is finer."""
    measured = [each for each in found if any(point.complete for point in each.points)]
    if not measured:
        return []
    finest = min((each.kpi.frequency for each in measured), key=lambda each: each.rank)
    frequency = max(finest, Frequency.MONTHLY, key=lambda each: each.rank)
    first = min(each.points[0].period.end for each in measured)
    running = period_of(as_of, frequency, card.scorecard.fiscal_year_starts)
    begin = period_of(first, frequency, card.scorecard.fiscal_year_starts)
    return [running.shift(-back) for back in range(1, running.ordinal - begin.ordinal + 1)]
