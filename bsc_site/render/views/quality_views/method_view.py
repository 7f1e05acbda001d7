"""The method page: how scores, statuses and trends come about, shown on a KPI of this very site."""

from __future__ import annotations

from bsc_site.model.concluded.assessment import KpiAssessment, ObjectiveAssessment
from bsc_site.model.concluded.overview import WorkedExample
from bsc_site.model.value_class import dataclass
from bsc_site.model.vocabularies import FreshnessWord, PartialRollUps, Status
from bsc_site.render.views.parts.freshness_marks import word_mark
from bsc_site.render.views.parts.page_parts import Frame, Link, ScoreMark, StatusMark
from bsc_site.render.views.parts.standpoint import Standpoint
from bsc_site.render.views.parts.value_sentences import judgement_sentence
from bsc_site.render.views.quality_views.method_topics import Topic, topics_of
from bsc_site.wording.calculations.calculation_text import calculation_steps, told_steps
from bsc_site.wording.calculations.kpi_words import KpiWords
from bsc_site.wording.calculations.method_text import method_rule
from bsc_site.wording.calculations.rollup_text import standing_steps
from bsc_site.wording.calculations.threshold_text import threshold_sentence
from bsc_site.wording.language import noted, say, told
from bsc_site.wording.trend_text import trend_steps

_STATUS_MEANINGS = {
    Status.ON_TRACK: noted("The value meets the target that holds at its period. Exactly on target counts as met."),
    Status.AT_RISK: noted("The value misses the target, but not beyond the red flag."),
    Status.OFF_TRACK: noted("The value lies beyond the red flag."),
    Status.NO_DATA: noted("There should be a value, and there is none yet."),
    Status.NOT_SCORED: noted("There is no target or no better direction, so there is nothing to compare with."),
}
_FRESHNESS_MEANINGS = {
    FreshnessWord.FRESH: noted("Nothing is to be delivered yet: the period after the latest figure has not ended."),
    FreshnessWord.DUE: noted("That period has ended, and the days allowed for delivery are not over."),
    FreshnessWord.OVERDUE: noted("The days allowed are over and one figure is missing."),
    FreshnessWord.STALE: noted("Two or more figures are missing, or there never was one."),
}


@dataclass(frozen=True, slots=True)
class Meaning:
    """A status or freshness and what it means."""

    mark: StatusMark
    meaning: str


@dataclass(frozen=True, slots=True)
class Example:
    """One KPI or objective of this site, with the steps to its status."""

    link: Link
    status: StatusMark
    sentence: str
    steps: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class WayOfScoring:
    """One method of scoring: its name in the file, its rule in words, and a worked number."""

    name: str
    rule: str
    status: StatusMark
    steps: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class MethodView:
    """Everything that `method.md.jinja` shows."""

    title: str
    frame: Frame
    statuses: tuple[Meaning, ...]
    freshness: tuple[Meaning, ...]
    tolerance: str
    kpi: tuple[Example, ...]
    """The example KPI; empty where no KPI has a status yet."""
    trend: tuple[str, ...]
    objective: tuple[Example, ...]
    standing: ScoreMark
    readers: str
    """From what scores are made where the readers of a site may not see everything; empty where no circles of readers
    are declared."""
    methods: tuple[WayOfScoring, ...]
    topics: tuple[Topic, ...]
    definitions: Link


def method_view(here: Standpoint) -> MethodView:
    """The method as it holds for the scorecard, with its first scored KPI and objective as examples."""
    title = say("How it is scored: {scorecard}", scorecard=here.card.scorecard.title)
    found = [here.assessment.kpis[each] for each in here.seen(here.card.kpis)]
    judged = next((each for each in found if each.status.judged), None)
    goal = next((each for each in here.card.objectives.values() if each.standing.score is not None), None)
    return MethodView(
        title=title,
        frame=here.frame(title),
        statuses=_statuses(here),
        freshness=tuple(Meaning(word_mark(each), told(meaning)) for each, meaning in _FRESHNESS_MEANINGS.items()),
        tolerance=str(here.card.scorecard.tolerance),
        kpi=(_kpi(here, judged),) if judged else (),
        trend=trend_steps(judged.trend, judged.kpi) if judged else (),
        objective=(_objective(here, goal),) if goal else (),
        standing=here.standing(here.card.standing),
        readers=_readers(here),
        methods=tuple(_way(here, each) for each in here.assessment.overviews[here.id].examples),
        topics=topics_of(here),
        definitions=here.overview("definitions", say("Definitions of all KPIs")),
    )


def _readers(here: Standpoint) -> str:
    """The same whether something is kept from them or nothing, which is not to be known."""
    if not here.assessment.project.root.audiences or here.assessment.audience is None:
        return ""
    if here.card.scorecard.partial_rollups is PartialRollUps.HIDDEN:
        return say("A score that also rests on what is for fewer readers than this site is not shown on it.")
    return say("Scores are made from what the readers of this site may see; for others they may be different ones.")


def _statuses(here: Standpoint) -> tuple[Meaning, ...]:
    """Each status with what it means: the organisation's own by their thresholds."""
    scale = here.names.scale
    own = tuple(
        Meaning(here.status(scale.meaning(each), scale.lowest(each)), threshold_sentence(each, here.names))
        for each in scale.statuses
    )
    usual = ((status, told(text)) for status, text in _STATUS_MEANINGS.items() if not (own and status.judged))
    return (*own, *(Meaning(here.status(status, None), text) for status, text in usual))


def _way(here: Standpoint, example: WorkedExample) -> WayOfScoring:
    mark = here.status(example.status, example.score)
    steps = told_steps(example.steps, KpiWords(example.kpi, here.names))
    return WayOfScoring(example.method.value, method_rule(example.method, here.names), mark, steps)


def _kpi(here: Standpoint, found: KpiAssessment) -> Example:
    sentence = judgement_sentence(found, here.names)
    steps = calculation_steps(found, here.names_for(found))
    return Example(here.kpi(found.kpi.id), here.kpi_status(found), sentence, steps)


def _objective(here: Standpoint, found: ObjectiveAssessment) -> Example:
    mark = here.standing(found.standing)
    steps = standing_steps(found.standing, here.names)
    return Example(here.objective(found.objective.id), mark.status, mark.status.why, steps)
