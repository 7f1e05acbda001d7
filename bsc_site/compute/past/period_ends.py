"""Period ends: every scorecard of a project as it stood when each of its latest periods ended."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Container, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import date
from functools import cached_property, partial
from typing import Any, NamedTuple

import numpy as np

from bsc_site.compute.assess import CardOutline, Covered, StandAt, objective_standing, outline_of, rolled_up
from bsc_site.compute.known.memory import NO_MEMORY, Memory, Remembered
from bsc_site.compute.known.value_word import word_of_values
from bsc_site.model.concluded.assessment import Coverage, KpiAssessment, ScorecardAssessment, Standing
from bsc_site.model.concluded.past_periods import PastPeriod
from bsc_site.model.concluded.project_assessment import Assessment
from bsc_site.model.declared.kpi import Kpi
from bsc_site.model.declared.scorecard import Objective
from bsc_site.model.kept_fields import score_withheld
from bsc_site.model.period import Frequency, Period, period_of
from bsc_site.model.value_class import dataclass
from bsc_site.model.vocabularies import Status

FEWEST, MOST, ALL = 12, 36, 1200
"""So many periods are looked back at, fewer where there are many scorecards: 1,200 of all together."""


def with_past(assessment: Assessment, memory: Memory = NO_MEMORY, told: Container[str] | None = None) -> Assessment:
    """The assessment with how each scorecard stood at the ends of its latest periods, the newest first.

    Where only some scorecards are `told` of, the others have no past.
    """
    most = max(FEWEST, min(MOST, ALL // len(assessment.scorecards)))
    known = Remembered(memory, assessment.words)
    cards = ((id_, card) for id_, card in assessment.scorecards.items() if told is None or id_ in told)
    past = {id_: tuple(_past(assessment, card, most, known)) for id_, card in cards}
    return replace(assessment, past=past)


def _past(assessment: Assessment, card: ScorecardAssessment, most: int, known: Remembered) -> Iterator[PastPeriod]:
    found = {name: assessment.kpis[name] for name in card.kpis if name in assessment.kpis}
    ends = _Ends(tuple(_periods(card, list(found.values()), assessment.as_of)[:most]))
    then = {
        name: known.memory.recalled("then", known.under(name, ends.word), partial(_course, each, ends))
        for name, each in found.items()
    }
    outline = outline_of(card.scorecard, found)
    looked_at = _LookedAt(outline, then, ends)
    standings = {each.id: _standings(each, looked_at, known) for each in outline.card.objectives.values()}
    covered = {row: _covered([then[name] for name in below], ends) for row, below in outline.perspectives.items()}
    whole = _covered([then[name] for name in outline.whole], ends)
    for at, period in enumerate(ends.periods):
        objectives = {name: each[at] for name, each in standings.items()}
        share = Covered(whole[at], {row: each[at] for row, each in covered.items()})
        stood = rolled_up(outline.card, objectives, share, looked_at.of(at, ()))
        latest = {name: each.latest[at] for name, each in then.items()}
        rows = {name: _bare(each) for name, each in stood.perspectives.items()}
        yield PastPeriod(period, _bare(stood.whole), rows, objectives, latest)


@dataclass(frozen=True)
class _Ends:
    """The periods at whose ends is looked, the newest first."""

    periods: tuple[Period, ...]

    @cached_property
    def word(self) -> str:
        """The word of all of them."""
        return " ".join(map(str, self.periods))


class _Then(NamedTuple):
    """A KPI with the status of one of its points, which is what its published series says."""

    kpi: Kpi
    status: Status
    score: float | None


class _Course(NamedTuple):
    """A KPI at the end of each period: the place of its latest complete point, how it stood, whether it had a score."""

    latest: tuple[int | None, ...]
    stood: tuple[_Then, ...]
    scored: tuple[bool, ...]
    scorable: tuple[bool, ...]


def _course(found: KpiAssessment, ends: _Ends) -> _Course:
    complete = [at for at, point in enumerate(found.points) if point.complete]
    days = [found.points[at].period.end for at in complete]
    counts = [bisect_right(days, each.end) for each in ends.periods]
    latest = tuple(complete[count - 1] if count else None for count in counts)
    stood = tuple(_then(found, at) for at in latest)
    scorable = tuple(each.status is not Status.NOT_SCORED for each in stood)
    scored = tuple(each.score is not None and asked for each, asked in zip(stood, scorable, strict=True))
    return _Course(latest, stood, scored, scorable)


def _then(found: KpiAssessment, at: int | None) -> _Then:
    if at is not None:
        point = found.points[at]
        return _Then(found.kpi, point.status, point.score)
    unknown = Status.NOT_SCORED if found.status is Status.NOT_SCORED else Status.NO_DATA
    return _Then(found.kpi, unknown, None)


class _LookedAt(NamedTuple):
    """A scorecard with the course of each of its KPIs by id."""

    outline: CardOutline
    then: Mapping[str, _Course]
    ends: _Ends

    def of(self, at: int, names: Iterable[str]) -> StandAt:
        """How these KPIs stood at one end, by their figures alone."""
        stood = {name: self.then[name].stood[at] for name in names}
        return StandAt(self.outline.card.scale, stood, self.ends.periods[at].end, figures_alone=True)


def _standings(objective: Objective, looked_at: _LookedAt, known: Remembered) -> tuple[Standing, ...]:
    """How an objective stood at each end."""
    names, ends = looked_at.outline.objectives[objective.id], looked_at.ends
    words = tuple(known.words.get(name, "") for name in names)
    terms = (objective.rollup, objective.min_coverage, looked_at.outline.card.statuses, score_withheld(objective))

    def made() -> tuple[Standing, ...]:
        days = range(len(ends.periods))
        return tuple(_bare(objective_standing(objective, names, looked_at.of(at, names))) for at in days)

    word = word_of_values(terms, words, ends.word) if known and all(words) else ""
    return known.memory.recalled("stood", word, made, _STANDINGS)


class _StandingsCode:
    """How the standings of an objective are kept."""

    def told(self, standings: tuple[Standing, ...]) -> Any:
        return [[_STATUSES.index(each.status), each.score, *_counts(each)] for each in standings]

    def value(self, told: Any) -> tuple[Standing, ...]:
        return tuple(Standing(_STATUSES[at], score, Coverage(*counts), ()) for at, score, *counts in told)


_STATUSES = tuple(Status)
_STANDINGS = _StandingsCode()


def _counts(standing: Standing) -> tuple[int, int]:
    return standing.coverage.scored, standing.coverage.total


def _bare(standing: Standing) -> Standing:
    """The same without the steps to it, which nobody is shown of a day that is over."""
    return Standing(standing.status, standing.score, standing.coverage, ())


def _covered(below: Sequence[_Course], ends: _Ends) -> list[Coverage]:
    """How many of these KPIs had a score at each end."""
    if not below or not ends.periods:
        return [Coverage(0, 0)] * len(ends.periods)
    scored = np.array([each.scored for each in below]).sum(axis=0).tolist()
    total = np.array([each.scorable for each in below]).sum(axis=0).tolist()
    return list(map(Coverage, scored, total))


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
