"""Reasons in words: why there is no score, no progress, no pace or no value."""

from __future__ import annotations

from collections.abc import Mapping

from bsc_site.model.calculation.kpi_steps import NoFigure, NoWay
from bsc_site.model.calculation.scoring_steps import (
    NoPace,
    NoProgress,
    NoScore,
    NotAfterBaseline,
    WhyNoPace,
    WhyNoScore,
)
from bsc_site.model.vocabularies import Status
from bsc_site.wording.calculations.kpi_words import KpiWords
from bsc_site.wording.figures import period_text
from bsc_site.wording.language import noted, say, told

_NO_SCORE: Mapping[NoScore, str] = {
    NoScore.NO_DIRECTION: noted("the KPI has no direction"),
    NoScore.NO_TARGET_HOLDS: noted("no target holds at this period"),
    NoScore.NO_AMBER_ZONE: noted("a share of a target of 0 leaves no amber zone; declare thresholds.red_flag"),
    NoScore.RED_FLAG_MISPLACED: noted("the red flag is not on the bad side of the target"),
    NoScore.NO_BAND_HOLDS: noted("no band holds at this period"),
    NoScore.BAND_TURNED: noted("the band ends below its beginning"),
    NoScore.NO_BANDS: noted("the scoring declares no bands"),
    NoScore.NO_RULE_HOLDS: noted("none of the rules holds"),
    NoScore.PERCENT_OF_BAND: noted("a band has no percent of target"),
    NoScore.PERCENT_OF_NOTHING: noted("a percentage needs a target above zero"),
    NoScore.PACE_OF_BAND: noted("a band has no pace"),
    NoScore.DECLARED: noted("the scoring says so"),
}
_NO_PROGRESS: Mapping[NoProgress, str] = {
    NoProgress.NO_BASELINE: noted("No progress: the KPI has no baseline"),
    NoProgress.NO_TARGET: noted("No progress: the KPI has no target"),
    NoProgress.NO_WAY: noted("No progress: the level of the baseline is to be held"),
    NoProgress.WRONG_WAY: noted("No progress: the target is worse than the baseline"),
    NoProgress.TOO_FAR_APART: noted("No progress: the figures are too far apart to compare"),
}
_NO_PACE: Mapping[NoPace, str] = {
    NoPace.NO_DIRECTION: noted("No pace: the KPI is neither better higher nor better lower"),
    NoPace.NO_BASELINE: noted("No pace: the KPI has no baseline"),
    NoPace.NO_TARGET: noted("No pace: the KPI has no target"),
    NoPace.NO_GROWTH_NEEDED: noted("No pace: the level of the baseline is to be held"),
    NoPace.TOO_LARGE: noted("No pace: the growth is too large to compare"),
    NoPace.NOT_ABOVE_ZERO: noted("No pace: growth rates need a baseline, a value and a target above zero"),
}
_NO_WAY: Mapping[NoWay, str] = {
    NoWay.BAND: noted("No progress and no pace: a band has no single target"),
    NoWay.NO_BASELINE: noted("No progress and no pace: the KPI has no baseline"),
    NoWay.NO_TARGET: noted("No progress and no pace: the KPI has no target"),
}
_NO_FIGURE: Mapping[NoFigure, tuple[str, Status]] = {
    NoFigure.NO_DIRECTION: (noted("The KPI has no direction: {status}"), Status.NOT_SCORED),
    NoFigure.NO_TARGET: (noted("The KPI has no target: {status}"), Status.NOT_SCORED),
    NoFigure.NOT_COMPLETE: (noted("The only period with figures is not complete: {status}"), Status.NO_DATA),
    NoFigure.NONE_YET: (noted("There is no value yet: {status}"), Status.NO_DATA),
}


def no_score_text(why: WhyNoScore) -> str:
    """Why there is no score, as it stands behind a colon."""
    if isinstance(why, NoScore):
        return told(_NO_SCORE[why])
    return no_progress_sentence(why) if isinstance(why, NoProgress) else no_pace_sentence(why)


def no_progress_sentence(why: NoProgress) -> str:
    """`No progress: the KPI has no baseline`."""
    return told(_NO_PROGRESS[why])


def no_pace_sentence(why: WhyNoPace) -> str:
    """`No pace: Jan 2025 is not after the baseline, Jun 2025`."""
    if isinstance(why, NotAfterBaseline):
        periods = {"period": period_text(why.period), "baseline": period_text(why.baseline)}
        return say("No pace: {period} is not after the baseline, {baseline}", **periods)
    return told(_NO_PACE[why])


def no_way_sentence(why: NoWay) -> str:
    """`No progress and no pace: the KPI has no baseline`."""
    return told(_NO_WAY[why])


def no_figure_sentence(why: NoFigure, words: KpiWords) -> str:
    """`There is no value yet: no data`."""
    reason, status = _NO_FIGURE[why]
    return told(reason, status=words.within(status))
