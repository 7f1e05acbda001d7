"""Roll-ups in words: the way from the children of an element to its score and status."""

from __future__ import annotations

from collections.abc import Mapping
from functools import singledispatch

from bsc_site.model.calculation.manual_steps import RanOut, SetByHand
from bsc_site.model.calculation.rollup_steps import (
    BestDecides,
    LeftOut,
    MeanDecides,
    MostFrequentDecides,
    NothingToRollUp,
    OwnDecides,
    RollUpStep,
    ScoredFrom,
    StatusOfScore,
    TooLittleScored,
    WorstDecides,
)
from bsc_site.model.concluded.assessment import Standing
from bsc_site.model.declared.scorecard import StatusNames
from bsc_site.wording.calculations.manual_text import manual_sentence
from bsc_site.wording.calculations.threshold_text import own_status_sentence
from bsc_site.wording.figures import number_text, share_text
from bsc_site.wording.language import enumeration, noted, say, told

_NOTHING: Mapping[NothingToRollUp, str] = {
    NothingToRollUp.NOTHING_SCORED: noted("Nothing below is scored"),
    NothingToRollUp.NO_WEIGHT: noted("No child with a score has a weight above zero"),
    NothingToRollUp.NO_OWN_KPI: noted("There is no own KPI"),
    NothingToRollUp.WITHHELD: noted("The score is for fewer readers"),
}


def standing_steps(standing: Standing, names: StatusNames) -> tuple[str, ...]:
    """The calculation of a roll-up, sentence by sentence; `names` are those of the scorecard that it belongs to."""
    return tuple(rollup_sentence(step, names) for step in standing.calculation)


@singledispatch
def rollup_sentence(step: RollUpStep, names: StatusNames) -> str:
    """One step: `Mean = (2 × 90 (green) + 1 × 50 (amber)) / (2 + 1) = 76.67`."""
    raise TypeError(step, names)


@rollup_sentence.register
def _nothing(step: NothingToRollUp, _: StatusNames) -> str:
    return told(_NOTHING[step])


@rollup_sentence.register
def _scored(step: ScoredFrom, _: StatusNames) -> str:
    return say("Scored from {scored} of {total}", scored=step.scored, total=step.total)


@rollup_sentence.register
def _too_little(step: TooLittleScored, _: StatusNames) -> str:
    return say(
        "Scored from {scored} of {total}: {share} is less than the {least} it takes to judge",
        scored=step.scored,
        total=step.total,
        share=share_text(step.share),
        least=share_text(step.least),
    )


@rollup_sentence.register
def _left_out(step: LeftOut, _: StatusNames) -> str:
    return say("Left out, without a score: {names}", names=enumeration(step.names))


@rollup_sentence.register
def _mean(step: MeanDecides, _: StatusNames) -> str:
    return say(
        "Mean = ({parts}) / ({weights}) = {mean}",
        parts=" + ".join(
            f"{number_text(each.weight)} × {number_text(each.score)} ({each.name})" for each in step.parts
        ),
        weights=" + ".join(number_text(each.weight) for each in step.parts),
        mean=number_text(step.mean),
    )


@rollup_sentence.register
def _worst(step: WorstDecides, _: StatusNames) -> str:
    return say("The worst decides: {name}, {score}", name=step.name, score=number_text(step.score))


@rollup_sentence.register
def _best(step: BestDecides, _: StatusNames) -> str:
    return say("The best decides: {name}, {score}", name=step.name, score=number_text(step.score))


@rollup_sentence.register
def _most_frequent(step: MostFrequentDecides, _: StatusNames) -> str:
    return say(
        "The most frequent status decides (a tie: the worse); {sharing} of {counted} share it",
        sharing=step.sharing,
        counted=step.counted,
    )


@rollup_sentence.register
def _own(step: OwnDecides, names: StatusNames) -> str:
    figures = {"name": step.name, "status": names.of(step.status, step.score)}
    if step.score is None:
        return say("Its own measure {name} decides: no score, {status}", **figures)
    return say("Its own measure {name} decides: {score}, {status}", score=number_text(step.score), **figures)


@rollup_sentence.register
def _status(step: StatusOfScore, names: StatusNames) -> str:
    if names.scale.statuses:
        return own_status_sentence(step.status, step.score, names)
    return say(
        "Score {score}: {status} ({on_track} from 66.67, {at_risk} from 33.33)",
        score=number_text(step.score),
        status=names.of(step.status),
        on_track=names.on_track,
        at_risk=names.at_risk,
    )


@rollup_sentence.register(SetByHand)
@rollup_sentence.register(RanOut)
def _by_hand(step: SetByHand | RanOut, names: StatusNames) -> str:
    return manual_sentence(step, names)
