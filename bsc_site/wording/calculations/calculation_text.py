"""The calculation in words: the whole way from the figures of a KPI to its status and score."""

from __future__ import annotations

from collections.abc import Iterable

from bsc_site.model.calculation.kpi_steps import (
    CalculationStep,
    ExpectedStep,
    NoFigure,
    NoWay,
    OriginStep,
    PaceKept,
    ProgressMade,
    WayStep,
)
from bsc_site.model.calculation.scoring_steps import NoProgress, NotScored, ScoringStep
from bsc_site.model.concluded.assessment import KpiAssessment
from bsc_site.model.declared.scorecard import StatusNames
from bsc_site.wording.calculations.kpi_words import KpiWords, percent_text, precise_text, way_text
from bsc_site.wording.calculations.manual_text import manual_sentence
from bsc_site.wording.calculations.origin_text import origin_sentence
from bsc_site.wording.calculations.reason_text import (
    no_figure_sentence,
    no_pace_sentence,
    no_progress_sentence,
    no_way_sentence,
)
from bsc_site.wording.calculations.scoring_text import scoring_sentences
from bsc_site.wording.calculations.target_text import expected_sentence
from bsc_site.wording.calculations.threshold_text import own_status_sentence
from bsc_site.wording.figures import number_text, period_text
from bsc_site.wording.language import say


def calculation_steps(found: KpiAssessment, names: StatusNames) -> tuple[str, ...]:
    """The calculation of a KPI, sentence by sentence; `names` are those of the scorecard that declares it."""
    return told_steps(found.calculation, KpiWords(found.kpi, names))


def told_steps(steps: Iterable[CalculationStep], words: KpiWords) -> tuple[str, ...]:
    """These steps alone; a step may take several sentences."""
    return tuple(sentence for step in steps for sentence in _told(step, words))


def _told(step: CalculationStep, words: KpiWords) -> tuple[str, ...]:
    if isinstance(step, ScoringStep):
        return (*scoring_sentences(step, words), *_own_status(step, words))
    if isinstance(step, OriginStep):
        return (origin_sentence(step, words),)
    if isinstance(step, ExpectedStep):
        return (expected_sentence(step, words),)
    if isinstance(step, WayStep):
        return (_way(step),)
    if isinstance(step, NoFigure):
        return (no_figure_sentence(step, words),)
    return (manual_sentence(step, words.names),)


def _own_status(step: ScoringStep, words: KpiWords) -> tuple[str, ...]:
    """By which of the organisation's own thresholds the score becomes a status; nothing where it has none."""
    if isinstance(step, NotScored) or words.names.scale.own(step.status, step.score) is None:
        return ()
    return (own_status_sentence(step.status, step.score, words.names),)


def _way(step: WayStep) -> str:
    if isinstance(step, ProgressMade):
        return _progress(step)
    if isinstance(step, PaceKept):
        return _pace(step)
    if isinstance(step, NoWay):
        return no_way_sentence(step)
    return no_progress_sentence(step) if isinstance(step, NoProgress) else no_pace_sentence(step)


def _progress(step: ProgressMade) -> str:
    return say(
        "Progress to the target of {period} = ({x} − {b}) / ({t} − {b}) = {share}",
        period=period_text(step.due),
        x=precise_text(step.value),
        b=precise_text(step.baseline),
        t=precise_text(step.target),
        share=way_text(step.share),
    )


def _pace(step: PaceKept) -> str:
    return say(
        "Pace = {ratio}: {so_far} a year so far, {needed} a year needed by {period}",
        ratio=number_text(step.ratio),
        so_far=percent_text(step.so_far),
        needed=percent_text(step.needed),
        period=period_text(step.due),
    )
