"""The conclusion of a KPI's chart: the sentence that says what it shows."""

from __future__ import annotations

from collections.abc import Iterator

from bsc_site.model.concluded.against import Against, against
from bsc_site.model.concluded.assessment import Expectation, KpiAssessment, Point
from bsc_site.model.declared.kpi import Kpi
from bsc_site.model.declared.scorecard import StatusNames
from bsc_site.model.period import Frequency
from bsc_site.model.vocabularies import TrendWord
from bsc_site.wording.kpi_figures import figure_text, figures_apart, figures_between
from bsc_site.wording.language import say, say_count
from bsc_site.wording.outlooks.forecast_text import chance_sentence
from bsc_site.wording.outlooks.heading_text import latest_sentences, run_text, steady_text
from bsc_site.wording.period_counts import period_noun
from bsc_site.wording.point_text import so_far_text
from bsc_site.wording.status_text import judged_text

_RUN_WORTH_SAYING = 3


def kpi_conclusion(assessed: KpiAssessment, names: StatusNames) -> str:
    """Its standing: `41.2 % in Jun 2025, above the 40 % expected: on track; improving, up 5 months in a row.`."""
    kpi, now = assessed.kpi, assessed.current
    if now is None:
        return say_count(
            "{count} value so far, none of a complete {noun}.",
            "{count} values so far, none of a complete {noun}.",
            len(assessed.points),
            noun=period_noun(kpi.frequency),
        )
    standing = _against(_observed(now, kpi), now, kpi)
    if now.status.judged:
        standing = say("{standing}: {status}", standing=standing, status=judged_text(assessed, now, names))
    standing = say("{standing}.", standing=_heading(standing, assessed))
    return " ".join((standing, *_beyond(assessed)))


def expectation_text(expected: Expectation, kpi: Kpi) -> str:
    """What was expected: `40 %`, `3 to 5 days`; empty when nothing was."""
    if expected.target is not None:
        return figure_text(kpi, expected.target)
    if expected.low is not None and expected.high is not None:
        return figures_between(kpi, expected.low, expected.high)
    return ""


def _observed(now: Point, kpi: Kpi) -> str:
    value, period = figure_text(kpi, now.value), so_far_text(now)
    if now.expected.target is not None:
        value, _ = figures_apart(kpi, now.value, now.expected.target)
    if kpi.frequency is Frequency.DAILY:
        return say("{value} on {day}", value=value, day=period)
    return say("{value} in {period}", value=value, period=period)


def _against(standing: str, now: Point, kpi: Kpi) -> str:
    expected = expectation_text(now.expected, kpi)
    if not expected:
        return standing
    if now.expected.target is None:
        return _against_band(standing, now, expected)
    if against(now, kpi) is Against.EQUAL:
        return say("{standing}, as expected", standing=standing)
    _, expected = figures_apart(kpi, now.value, now.expected.target)
    if now.value > now.expected.target:
        return say("{standing}, above the {target} expected", standing=standing, target=expected)
    return say("{standing}, below the {target} expected", standing=standing, target=expected)


def _against_band(standing: str, now: Point, band: str) -> str:
    if now.expected.low is not None and now.value < now.expected.low:
        return say("{standing}, below the band of {band}", standing=standing, band=band)
    if now.expected.high is not None and now.value > now.expected.high:
        return say("{standing}, above the band of {band}", standing=standing, band=band)
    return say("{standing}, inside the band of {band}", standing=standing, band=band)


def _heading(standing: str, assessed: KpiAssessment) -> str:
    if assessed.trend.word is TrendWord.TOO_SHORT:
        return standing
    word, run = steady_text(assessed), run_text(assessed, _RUN_WORTH_SAYING)
    if not run:
        return say("{standing}; {trend}", standing=standing, trend=word)
    return say("{standing}; {trend}, {run}", standing=standing, trend=word, run=run)


def _beyond(assessed: KpiAssessment) -> Iterator[str]:
    """Whether the latest value is more than noise, and how likely the next target is."""
    yield from latest_sentences(assessed)
    for chance in assessed.forecast.chances[:1]:
        yield chance_sentence(chance, assessed.kpi)
