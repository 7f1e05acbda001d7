"""Scoring in words: the comparison of a value, and its score with the numbers put in."""

from __future__ import annotations

from collections.abc import Mapping
from functools import singledispatch

from bsc_site.model.calculation.scoring_steps import (
    NotScored,
    ScoredAsAchieved,
    ScoredByAnswer,
    ScoredByGoal,
    ScoredByGrowth,
    ScoredByPace,
    ScoredByProgress,
    ScoredByRange,
    ScoredByRule,
    ScoredByShare,
    ScoredByState,
    ScoredInBand,
    ScoredOutsideBand,
    ScoringStep,
)
from bsc_site.model.period import Frequency
from bsc_site.wording.calculations.kpi_words import KpiWords, percent_text, precise_text, way_text
from bsc_site.wording.calculations.reason_text import no_score_text
from bsc_site.wording.calculations.threshold_text import paces_text
from bsc_site.wording.figures import number_text, period_text, share_text
from bsc_site.wording.language import enumeration, noted, say, told

_ENDS = (0.0, 100.0)
_ANSWERS: Mapping[tuple[bool, bool], str] = {
    (True, True): noted("Yes in {period}, where yes is wanted: {status}"),
    (True, False): noted("Yes in {period}, where no is wanted: {status}"),
    (False, True): noted("No in {period}, where yes is wanted: {status}"),
    (False, False): noted("No in {period}, where no is wanted: {status}"),
}
_ANSWERS_OF_A_DAY: Mapping[tuple[bool, bool], str] = {
    (True, True): noted("Yes on {period}, where yes is wanted: {status}"),
    (True, False): noted("Yes on {period}, where no is wanted: {status}"),
    (False, True): noted("No on {period}, where yes is wanted: {status}"),
    (False, False): noted("No on {period}, where no is wanted: {status}"),
}


@singledispatch
def scoring_sentences(step: ScoringStep, words: KpiWords) -> tuple[str, ...]:
    """The comparison and the score: `41.2 against 40 expected by Jun 2025: on track`, `Score = ..`."""
    raise TypeError(step, words)


@scoring_sentences.register
def _not_scored(step: NotScored, words: KpiWords) -> tuple[str, ...]:
    return (say("{status}: {reason}", status=words.names.of(step.status), reason=no_score_text(step.why)),)


@scoring_sentences.register
def _by_goal(step: ScoredByGoal, words: KpiWords) -> tuple[str, ...]:
    score = say(
        "Score = 100 × ({x} − 2 × {r} + {g}) / (3 × ({g} − {r})) = {score}",
        x=precise_text(step.value),
        r=precise_text(step.red_flag),
        g=precise_text(step.target),
        score=_clipped(step.score),
    )
    return _against(step, words), score


@scoring_sentences.register
def _in_band(step: ScoredInBand, words: KpiWords) -> tuple[str, ...]:
    score = say(
        "Score = {score}: 66.67 at an edge of the band, rising to 100 at its centre", score=number_text(step.score)
    )
    return _against_band(step, words), score


@scoring_sentences.register
def _outside_band(step: ScoredOutsideBand, words: KpiWords) -> tuple[str, ...]:
    score = say(
        "Score = 66.67 − 33.33 × {beyond} outside / {gap} from edge to red flag = {score}",
        beyond=number_text(step.beyond),
        gap=number_text(step.gap),
        score=_clipped(step.score),
    )
    return _against_band(step, words), score


@scoring_sentences.register
def _by_range(step: ScoredByRange, words: KpiWords) -> tuple[str, ...]:
    score = say("Score = {score}, the score of this band", score=number_text(step.score))
    figures = {"value": words.quantity(step.value), "status": words.within(step.status, step.score)}
    if step.below_all:
        return say("{value} is below every band: {status}", **figures), score
    if step.begins is None:
        return say("{value} is in the lowest band: {status}", **figures), score
    begins = words.quantity(step.begins)
    return say("{value} is in the band from {begins}: {status}", begins=begins, **figures), score


@scoring_sentences.register
def _by_state(step: ScoredByState, words: KpiWords) -> tuple[str, ...]:
    score = number_text(step.score)
    state = say("Score = {score}: between the declared states", score=score)
    if step.state is not None:
        state = say("Score = {score}: the state is '{state}'", score=score, state=step.state)
    if words.names.scale.statuses:
        return (state,)
    status = words.within(step.status, step.score)
    return state, say("{score}, on track from 66.67, at risk from 33.33: {status}", score=score, status=status)


@scoring_sentences.register
def _by_answer(step: ScoredByAnswer, words: KpiWords) -> tuple[str, ...]:
    answers = _ANSWERS_OF_A_DAY if step.period.frequency is Frequency.DAILY else _ANSWERS
    answer = answers[step.yes, step.yes_is_wanted]
    score = say("Score = {score}", score=number_text(step.score, 0))
    return told(answer, period=period_text(step.period), status=words.within(step.status, step.score)), score


@scoring_sentences.register
def _by_rule(step: ScoredByRule, words: KpiWords) -> tuple[str, ...]:
    holds = say(
        "{condition} holds ({figures}): {status}",
        condition=step.condition,
        figures=enumeration(f"{name} {words.quantity(figure)}" for name, figure in step.figures),
        status=words.within(step.status, step.score),
    )
    return holds, say("Score = {score}, the score of this rule", score=number_text(step.score))


@scoring_sentences.register
def _by_share(step: ScoredByShare, words: KpiWords) -> tuple[str, ...]:
    asked = {"on_track": number_text(step.on_track * 100), "at_risk": number_text(step.at_risk * 100)}
    if step.share is None:
        share = say("Nothing is left to lower; on track from {on_track} %, at risk from {at_risk} %", **asked)
    else:
        above, below = (step.target, step.value) if step.lower else (step.value, step.target)
        asked |= {"above": number_text(above), "below": number_text(below), "share": number_text(step.share * 100)}
        share = say(
            "{above} / {below} = {share} % of the target; on track from {on_track} %, at risk from {at_risk} %", **asked
        )
        if words.names.scale.statuses:
            share = say(
                "{above} / {below} = {share} % of the target; {on_track} % count 66.67, {at_risk} % count 33.33",
                **asked,
            )
    return _against(step, words), share, _on_that_scale(step.score)


@scoring_sentences.register
def _by_progress(step: ScoredByProgress, words: KpiWords) -> tuple[str, ...]:
    asked = {"on_track": share_text(step.on_track), "at_risk": share_text(step.at_risk)}
    made = {"way": way_text(step.share), "status": words.within(step.status, step.score)}
    way = say("{way} of the way, where {on_track} are on track, {at_risk} at risk: {status}", **made, **asked)
    if words.names.scale.statuses:
        way = say("{way} of the way: {status}", **made)
    score = say(
        "Score = {score}: linear between 0 % (0), {at_risk} (33.33), {on_track} (66.67) and 100 % (100)",
        score=number_text(step.score),
        **asked,
    )
    return way, score


@scoring_sentences.register
def _by_pace(step: ScoredByPace, words: KpiWords) -> tuple[str, ...]:
    if step.knots:
        return _by_own_paces(step, words)
    pace = say(
        "Pace {pace}, where {on_track} is on track, {at_risk} at risk: {status}",
        pace=number_text(step.pace),
        on_track=number_text(step.on_track, 2),
        at_risk=number_text(step.at_risk, 2),
        status=words.within(step.status, step.score),
    )
    return pace, _on_that_scale(step.score)


def _by_own_paces(step: ScoredByPace, words: KpiWords) -> tuple[str, ...]:
    pace = say(
        "Pace {pace} ({thresholds}): {status}",
        pace=number_text(step.pace),
        thresholds=paces_text(words.names),
        status=words.within(step.status, step.score),
    )
    knots = enumeration(
        say("{pace} ({score})", pace=number_text(each.pace, 2), score=number_text(each.score)) for each in step.knots
    )
    return pace, say("Score = {score}: linear between the paces {knots}", score=number_text(step.score), knots=knots)


@scoring_sentences.register
def _as_achieved(step: ScoredAsAchieved, words: KpiWords) -> tuple[str, ...]:
    met = say(
        "{value} meets the target {target}: achieved, {status}",
        value=words.quantity(step.value),
        target=words.quantity(step.target),
        status=words.within(step.status, step.score),
    )
    return met, say("Score = 100: the target is met")


@scoring_sentences.register
def _by_growth(step: ScoredByGrowth, words: KpiWords) -> tuple[str, ...]:
    growth = say(
        "{growth} a year; without a target {on_track} in the right direction is on track, {at_risk} at risk: {status}",
        growth=percent_text(step.growth),
        on_track=percent_text(step.on_track),
        at_risk=percent_text(step.at_risk),
        status=words.within(step.status, step.score),
    )
    scale = _on_that_scale(step.score)
    if step.limit is None:
        return growth, scale
    near = say(
        "Near the limit of {limit} only {share} of 1.5 % and 0.5 % a year is asked for",
        limit=words.quantity(step.limit),
        share=percent_text(step.eased),
    )
    return near, growth, scale


def _against(step: ScoredByGoal | ScoredByShare, words: KpiWords) -> str:
    value, target = words.apart(step.value, step.target)
    figures = {"period": period_text(step.period), "status": words.within(step.status, step.score)}
    return say("{value} against {target} expected by {period}: {status}", value=value, target=target, **figures)


def _against_band(step: ScoredInBand | ScoredOutsideBand, words: KpiWords) -> str:
    return say(
        "{value} against {band} expected by {period}: {status}",
        value=words.quantity(step.value),
        band=words.between(step.low, step.high),
        period=period_text(step.period),
        status=words.within(step.status, step.score),
    )


def _on_that_scale(score: float) -> str:
    return say("Score = {score} on the scale of those two", score=number_text(score))


def _clipped(score: float) -> str:
    """The score, with a note where it stands at an end of the scale."""
    text = number_text(score)
    return say("{score} (the scale ends at 0 and 100)", score=text) if score in _ENDS else text
