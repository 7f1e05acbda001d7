"""The signal in words: what a control chart means, as a manager understands it, and what its limits stand on."""

from __future__ import annotations

from collections.abc import Iterator
from typing import assert_never

from bsc_site.model.calculation.significant_digits import coarse
from bsc_site.model.concluded.assessment import KpiAssessment
from bsc_site.model.concluded.outlook import FEWEST_FOR_CHART, FEWEST_FOR_FIRM_LIMITS, Grounds, Signal, Uncounted
from bsc_site.model.declared.kpi import Kpi
from bsc_site.model.period import Period
from bsc_site.model.vocabularies import Assurance, PointLabel, SpcMethod, Variation
from bsc_site.wording.figures import alike, period_text
from bsc_site.wording.kpi_figures import figure_text, figures_between
from bsc_site.wording.language import noted, say, say_count, say_in, told
from bsc_site.wording.outlooks.rare_text import rare_sentence, unmoved_sentence
from bsc_site.wording.outlooks.season_text import season_sentence

_LABELS = {
    PointLabel.ABOVE_LIMIT: noted("{meaning}: {period} is above the upper limit of natural variation"),
    PointLabel.BELOW_LIMIT: noted("{meaning}: {period} is below the lower limit of natural variation"),
    PointLabel.RISING: noted("{meaning}: {period} is part of seven or more rising values in a row"),
    PointLabel.FALLING: noted("{meaning}: {period} is part of seven or more falling values in a row"),
    PointLabel.TWO_OF_THREE_HIGH: noted("{meaning}: {period} is one of two in three values close to the upper limit"),
    PointLabel.TWO_OF_THREE_LOW: noted("{meaning}: {period} is one of two in three values close to the lower limit"),
    PointLabel.RUN_HIGH: noted("{meaning}: {period} is part of a long run above the mean"),
    PointLabel.RUN_LOW: noted("{meaning}: {period} is part of a long run below the mean"),
    PointLabel.COMMON_CAUSE: noted("{meaning}: {period} is within natural variation"),
}
_LABELS_ALONG = {
    PointLabel.ABOVE_LIMIT: noted("{meaning}: {period} is above the upper limit of natural variation around its trend"),
    PointLabel.BELOW_LIMIT: noted("{meaning}: {period} is below the lower limit of natural variation around its trend"),
    PointLabel.RUN_HIGH: noted("{meaning}: {period} is part of a long run above its trend"),
    PointLabel.RUN_LOW: noted("{meaning}: {period} is part of a long run below its trend"),
}
"""The same where the limits follow a trend."""


def signal_sentences(signal: Signal, kpi: Kpi, assurance: str | None = None) -> tuple[str, ...]:
    """Everything a chart says: the latest value, the target, and how the limits were drawn; nothing without a chart.

    `assurance` is what is said of the target instead, where more than the chart is known.
    """
    if not signal.points:
        return (rare_sentence(signal.rare, kpi),) if signal.rare else ()
    target = assurance_sentence(signal.assurance) if assurance is None else assurance
    first = (variation_sentence(signal, kpi), target)
    return (*(each for each in first if each), *limit_sentences(signal, kpi))


def variation_word(variation: Variation) -> str:
    """In two words: `Real improvement`, `Usual variation` and so on."""
    match variation:
        case Variation.IMPROVEMENT_HIGH | Variation.IMPROVEMENT_LOW:
            return say("Real improvement")
        case Variation.CONCERN_HIGH | Variation.CONCERN_LOW:
            return say("Real concern")
        case Variation.NEUTRAL_HIGH | Variation.NEUTRAL_LOW:
            return say("Real change")
        case Variation.COMMON_CAUSE:
            return say("Usual variation")
    assert_never(variation)


def variation_meaning(variation: Variation) -> str:
    """As a sentence of its own: `A real improvement, not noise.`."""
    return say("{statement}.", statement=_meaning(variation))


def variation_sentence(signal: Signal, kpi: Kpi) -> str:
    """The meaning of the latest value and why: `A real improvement, not noise: Jun 2025 is above ..`; needs a chart."""
    if signal.rare is not None:
        return rare_sentence(signal.rare, kpi)
    latest = signal.points[-1]
    statement = latest_statement(signal.variation, latest.period, latest.label, sloped=signal.sloped)
    return say("{statement}.", statement=statement)


def latest_statement(variation: Variation, latest: Period, label: PointLabel, *, sloped: bool = False) -> str:
    """The same without its full stop: the meaning of the latest value, of its period, and the label that it has."""
    if variation is Variation.COMMON_CAUSE:
        return _meaning(variation)
    labels = _LABELS | _LABELS_ALONG if sloped else _LABELS
    return told(labels[label], meaning=_meaning(variation), period=period_text(latest))


def _meaning(variation: Variation) -> str:
    match variation:
        case Variation.IMPROVEMENT_HIGH | Variation.IMPROVEMENT_LOW:
            return say("A real improvement, not noise")
        case Variation.CONCERN_HIGH | Variation.CONCERN_LOW:
            return say("A real change for the worse, not noise")
        case Variation.NEUTRAL_HIGH | Variation.NEUTRAL_LOW:
            return say("A real change, not noise")
        case Variation.COMMON_CAUSE:
            return say("Nothing unusual: the latest value moves within its natural variation")
    assert_never(variation)


def assurance_word(assurance: Assurance) -> str:
    """In a few words: `Meets the target`; empty where there is no target to meet."""
    match assurance:
        case Assurance.PASS:
            return say("Meets the target")
        case Assurance.FAIL:
            return say("Misses the target")
        case Assurance.HIT_OR_MISS:
            return say("Hit or miss")
        case Assurance.NONE:
            return ""
    assert_never(assurance)


def assurance_sentence(assurance: Assurance) -> str:
    """Whether the target will be met as things run now; empty where there is no target to meet."""
    match assurance:
        case Assurance.PASS:
            return say("As it runs now, this will keep meeting the target.")
        case Assurance.FAIL:
            return say("As it runs now, this will keep missing the target: the way of working has to change.")
        case Assurance.HIT_OR_MISS:
            return say("As it runs now, this meets the target in some periods and misses it in others.")
        case Assurance.NONE:
            return ""
    assert_never(assurance)


def limit_sentences(signal: Signal, kpi: Kpi) -> tuple[str, ...]:
    """The range of natural variation, what to beware of, and where new limits might begin; nothing without a chart."""
    if signal.grounds is None:
        return ()
    return (_range(signal, signal.grounds, kpi), *_caveats(signal, signal.grounds, kpi))


def _range(signal: Signal, grounds: Grounds, kpi: Kpi) -> str:
    if alike(grounds.lower, grounds.upper):
        return unmoved_sentence(kpi, grounds.lower)
    lower, upper, mean = coarse(grounds.lower, grounds.upper, signal.points[-1].mean)
    band, middle = figures_between(kpi, lower, upper), figure_text(kpi, mean)
    if grounds.sloped or grounds.season is not None:
        period = period_text(signal.points[-1].period)
        return say(
            "In {period} values from {band} are natural variation around {mean}.", period=period, band=band, mean=middle
        )
    return say("Values from {band} are natural variation around {mean}.", band=band, mean=middle)


def _caveats(signal: Signal, grounds: Grounds, kpi: Kpi) -> Iterator[str]:
    if signal.trial:
        yield say(
            "The limits are drawn from only {values} and are on trial until there are {firm}.",
            values=say_count("{count} value", "{count} values", grounds.drawn_from),
            firm=FEWEST_FOR_FIRM_LIMITS,
        )
    if grounds.sloped:
        yield say("The limits follow its trend: they stand around the line, not around one level.")
    if grounds.season is not None:
        yield season_sentence(*grounds.season)
    if grounds.correlation > 0:
        yield say("Neighbouring values resemble each other, so the limits are wider and runs must be longer.")
    if grounds.overspread:
        yield say(
            "The values spread more than their counts alone explain, so these limits are too narrow: as a measurement "
            "(kind_of_data: measurement) the KPI would give fewer false alarms."
        )
    if grounds.uncounted is not None:
        yield _uncounted(grounds.uncounted, _kind_word(kpi))
    if signal.suggestion is not None:
        since = period_text(signal.suggestion)
        yield say(
            "Since {period} all values lie on one side of the mean: if something changed, declare a rebase.",
            period=since,
        )


def _uncounted(reason: Uncounted, kind: str) -> str:
    match reason:
        case Uncounted.NO_BASES:
            why = say("the data has no numerators and denominators")
        case Uncounted.NEGATIVE:
            why = say("a count cannot be negative")
        case Uncounted.NOT_POSITIVE:
            why = say("a numerator or denominator is not positive")
        case Uncounted.NO_RATIO:
            why = say("the values are not numerator / denominator")
        case Uncounted.BEYOND_WHOLE:
            why = say("a numerator is larger than its denominator")
        case _:
            assert_never(reason)
    return say("It is declared as a {kind}, but {why}: the limits are those of a measurement.", kind=kind, why=why)


def _kind_word(kpi: Kpi) -> str:
    return say_in("kind of data", "count") if kpi.kind_of_data == "count" else say_in("kind of data", "proportion")


def no_chart_sentence(found: KpiAssessment) -> str:
    """Why a KPI has no control chart."""
    if found.kpi.spc.method is SpcMethod.NONE:
        return say("No limits of natural variation are drawn for this KPI.")
    if found.kpi.unit == "yes/no" or found.kpi.scoring.states:
        return say("Answers of this kind have no natural variation to tell a real change from.")
    if found.signal.rare is not None:
        return rare_sentence(found.signal.rare, found.kpi)
    if found.trend.n >= FEWEST_FOR_CHART:
        return say("These figures are too large to draw limits of natural variation.")
    return say("Too few values to tell a real change from noise: it takes three, and 13 for firm limits.")
