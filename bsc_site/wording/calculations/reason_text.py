"""Reasons in words: why there is no score, no progress, no pace or no value."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from bsc_site.model.calculation.kpi_steps import NoFigure, NoWay
from bsc_site.model.calculation.scoring_steps import (
    NoPace,
    NoProgress,
    NoScore,
    NotAfterBaseline,
    WhyNoPace,
    WhyNoScore,
)
from bsc_site.model.figures import period_text
from bsc_site.model.vocabularies import Status
from bsc_site.wording.calculations.kpi_words import KpiWords
from bsc_site.wording.language import say

_NO_SCORE: Mapping[NoScore, Callable[[], str]] = {
    NoScore.NO_DIRECTION: lambda: say("the KPI has no direction"),
    NoScore.NO_TARGET_HOLDS: lambda: say("no target holds at this period"),
    NoScore.NO_AMBER_ZONE: lambda: say("a share of a target of 0 leaves no amber zone; declare thresholds.red_flag"),
    NoScore.RED_FLAG_MISPLACED: lambda: say("the red flag is not on the bad side of the target"),
    NoScore.NO_BAND_HOLDS: lambda: say("no band holds at this period"),
    NoScore.BAND_TURNED: lambda: say("the band ends below its beginning"),
    NoScore.NO_BANDS: lambda: say("the scoring declares no bands"),
    NoScore.NO_RULE_HOLDS: lambda: say("none of the rules holds"),
    NoScore.PERCENT_OF_BAND: lambda: say("a band has no percent of target"),
    NoScore.PERCENT_OF_NOTHING: lambda: say("a percentage needs a target above zero"),
    NoScore.PACE_OF_BAND: lambda: say("a band has no pace"),
    NoScore.DECLARED: lambda: say("the scoring says so"),
}
_NO_PROGRESS: Mapping[NoProgress, Callable[[], str]] = {
    NoProgress.NO_BASELINE: lambda: say("No progress: the KPI has no baseline"),
    NoProgress.NO_TARGET: lambda: say("No progress: the KPI has no target"),
    NoProgress.NO_WAY: lambda: say("No progress: the target equals the baseline"),
    NoProgress.TOO_FAR_APART: lambda: say("No progress: the figures are too far apart to compare"),
}
_NO_PACE: Mapping[NoPace, Callable[[], str]] = {
    NoPace.NO_DIRECTION: lambda: say("No pace: the KPI is neither better higher nor better lower"),
    NoPace.NO_BASELINE: lambda: say("No pace: the KPI has no baseline"),
    NoPace.NO_TARGET: lambda: say("No pace: the KPI has no target"),
    NoPace.NO_GROWTH_NEEDED: lambda: say("No pace: the target equals the baseline"),
    NoPace.TOO_LARGE: lambda: say("No pace: the growth is too large to compare"),
    NoPace.NOT_ABOVE_ZERO: lambda: say("No pace: growth rates need a baseline, a value and a target above zero"),
}
_NO_WAY: Mapping[NoWay, Callable[[], str]] = {
    NoWay.BAND: lambda: say("No progress and no pace: a band has no single target"),
    NoWay.NO_BASELINE: lambda: say("No progress and no pace: the KPI has no baseline"),
    NoWay.NO_TARGET: lambda: say("No progress and no pace: the KPI has no target"),
}
_NO_FIGURE: Mapping[NoFigure, Callable[[KpiWords], str]] = {
    NoFigure.NO_DIRECTION: lambda words: say(
        "The KPI has no direction: {status}", status=words.within(Status.NOT_SCORED)
    ),
    NoFigure.NO_TARGET: lambda words: say("The KPI has no target: {status}", status=words.within(Status.NOT_SCORED)),
    NoFigure.NOT_COMPLETE: lambda words: say(
        "The only period with figures is not complete: {status}", status=words.within(Status.NO_DATA)
    ),
    NoFigure.NONE_YET: lambda words: say("There is no value yet: {status}", status=words.within(Status.NO_DATA)),
}


def no_score_text(why: WhyNoScore) -> str:
    """Why there is no score, as it stands behind a colon."""
    if isinstance(why, NoScore):
        return _NO_SCORE[why]()
    return no_progress_sentence(why) if isinstance(why, NoProgress) else no_pace_sentence(why)


def no_progress_sentence(why: NoProgress) -> str:
    """`No progress: the KPI has no baseline`."""
    return _NO_PROGRESS[why]()


def no_pace_sentence(why: WhyNoPace) -> str:
    """`No pace: Jan 2025 is not after the baseline, Jun 2025`."""
    if isinstance(why, NotAfterBaseline):
        periods = {"period": period_text(why.period), "baseline": period_text(why.baseline)}
        return say("No pace: {period} is not after the baseline, {baseline}", **periods)
    return _NO_PACE[why]()


def no_way_sentence(why: NoWay) -> str:
    """`No progress and no pace: the KPI has no baseline`."""
    return _NO_WAY[why]()


def no_figure_sentence(why: NoFigure, words: KpiWords) -> str:
    """`There is no value yet: no data`."""
    return _NO_FIGURE[why](words)
