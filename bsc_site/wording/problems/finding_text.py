"""Findings in words: the message of a finding with its figures put in."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from functools import partial
from typing import Self, assert_never

from bsc_site.model.period import Frequency, Period
from bsc_site.model.problem import (
    Chain,
    Figure,
    Finding,
    GoneEntries,
    MonthOfYear,
    NameChain,
    Names,
    Portion,
    Quantity,
    Span,
)
from bsc_site.model.provenance import Provenance
from bsc_site.model.saying.said import Counted, InContext, Listed, Said
from bsc_site.wording.figures import date_text, exact_text, month_in_full, period_text, share_text
from bsc_site.wording.language import Language, enumeration, filled, form_told, say_count, say_in, signed, spoken, told
from bsc_site.wording.period_counts import frequency_word, periods_text
from bsc_site.wording.problems.gone_text import gone_text
from bsc_site.wording.provenance.origin_lines import provenance_text

_NAMED = 3
"""How many periods a finding names before it only counts them."""
_NAME_FIRST = "'{name}' "


class Retellable(str):
    """A message in the language that was spoken when it was told, which can be told again in another one.

    Copies and digests know it as the text that it is.
    """

    __slots__ = ("_again", "_language")
    _again: Callable[[], str]
    _language: Language

    def __new__(cls, again: Callable[[], str]) -> Self:
        """What `again` tells in the language that is spoken now."""
        made = super().__new__(cls, again())
        made._again, made._language = again, spoken()
        return made

    def __reduce__(self) -> tuple[type[str], tuple[str]]:
        """It is written down as a text."""
        return str, (str(self),)

    def again(self) -> str:
        """The message in the language that is spoken now."""
        return self if spoken() is self._language else Retellable(self._again)


def worded(finding: Finding) -> Finding:
    """The finding with its message in words, which needs no figures any more."""
    return replace(finding, message=Retellable(partial(finding_message, finding)), figures=(), plural="")


def finding_message(finding: Finding) -> str:
    """What was found: `the formula divides by zero in Jan 2025, Feb 2025, Mar 2025 and 2 more periods; ..`."""
    if not finding.figures:
        return said_again(finding.message) if isinstance(finding.message, Said) else told(finding.message)
    return _filled(_form(finding), finding)


def said_again(message: str) -> str:
    """What was said where a file was read, in the language that is spoken; any other text as it is."""
    if isinstance(message, Retellable):
        return message.again()
    if isinstance(message, Listed):
        return Retellable(partial(_listed_text, message))
    if isinstance(message, InContext):
        return Retellable(partial(say_in, message.context, str(message)))
    return Retellable(partial(_said_text, message)) if isinstance(message, Said) else message


def _listed_text(texts: Listed) -> str:
    *others, last = [said_again(each) for each in texts.each] or [""]
    if texts.joint and others:
        return told(texts.joint, others=enumeration(others), last=last)
    return enumeration([*others, last])


def _said_text(message: Said) -> str:
    figures, sentence = message.figures, message.sentence
    form = form_told(*sentence, int(figures["count"])) if isinstance(sentence, Counted) else told(sentence)
    texts = {name: said_again(each) if isinstance(each, str) else signed(f"{each:,}") for name, each in figures.items()}
    return filled(form, texts) if texts else form


def after_the_name(finding: Finding) -> str | None:
    """What is said of an element after its name, where the sentence begins with that: `has no owner`; else None."""
    form = _form(finding)
    return _filled(form.removeprefix(_NAME_FIRST), finding) if form.startswith(_NAME_FIRST) else None


def _form(finding: Finding) -> str:
    """The sentence in the language that is spoken, its places unfilled."""
    count = dict(finding.figures).get("count")
    if finding.plural and isinstance(count, int):
        return form_told(finding.message, finding.plural, count)
    return told(finding.message)


def _filled(form: str, finding: Finding) -> str:
    return filled(form, {name: _figure_text(figure) for name, figure in finding.figures})


def _figure_text(figure: Figure) -> str:
    match figure:
        case Frequency():
            text = frequency_word(figure)
        case str():
            text = figure
        case int():
            text = f"{figure:,}"
        case Portion(share):
            text = share_text(share)
        case Chain() | NameChain() | Names():
            text = _names_text(figure)
        case Span():
            text = periods_text(figure.count, figure.frequency)
        case Quantity():
            text = exact_text(figure.value, figure.unit)
        case MonthOfYear(number):
            text = month_in_full(number)
        case Provenance() | GoneEntries():
            text = _data_text(figure)
        case _:
            text = _time_text(figure)
    return text


def _data_text(figure: Provenance | GoneEntries) -> str:
    return provenance_text(figure) if isinstance(figure, Provenance) else gone_text(figure)


def _names_text(figure: Chain | NameChain | Names) -> str:
    match figure:
        case Chain(ids):
            return " → ".join(ids)
        case NameChain(names):
            return " → ".join(f"'{each}'" for each in names)
        case Names(names):
            return enumeration(names)
    assert_never(figure)


def _time_text(figure: date | Period | tuple[Period, ...]) -> str:
    match figure:
        case Period():
            return period_text(figure)
        case date():
            return date_text(figure)
        case tuple():
            return _periods_text(figure)
    assert_never(figure)


def _periods_text(periods: tuple[Period, ...]) -> str:
    named, more = enumeration(period_text(each) for each in periods[:_NAMED]), len(periods) - _NAMED
    if more <= 0:
        return named
    return say_count("{named} and {count} more period", "{named} and {count} more periods", more, named=named)
