"""The trend in words: how it was tested, so that a statistician can follow."""

from __future__ import annotations

from bsc_site.model.concluded.assessment import FEWEST_FOR_TREND, PairTest, Trend
from bsc_site.model.declared.kpi import Kpi
from bsc_site.model.period import Frequency
from bsc_site.model.vocabularies import TrendWord
from bsc_site.wording.figures import number_text
from bsc_site.wording.kpi_figures import slope_figure
from bsc_site.wording.language import led, noted, say, told
from bsc_site.wording.period_counts import complete_periods_text, periods_text

_SLOPES = {
    Frequency.DAILY: noted("The median slope between two days (Theil-Sen) is {slope} a day"),
    Frequency.WEEKLY: noted("The median slope between two weeks (Theil-Sen) is {slope} a week"),
    Frequency.MONTHLY: noted("The median slope between two months (Theil-Sen) is {slope} a month"),
    Frequency.QUARTERLY: noted("The median slope between two quarters (Theil-Sen) is {slope} a quarter"),
    Frequency.HALF_YEARLY: noted("The median slope between two half-years (Theil-Sen) is {slope} a half-year"),
    Frequency.YEARLY: noted("The median slope between two years (Theil-Sen) is {slope} a year"),
}


_ALONE = {
    TrendWord.IMPROVING: noted("Improving"),
    TrendWord.STEADY: noted("Steady"),
    TrendWord.WORSENING: noted("Worsening"),
    TrendWord.TOO_SHORT: noted("Too short to tell"),
}
_WORDS = {
    TrendWord.IMPROVING: noted("improving"),
    TrendWord.STEADY: noted("steady"),
    TrendWord.WORSENING: noted("worsening"),
    TrendWord.TOO_SHORT: noted("too short to tell"),
}


def trend_word(word: TrendWord) -> str:
    """Where a KPI is heading, inside a sentence: `improving`."""
    return told(_WORDS[word])


def trend_alone(word: TrendWord) -> str:
    """Where a KPI is heading, as a word of its own: `Improving`."""
    return told(_ALONE[word])


def trend_steps(trend: Trend, kpi: Kpi) -> tuple[str, ...]:
    """The test of the trend and its slope, or how many periods are missing."""
    frequency = kpi.frequency
    if trend.test is None:
        count = complete_periods_text(trend.n, frequency)
        return (say("{count}: too few for a trend, which needs {fewest}", count=count, fewest=FEWEST_FOR_TREND),)
    return (
        _tested(trend, trend.test, _looked_at(trend.n, trend.test, frequency)),
        told(_SLOPES[frequency], slope=_signed_slope(kpi, trend.test.slope)),
    )


def _signed_slope(kpi: Kpi, slope: float) -> str:
    """`+0.1 points`, `−€ 0.44`; `0 points` for none."""
    size = slope_figure(kpi, abs(slope))
    return size if slope == 0 else led(f"{'+' if slope > 0 else '−'}{size}")


def _looked_at(n: int, test: PairTest, frequency: Frequency) -> str:
    if test.before_latest:
        return say("{count} before the latest", count=periods_text(n - 1, frequency))
    return periods_text(n, frequency)


def _tested_word(trend: Trend, test: PairTest) -> str:
    """The word of the trend; where neither way is better, which way the figures go beyond chance."""
    if trend.word is not TrendWord.STEADY or not test.beyond_chance:
        return trend_word(trend.word)
    return say("rising") if test.s > 0 else say("falling")


def _tested(trend: Trend, test: PairTest, count: str) -> str:
    pairs = say("{count}, the season taken out, compared in pairs", count=count)
    if not test.seasonal:
        pairs = say("{count} compared in pairs", count=count)
    more = say("{s} more falls than rises (S)", s=number_text(-test.s))
    if test.s >= 0:
        more = say("{s} more rises than falls (S)", s=number_text(test.s))
    figures = {
        "pairs": pairs,
        "more": more,
        "z": number_text(test.z),
        "share": number_text(test.autocorrelation),
        "word": _tested_word(trend, test),
    }
    if test.beyond_chance:
        return say(
            "{pairs}: {more}, z = {z}, beyond ±1.96 (Mann-Kendall, autocorrelation {share} allowed for): {word}",
            **figures,
        )
    return say(
        "{pairs}: {more}, z = {z}, within ±1.96 (Mann-Kendall, autocorrelation {share} allowed for): {word}", **figures
    )
