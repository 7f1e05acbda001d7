"""Where a KPI is heading in words: trend, run, latest value and target told from the same facts, so that they agree."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from bsc_site.model.concluded.against import met
from bsc_site.model.concluded.assessment import KpiAssessment
from bsc_site.model.vocabularies import Assurance, Direction, TrendWord, Variation
from bsc_site.wording.language import noted, say, told
from bsc_site.wording.outlooks.signal_text import assurance_sentence, assurance_word, variation_meaning
from bsc_site.wording.period_counts import periods_text
from bsc_site.wording.trend_text import trend_alone, trend_word

_BETTER = (Variation.IMPROVEMENT_HIGH, Variation.IMPROVEMENT_LOW)
_WORSE = (Variation.CONCERN_HIGH, Variation.CONCERN_LOW)
_SO_FAR_WORDS: Mapping[Assurance, str] = {
    Assurance.PASS: noted("Met the target so far"),
    Assurance.FAIL: noted("Missed the target so far"),
}
_SO_FAR: Mapping[Assurance, str] = {
    Assurance.PASS: noted("So far this met the target that holds now; the latest value misses it."),
    Assurance.FAIL: noted("So far this missed the target that holds now; the latest value meets it."),
}
_FORECAST_DIFFERS: Mapping[Assurance, str] = {
    Assurance.PASS: noted("So far this met the target that holds now; the forecast is less sure of the next one."),
    Assurance.FAIL: noted("So far this missed the target that holds now; the forecast sees the next one within reach."),
}
_EVEN = 0.5


def heading_word(found: KpiAssessment) -> str:
    """Where it is heading, inside a sentence: `improving`; `rising` where neither way is better."""
    rising = _neutral(found)
    if rising is None:
        return trend_word(found.trend.word)
    return say("rising") if rising else say("falling")


def heading_alone(found: KpiAssessment) -> str:
    """The same as a word of its own: `Improving`, `Rising`."""
    rising = _neutral(found)
    if rising is None:
        return trend_alone(found.trend.word)
    return say("Rising") if rising else say("Falling")


def _neutral(found: KpiAssessment) -> bool | None:
    """Which way a KPI without direction goes, None for every other and for a steady one."""
    return found.trend.rising if found.kpi.direction is Direction.NONE else None


def run_text(found: KpiAssessment, fewest: int = 2) -> str:
    """`up 3 months in a row`, `lately down 3 months in a row` against the trend.

    Empty for fewer than `fewest`, and where the whole is steady: what moved within it is no direction.
    """
    trend, up = found.trend, found.run_rising
    steady = trend.word is TrendWord.STEADY and trend.rising is None
    if up is None or trend.run_length < fewest or steady:
        return ""
    periods = periods_text(trend.run_length, found.kpi.frequency)
    if trend.rising is not None and trend.rising != up:
        against = noted("lately up {periods} in a row") if up else noted("lately down {periods} in a row")
        return told(against, periods=periods)
    return say("up {periods} in a row", periods=periods) if up else say("down {periods} in a row", periods=periods)


def steady_text(found: KpiAssessment) -> str:
    """`steady over 36 months`, where the latest value stands out of what is steady as a whole; else the plain word."""
    stands_out = found.signal.variation is not Variation.COMMON_CAUSE
    if found.trend.word is not TrendWord.STEADY or _neutral(found) is not None or not stands_out:
        return heading_word(found)
    return say("steady over {periods}", periods=periods_text(found.trend.n, found.kpi.frequency))


def latest_sentences(found: KpiAssessment) -> Iterator[str]:
    """That the latest value is more than noise, and that it goes against the trend where it does; else nothing."""
    variation, word = found.signal.variation, found.trend.word
    if variation is Variation.COMMON_CAUSE:
        return
    sinking = word is TrendWord.WORSENING and variation in _BETTER
    if sinking or (word is TrendWord.IMPROVING and variation in _WORSE):
        along = found.signal.sloped and found.run_rising == found.trend.rising
        yield (
            say("The latest value does not keep up with that.")
            if along
            else say("The latest value goes the other way.")
        )
    yield variation_meaning(variation)


def assurance_name(found: KpiAssessment) -> str:
    """Whether the target is met, in a few words, in the past tense where latest value or forecast tell otherwise."""
    assurance = found.signal.assurance
    at_odds = _latest_differs(found) or _forecast_differs(found)
    return told(_SO_FAR_WORDS[assurance]) if at_odds else assurance_word(assurance)


def assurance_text(found: KpiAssessment) -> str:
    """Whether the target will be met as things run, or how latest value or forecast differ from that; may be empty."""
    assurance = found.signal.assurance
    if _latest_differs(found):
        return told(_SO_FAR[assurance])
    if found.signal.sloped and assurance is Assurance.HIT_OR_MISS:
        return say("As its trend runs now, it is open whether this meets the target in the year to come.")
    return told(_FORECAST_DIFFERS[assurance]) if _forecast_differs(found) else assurance_sentence(assurance)


def _latest_differs(found: KpiAssessment) -> bool:
    reached = met(found.current, found.kpi) if found.current is not None else None
    if found.signal.assurance is Assurance.PASS:
        return reached is False
    return found.signal.assurance is Assurance.FAIL and reached is True


def _forecast_differs(found: KpiAssessment) -> bool:
    chance = found.forecast.next_chance
    if chance is None:
        return False
    if found.signal.assurance is Assurance.PASS:
        return chance < _EVEN
    return found.signal.assurance is Assurance.FAIL and chance > _EVEN
