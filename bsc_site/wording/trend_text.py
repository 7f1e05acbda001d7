"""The trend in words: how it was tested, so that a statistician can follow."""

from __future__ import annotations

from bsc_site.model.concluded.assessment import FEWEST_FOR_TREND, PairTest, Trend
from bsc_site.model.figures import count_text, number_text
from bsc_site.model.period import Frequency
from bsc_site.model.vocabularies import TrendWord
from bsc_site.wording.language import noted, say, told

_WORDS = {
    TrendWord.IMPROVING: noted("Improving"),
    TrendWord.STEADY: noted("Steady"),
    TrendWord.WORSENING: noted("Worsening"),
    TrendWord.TOO_SHORT: noted("Too short to tell"),
}
_IN_LISTS = {
    TrendWord.IMPROVING: noted("improving"),
    TrendWord.STEADY: noted("steady"),
    TrendWord.WORSENING: noted("worsening"),
    TrendWord.TOO_SHORT: noted("too short to tell"),
}


def trend_word(word: TrendWord) -> str:
    """A trend that stands alone: `Improving`."""
    return told(_WORDS[word])


def trend_in_list(word: TrendWord) -> str:
    """A trend among other words: `improving`."""
    return told(_IN_LISTS[word])


def trend_steps(trend: Trend, frequency: Frequency) -> tuple[str, ...]:
    """The test of the trend and its slope, or how many periods are missing; `frequency` is the KPI's."""
    noun = frequency.noun
    if trend.test is None:
        count = count_text(trend.n, say("complete {noun}", noun=noun))
        return (say("{count}: too few for a trend, which needs {fewest}", count=count, fewest=FEWEST_FOR_TREND),)
    return (
        _tested(trend, trend.test, count_text(trend.n, noun)),
        say(
            "The median slope between two {noun}s (Theil-Sen) is {slope} a {noun}",
            noun=noun,
            slope=number_text(trend.test.slope),
        ),
    )


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
        "word": trend.word.value,
    }
    if test.beyond_chance:
        return say(
            "{pairs}: {more}, z = {z}, beyond ±1.96 (Mann-Kendall, autocorrelation {share} allowed for): {word}",
            **figures,
        )
    return say(
        "{pairs}: {more}, z = {z}, within ±1.96 (Mann-Kendall, autocorrelation {share} allowed for): {word}", **figures
    )
