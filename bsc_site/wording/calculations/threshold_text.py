"""Thresholds in words: from which score, and from which pace, each of the organisation's own statuses holds."""

from __future__ import annotations

from bsc_site.model.declared.own_statuses import ACHIEVED, RED_FLAG_SCORE, TARGET_SCORE, OwnStatus
from bsc_site.model.declared.scorecard import StatusNames
from bsc_site.model.vocabularies import Status
from bsc_site.wording.figures import number_text
from bsc_site.wording.language import enumeration, say


def own_status_sentence(status: Status, score: float, names: StatusNames) -> str:
    """`Score 72: On track (Target achieved from 90, On track from 66.67, Slow from 33.33)`."""
    return say(
        "Score {score}: {status} ({thresholds})",
        score=number_text(score),
        status=names.of(status, score),
        thresholds=_scores_text(names),
    )


def threshold_sentence(own: OwnStatus, names: StatusNames) -> str:
    """From where on a status holds: `From a score of 66.67: the target is reached. By pace from 0.95.`."""
    sentences = [_score_sentence(own)]
    if own.pace == ACHIEVED:
        sentences.append(say("By pace when the target is met."))
    elif own.pace is not None:
        sentences.append(say("By pace from {pace}.", pace=number_text(own.pace, 2)))
    elif names.scale.pace_knots:
        sentences.append(say("By pace below that of the one before."))
    return " ".join(sentences)


def _score_sentence(own: OwnStatus) -> str:
    if own.from_ is None:
        return say("Below all others.")
    score = number_text(own.from_)
    if own.from_ == TARGET_SCORE:
        return say("From a score of {score}, which is that of a target just reached.", score=score)
    if own.from_ == RED_FLAG_SCORE:
        return say("From a score of {score}, which is that of the red flag.", score=score)
    return say("From a score of {score}.", score=score)


def _scores_text(names: StatusNames) -> str:
    return enumeration(
        say("{status} from {score}", status=each.name, score=number_text(each.from_))
        for each in names.scale.statuses
        if each.from_ is not None
    )


def paces_text(names: StatusNames) -> str:
    """`Target achieved when the target is met, On track from 0.95`; empty where no pace was declared."""
    return enumeration(_pace_text(each) for each in names.scale.statuses if each.pace is not None)


def _pace_text(own: OwnStatus) -> str:
    if own.pace == ACHIEVED:
        return say("{status} when the target is met", status=own.name)
    return say("{status} from {pace}", status=own.name, pace=number_text(float(own.pace or 0.0), 2))
