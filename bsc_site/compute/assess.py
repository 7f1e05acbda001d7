"""Assessing: the project and its series become everything that the site says about them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Container, Iterable, Mapping, Sequence
from dataclasses import replace
from datetime import date
from functools import partial
from typing import NamedTuple, Protocol

from bsc_site.compute.audience import for_audience
from bsc_site.compute.helper_kpis import helpers_of, without_helpers
from bsc_site.compute.initiatives.initiative_status import assess_initiative
from bsc_site.compute.known.kpi_code import AssessedCode
from bsc_site.compute.known.memory import COMPUTED, HIDDEN, NOTHING_KNOWN, Remembered
from bsc_site.compute.known.value_word import word_of_values
from bsc_site.compute.kpi.assess_kpi import assess_kpi
from bsc_site.compute.kpi.calculation import Inputs
from bsc_site.compute.kpi.manual_status import Scaled, overruled
from bsc_site.compute.overviews import overviews_of
from bsc_site.compute.plausibility.declared_baseline import other_baseline
from bsc_site.compute.rollup.standing import Child, Terms, standing_of, withheld_standing
from bsc_site.compute.series.data_baseline import with_found_baseline
from bsc_site.compute.series.data_targets import with_found_targets
from bsc_site.compute.series.figures_beside import with_found_benchmark
from bsc_site.compute.series.found_decimals import with_found_decimals
from bsc_site.compute.series.kept_columns import without_kept_columns
from bsc_site.model.concluded.assessment import (
    Coverage,
    KpiAssessment,
    ObjectiveAssessment,
    PerspectiveAssessment,
    ScorecardAssessment,
    Standing,
)
from bsc_site.model.concluded.project_assessment import Assessment
from bsc_site.model.declared.kpi import Kpi
from bsc_site.model.declared.own_statuses import StatusScale
from bsc_site.model.declared.project import Project
from bsc_site.model.declared.scorecard import Objective, Perspective, Scorecard
from bsc_site.model.fields import weight_at
from bsc_site.model.kept_fields import kept_in, score_withheld
from bsc_site.model.series import FromHidden, Observation, Series
from bsc_site.model.vocabularies import FreshnessWord, Status, TrendWord

_Kpis = Mapping[str, KpiAssessment]


def assess(
    project: Project, series: Mapping[str, Series], as_of: date, audience: str | None, known: Remembered = NOTHING_KNOWN
) -> Assessment:
    """Every conclusion at `as_of`, for one audience; None sees everything. Raises UnknownAudienceError.

    What an audience may not see is left out before anything is rolled up, and so are KPIs that only help others.
    """
    seen = without_helpers(for_audience(project, audience))
    words = {name: _seen_word(project.kpis[name], kpi, known.words[name]) for name, kpi in seen.kpis.items() if known}
    around = _beside(project, seen, series, as_of)
    codes = {
        name: AssessedCode(kpi, seen.home_of[name].id, known.origins[name])
        for name, kpi in seen.kpis.items()
        if name in known.origins
    }
    kpis = {
        name: known.memory.recalled("assessed", words.get(name, ""), partial(_assessed, kpi, around), codes.get(name))
        for name, kpi in seen.kpis.items()
    }
    shown = replace(seen, scorecards=tuple(_with_found(card, kpis) for card in seen.scorecards))
    cards = {card.id: assess_scorecard(card, kpis, as_of) for card in shown.scorecards}
    whole = Assessment(shown, as_of, audience, cards, kpis, words=words)
    return replace(whole, overviews=overviews_of(whole))


def assess_alone(
    project: Project, series: Mapping[str, Series], as_of: date, kpi: str, audience: str | None = None
) -> KpiAssessment:
    """What is concluded about one KPI for an audience that sees it; `series` holds all that its own rests on.

    None sees everything. Raises UnknownAudienceError.
    """
    seen = without_helpers(for_audience(project, audience))
    return _assessed(seen.kpis[kpi], _beside(project, seen, series, as_of))


class _Beside(NamedTuple):
    """What the conclusions about one KPI may depend on beside it."""

    project: Project
    seen: Project
    series: Mapping[str, Series]
    as_of: date
    inputs: Inputs


def _beside(project: Project, seen: Project, series: Mapping[str, Series], as_of: date) -> _Beside:
    return _Beside(project, seen, series, as_of, Inputs(series, frozenset(series), helpers_of(project)))


def _assessed(seen: Kpi, around: _Beside) -> KpiAssessment:
    """The KPI with all that the data says of what it does not declare, assessed."""
    own = around.series.get(seen.id) or Series(seen.id, seen.frequency)
    own = without_kept_columns(own, around.project.kpis[seen.id], seen)
    if around.project.kpis[seen.id].computed and not seen.computed:
        own = replace(own, observations=_without_traces(own.observations), origin=FromHidden())
    aimed = with_found_targets(with_found_baseline(seen, own), own)
    kpi = with_found_decimals(with_found_benchmark(aimed, own), own)
    found = assess_kpi(kpi, around.seen.home_of[kpi.id], own, around.as_of, around.inputs)
    other = other_baseline(found)
    return found if other is None else replace(found, other_baseline=other)


def _with_found(card: Scorecard, kpis: _Kpis) -> Scorecard:
    """The scorecard with its KPIs as they were assessed."""
    return card.model_copy(update={"kpis": tuple(kpis[each.id].kpi for each in card.kpis)})


def _seen_word(declared: Kpi, seen: Kpi, word: str) -> str:
    """The word of what readers are told of a KPI: another one where they may not know all of it."""
    kept = [each for each in kept_in(declared) if each not in kept_in(seen)]
    word = word_of_values(word, kept) if word and kept else word
    if not declared.computed:
        return word
    return f"{word}{COMPUTED if seen.computed else HIDDEN}"


def _without_traces(observations: Iterable[Observation]) -> tuple[Observation, ...]:
    """The figures without the names of the KPIs that they were computed from."""
    return tuple(each._replace(note="", parts=()) for each in observations)


class RollUpPart(Protocol):
    """A KPI as a roll-up sees it: what is declared of it, and where it stands."""

    @property
    def kpi(self) -> Kpi:
        """The KPI as declared."""

    @property
    def status(self) -> Status:
        """Its status."""

    @property
    def score(self) -> float | None:
        """Its score, None without one."""


class CardOutline(NamedTuple):
    """Which KPIs stand below each part of a scorecard, by its id, and below all of them; each once, in order."""

    card: Scorecard
    objectives: Mapping[str, tuple[str, ...]]
    perspectives: Mapping[str, tuple[str, ...]]
    whole: tuple[str, ...]


class CardStandings(NamedTuple):
    """How a scorecard stands, and each of its perspectives and objectives by id."""

    whole: Standing
    perspectives: Mapping[str, Standing]
    objectives: Mapping[str, Standing]


def outline_of(card: Scorecard, kpis: Container[str]) -> CardOutline:
    """The outline of a scorecard, as far as its KPIs are known."""
    below = {
        each.id: _distinct(name for name in each.kpis if name in kpis)
        for row in card.perspectives
        for each in row.objectives
    }
    rows = {row.id: _distinct(name for each in row.objectives for name in below[each.id]) for row in card.perspectives}
    return CardOutline(card, below, rows, _distinct(name for names in below.values() for name in names))


def assess_scorecard(card: Scorecard, kpis: _Kpis, as_of: date) -> ScorecardAssessment:
    """One scorecard from its KPIs as they stood at `as_of`; every KPI that it lists is among `kpis`."""
    outline = outline_of(card, kpis)
    found = standings_of(outline, kpis, as_of)
    mine = _distinct((*(kpi.id for kpi in card.kpis), *outline.whole))
    words = Counter(kpis[name].freshness.word for name in mine)
    objectives = {
        each.id: _objective(each, row, found, [kpis[name] for name in outline.objectives[each.id]])
        for row in card.perspectives
        for each in row.objectives
    }
    return ScorecardAssessment(
        scorecard=card,
        standing=found.whole,
        freshness={word: words[word] for word in FreshnessWord},
        perspectives={
            row.id: PerspectiveAssessment(row, found.perspectives[row.id], tuple(each.id for each in row.objectives))
            for row in card.perspectives
        },
        objectives=objectives,
        initiatives={each.id: assess_initiative(each, as_of) for each in card.initiatives},
        kpis=mine,
    )


def _objective(
    objective: Objective, row: Perspective, found: CardStandings, members: Sequence[KpiAssessment]
) -> ObjectiveAssessment:
    trend = shared_trend([each.trend.word for each in members])
    return ObjectiveAssessment(
        objective, row.id, found.objectives[objective.id], trend, tuple(each.kpi.id for each in members)
    )


def standings_of(
    outline: CardOutline, kpis: Mapping[str, RollUpPart], day: date, *, figures_alone: bool = False
) -> CardStandings:
    """How all parts of a scorecard stand on that day, from where its KPIs stand.

    With `figures_alone` no status that people set for an objective holds, and nobody asks what would turn a status.
    """
    card, at = outline.card, StandAt(outline.card.scale, kpis, day, figures_alone)
    objectives = {
        each.id: objective_standing(each, outline.objectives[each.id], at)
        for row in card.perspectives
        for each in row.objectives
    }
    covered = {name: _coverage(below, kpis) for name, below in outline.perspectives.items()}
    return rolled_up(card, objectives, Covered(_coverage(outline.whole, kpis), covered), at)


class StandAt(NamedTuple):
    """The statuses of the scorecard whose parts are assessed, its KPIs, the day, and whether figures alone count."""

    scale: StatusScale
    kpis: Mapping[str, RollUpPart]
    day: date
    figures_alone: bool


class Covered(NamedTuple):
    """How many of the KPIs of a scorecard and of each of its perspectives by id could be scored."""

    whole: Coverage
    perspectives: Mapping[str, Coverage]


def rolled_up(card: Scorecard, objectives: Mapping[str, Standing], covered: Covered, at: StandAt) -> CardStandings:
    """How a scorecard and its perspectives stand, from where its objectives stand."""
    rows = {row.id: _row_standing(row, objectives, covered.perspectives[row.id], at) for row in card.perspectives}
    if score_withheld(card):
        return CardStandings(withheld_standing(covered.whole), rows, objectives)
    children = [Child(row.name, *_mark(rows[row.id]), weight_at(row.weight, at.day)) for row in card.perspectives]
    terms = Terms(card.rollup, card.min_coverage, card.scale, not at.figures_alone)
    return CardStandings(standing_of(children, covered.whole, terms), rows, objectives)


def _row_standing(row: Perspective, objectives: Mapping[str, Standing], covered: Coverage, at: StandAt) -> Standing:
    if score_withheld(row):
        return withheld_standing(covered)
    children = [
        Child(each.name, *_mark(objectives[each.id]), weight_at(each.weight, at.day)) for each in row.objectives
    ]
    return standing_of(children, covered, Terms(row.rollup, row.min_coverage, at.scale, not at.figures_alone))


def objective_standing(objective: Objective, names: Sequence[str], at: StandAt) -> Standing:
    """How an objective stands, from where these KPIs stand."""
    members = [at.kpis[name] for name in names]
    children = [Child(each.kpi.name, each.status, each.score, weight_at(each.kpi.weight, at.day)) for each in members]
    terms = Terms(objective.rollup, objective.min_coverage, at.scale, not at.figures_alone)
    covered = _coverage(names, at.kpis)
    computed = withheld_standing(covered) if score_withheld(objective) else standing_of(children, covered, terms)
    if at.figures_alone or objective.manual_status is None:
        return computed
    final = overruled(computed.status, computed.score, objective.manual_status, Scaled(at.day, at.scale))
    told = computed.sensitivity if final.status is computed.status else None
    steps = (*computed.calculation, *final.steps)
    return Standing(final.status, final.score, computed.coverage, steps, told)


def shared_trend(words: Sequence[TrendWord]) -> TrendWord:
    """The word that most share (a tie: the worse), too_short only where none says more."""
    known = Counter(word for word in words if word is not TrendWord.TOO_SHORT)
    if not known:
        return TrendWord.TOO_SHORT
    order = list(TrendWord)
    return max(known, key=lambda word: (known[word], order.index(word)))


def _mark(standing: Standing) -> tuple[Status, float | None]:
    return standing.status, standing.score


def _coverage(names: Sequence[str], kpis: Mapping[str, RollUpPart]) -> Coverage:
    scorable = [kpis[name] for name in names if kpis[name].status is not Status.NOT_SCORED]
    return Coverage(sum(1 for each in scorable if each.score is not None), len(scorable))


def _distinct(names: Iterable[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(names))
