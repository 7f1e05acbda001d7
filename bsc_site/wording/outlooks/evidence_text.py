"""The evidence in words: what the data says about an arrow of the map, never more than it can."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TypeAlias

from bsc_site.model.concluded.assessment import KpiAssessment
from bsc_site.model.concluded.evidence import (
    FiguresCountedUp,
    FrequenciesDiffer,
    HardlyVaries,
    HeldFigures,
    LinkEvidence,
    Mechanical,
    NoKpi,
    SameKpi,
    TooFewCommonPeriods,
    TooRare,
)
from bsc_site.model.declared.kpi import Kpi
from bsc_site.model.vocabularies import Grade
from bsc_site.wording.figures import number_text, period_text
from bsc_site.wording.language import noted, say, told
from bsc_site.wording.outlooks.grade_words import grade_word
from bsc_site.wording.outlooks.mechanical_text import mechanical_sentence
from bsc_site.wording.period_counts import frequency_word, period_noun, periods_text

_VERDICTS = {
    Grade.SUPPORTED: noted("The data supports this hypothesis"),
    Grade.TENTATIVE: noted("The data points the expected way, but chance could explain it"),
    Grade.CONTRADICTED: noted("The data contradicts this hypothesis: the association has the other sign"),
    Grade.NO_EVIDENCE: noted("No association, although one worth knowing would have been seen"),
    Grade.INCONCLUSIVE: noted("The data cannot tell: even an association worth knowing could have been missed"),
    Grade.CONSISTENT: noted("So far the data fits this hypothesis; it is too early to count on it"),
    Grade.NOT_CONSISTENT: noted("So far the data does not fit this hypothesis; it is too early to give it up"),
    Grade.NOT_TESTABLE_YET: noted("Cannot be tested yet"),
    Grade.COMPUTED_FROM_EACH_OTHER: noted("Computed from each other"),
}
_Waiting: TypeAlias = NoKpi | SameKpi | FrequenciesDiffer | TooRare | TooFewCommonPeriods | HardlyVaries | HeldFigures
_PLAIN = {
    NoKpi: noted("Cannot be tested yet: one of the two objectives has no KPI."),
    SameKpi: noted("Cannot be tested yet: the same KPI stands for both objectives."),
    HardlyVaries: noted("Cannot be tested yet: one of the two hardly varies."),
    HeldFigures: noted(
        "Cannot be tested yet: both repeat their figures and change in the same few periods; declare with frequency: "
        "how often they are really measured."
    ),
}
_EITHER_ORDER = noted("The data points the expected way, but chance or the reverse order could explain it")


def evidence_sentence(link: LinkEvidence, kpis: Mapping[str, KpiAssessment]) -> str:
    """The verdict with its figures and the caveat, or why there is none and from when on there can be."""
    if isinstance(link.untested, Mechanical):
        return mechanical_sentence(link.untested, {name: each.kpi for name, each in kpis.items()})
    if isinstance(link.untested, FiguresCountedUp):
        return " ".join((_counted_up(_name(link.untested.kpi, kpis)), *_testable_from(link)))
    if link.untested is not None:
        names = (_name(link.cause, kpis), _name(link.outcome, kpis))
        return " ".join((_untested(link.untested, *names), *_testable_from(link)))
    found = _tested(link, kpis[link.cause or ""].kpi, kpis[link.outcome or ""].kpi)
    return f"{found} {_caveat(link)}"


def _caveat(link: LinkEvidence) -> str:
    if link.lag:
        return say("An association in time order, not proof of cause.")
    return say("An association, not proof of cause; without a lag there is no order of time either.")


def _name(kpi: str | None, kpis: Mapping[str, KpiAssessment]) -> str:
    return "" if kpi is None else kpis[kpi].kpi.name


def link_conclusion(link: LinkEvidence, cause: Kpi, outcome: Kpi) -> str:
    """What the chart of a tested arrow shows: `Supported: when Visits rises, Revenue should rise 3 months later.`."""
    noun = period_noun(cause.frequency)
    figures = {"grade": grade_word(link.grade), "cause": cause.name, "outcome": outcome.name}
    if link.lag:
        lag = periods_text(link.lag, cause.frequency)
        if link.rising:
            return say("{grade}: when {cause} rises, {outcome} should rise {lag} later.", lag=lag, **figures)
        return say("{grade}: when {cause} rises, {outcome} should fall {lag} later.", lag=lag, **figures)
    if link.rising:
        return say("{grade}: when {cause} rises, {outcome} should rise in the same {noun}.", noun=noun, **figures)
    return say("{grade}: when {cause} rises, {outcome} should fall in the same {noun}.", noun=noun, **figures)


def correlation_text(value: float | None) -> str:
    """A correlation with its sign: `+0.64`; an em dash for none."""
    if value is None:
        return "—"
    figure = number_text(value, 2)
    return say("+{figure}", figure=figure) if value > 0 else figure


def _tested(link: LinkEvidence, cause: Kpi, outcome: Kpi) -> str:
    noun = period_noun(cause.frequency)
    figures = {
        "verdict": told(_EITHER_ORDER if link.lag and link.grade is Grade.TENTATIVE else _VERDICTS[link.grade]),
        "cause": cause.name,
        "outcome": outcome.name,
        "effect": correlation_text(link.effect),
        "low": correlation_text(link.low),
        "high": correlation_text(link.high),
        "periods": periods_text(link.n, cause.frequency),
    }
    if link.lag:
        return say(
            "{verdict}: changes of {cause} and of {outcome} {lag} later have a correlation of {effect} "
            "(95 % interval {low} to {high}, {periods}).",
            lag=periods_text(link.lag, cause.frequency),
            **figures,
        )
    return say(
        "{verdict}: changes of {cause} and of {outcome} in the same {noun} have a correlation of {effect} "
        "(95 % interval {low} to {high}, {periods}).",
        noun=noun,
        **figures,
    )


def _counted_up(kpi: str) -> str:
    return say(
        "Cannot be tested yet: the figures of {kpi} look counted up within the year; declare cumulative: year.", kpi=kpi
    )


def _untested(reason: _Waiting, cause: str, outcome: str) -> str:
    match reason:
        case FrequenciesDiffer(often, other):
            return say(
                "Cannot be tested yet: {cause} is {often}, {outcome} is {other}.",
                cause=cause,
                often=frequency_word(often),
                outcome=outcome,
                other=frequency_word(other),
            )
        case TooRare(frequency):
            return say(
                "Cannot be tested yet: figures are {rare}: 24 of them take too long.", rare=frequency_word(frequency)
            )
        case TooFewCommonPeriods(found, needed):
            return say(
                "Cannot be tested yet: {found} of the {needed} common periods that it takes.",
                found=found,
                needed=needed,
            )
    return told(_PLAIN[type(reason)])


def _testable_from(link: LinkEvidence) -> tuple[str, ...]:
    if link.testable_from is None:
        return ()
    return (say("From {period} on it can be.", period=period_text(link.testable_from)),)
