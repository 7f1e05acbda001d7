"""Signals: what a KPI's control chart and forecast say, as icon, word and sentence."""

from __future__ import annotations

from datetime import date

from markupsafe import Markup

from bsc_site.model.concluded.assessment import KpiAssessment
from bsc_site.model.value_class import dataclass
from bsc_site.model.vocabularies import Assurance
from bsc_site.render.text import own
from bsc_site.render.views.kpi_views.signal_icons import assurance_icon, variation_icon
from bsc_site.render.views.parts.page_parts import Fact
from bsc_site.wording.language import say
from bsc_site.wording.outlooks.forecast_text import (
    chance_figure,
    chance_sentence,
    chance_statement,
    needed_text,
    obstacle_sentence,
)
from bsc_site.wording.outlooks.heading_text import assurance_name, assurance_text
from bsc_site.wording.outlooks.point_words import point_cell
from bsc_site.wording.outlooks.signal_text import (
    limit_sentences,
    no_chart_sentence,
    variation_sentence,
    variation_word,
)

_ORDER = {"concern": 0, "neutral": 1, "common": 2, "improvement": 3}


@dataclass(frozen=True, slots=True)
class SignalMark:
    """An icon with its word; `why` is the sentence behind it."""

    icon: Markup
    word: str
    why: str


@dataclass(frozen=True, slots=True)
class SignalRow:
    """What the row of a KPI tells beyond its value: signals, the chance of the next target, and numbers to sort by.

    `orders` are those of the signals and of the chance, empty where there is none.
    """

    marks: tuple[SignalMark, ...]
    chance: str
    chance_why: str
    orders: tuple[Markup, Markup]


def signal_marks(found: KpiAssessment) -> tuple[SignalMark, ...]:
    """Variation and assurance; nothing without a control chart, no assurance without a target."""
    signal = found.signal
    if not signal.points:
        return ()
    variation, assurance = signal.variation, signal.assurance
    word = say("Rare events") if signal.rare else variation_word(variation)
    mark = SignalMark(variation_icon(variation), word, variation_sentence(signal, found.kpi))
    if assurance is Assurance.NONE:
        return (mark,)
    return (mark, SignalMark(assurance_icon(assurance), assurance_name(found), assurance_text(found)))


def signal_notes(found: KpiAssessment) -> tuple[str, ...]:
    """How the limits were drawn and what to beware of; why there is no chart where there is none."""
    return limit_sentences(found.signal, found.kpi) if found.signal.points else (no_chart_sentence(found),)


def signal_row(found: KpiAssessment) -> SignalRow:
    """The same for a row of a table."""
    signal, chances = found.signal, found.forecast.chances
    order = str(_ORDER[signal.variation.value.partition("_")[0]]) if signal.points else ""
    return SignalRow(
        marks=signal_marks(found),
        chance=chance_figure(chances[0]) if chances else "—",
        chance_why=chance_sentence(chances[0], found.kpi) if chances else "",
        orders=(own(order), own(f"{chances[0].probability:.6f}" if chances else "")),
    )


def chance_facts(found: KpiAssessment) -> tuple[Fact, ...]:
    """The chance of each target ahead with what it takes, or what stands in the way of a forecast."""
    kpi, forecast = found.kpi, found.forecast
    if forecast.obstacle is not None:
        return (Fact(say("Forecast"), obstacle_sentence(forecast.obstacle, kpi)),)
    return tuple(Fact(say("Chance"), chance_statement(each, kpi), needed_text(each, kpi)) for each in forecast.chances)


def words_by_day(found: KpiAssessment, first: date) -> dict[date, str]:
    """First day of a period, from `first` on, to what the limits of natural variation say of its value."""
    points = found.signal.points if found.signal.grounds else ()
    return {day: point_cell(each.label) for each in points if (day := each.period.start) >= first}
