"""The conclusion: the sentence that says what a chart shows."""

from __future__ import annotations

from bsc_site.model.concluded.assessment import Expectation, KpiAssessment, Point
from bsc_site.model.declared.kpi import Kpi
from bsc_site.model.declared.scorecard import StatusNames
from bsc_site.model.figures import count_text, number_text, period_text, quantity_text
from bsc_site.model.period import Frequency
from bsc_site.model.vocabularies import TrendWord, Variation
from bsc_site.wording.forecast_text import chance_sentence
from bsc_site.wording.signal_text import variation_meaning

_RUN_WORTH_SAYING = 3


def kpi_finding(assessed: KpiAssessment, names: StatusNames) -> str:
    """Its standing: `41.2 % in Jun 2025, above the 40 % expected: on track; improving, up 5 months in a row.`."""
    kpi, now = assessed.kpi, assessed.current
    if now is None:
        return f"{count_text(len(assessed.points), 'value')} so far, none of a complete {kpi.frequency.noun}."
    when = "on" if kpi.frequency is Frequency.DAILY else "in"
    value = f"{quantity_text(now.value, kpi.unit, kpi.decimals)} {when} {period_text(now.period)}"
    standing = f": {_within_a_sentence(names.of(now.status))}" if now.status.judged else ""
    return f"{value}{_against(now.value, now.expected, kpi)}{standing}{_heading(assessed)}.{_beyond(assessed)}"


def expected_text(expected: Expectation, kpi: Kpi) -> str:
    """What was expected: `40 %`, `3 to 5 days`; empty when nothing was."""
    if expected.target is not None:
        return quantity_text(expected.target, kpi.unit, kpi.decimals)
    if expected.low is not None and expected.high is not None:
        return f"{number_text(expected.low, kpi.decimals)} to {quantity_text(expected.high, kpi.unit, kpi.decimals)}"
    return ""


def _beyond(assessed: KpiAssessment) -> str:
    """Whether the latest value is more than noise, and how likely the next target is; empty where nothing says so."""
    variation, chances = assessed.signal.variation, assessed.forecast.chances
    meaning = "" if variation is Variation.COMMON_CAUSE else variation_meaning(variation)
    return "".join(
        f" {words}" for words in (meaning, chance_sentence(chances[0], assessed.kpi) if chances else "") if words
    )


def _against(value: float, expected: Expectation, kpi: Kpi) -> str:
    words = expected_text(expected, kpi)
    if not words:
        return ""
    if expected.target is None:
        return f", {_beside(value, expected)} the band of {words}"
    if quantity_text(value, kpi.unit, kpi.decimals) == words:
        return ", as expected"
    return f", {'above' if value > expected.target else 'below'} the {words} expected"


def _beside(value: float, expected: Expectation) -> str:
    if expected.low is not None and value < expected.low:
        return "below"
    return "above" if expected.high is not None and value > expected.high else "inside"


def _heading(assessed: KpiAssessment) -> str:
    word = assessed.trend.word
    if word is TrendWord.TOO_SHORT:
        return ""
    run = assessed.trend.run_length
    if run < _RUN_WORTH_SAYING or assessed.previous is None or assessed.current is None:
        return f"; {word.value}"
    return f"; {word.value}, {_way(assessed.previous, assessed.current)} {run} {assessed.kpi.frequency.noun}s in a row"


def _way(before: Point, now: Point) -> str:
    return "up" if now.value > before.value else "down"


def _within_a_sentence(words: str) -> str:
    return words[:1].lower() + words[1:]
