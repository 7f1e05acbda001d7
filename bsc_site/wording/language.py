"""Language: the catalogue of sentences and the signs of numbers with which everything is said.

Sentences stand in the code in English, as formats with named places: `say("{count} missing since.", count=..)`. They
are collected by Babel, and translated by gettext where a catalogue has them.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from contextvars import ContextVar
from functools import cache, lru_cache
from gettext import NullTranslations
from typing import Any

from babel import Locale
from babel.numbers import get_decimal_symbol, get_group_symbol

from bsc_site.model.value_class import dataclass


@dataclass(frozen=True, slots=True, eq=False)
class Language:
    """A language to write in: its code (`en`), what CLDR knows of it, and its catalogue of sentences.

    It is equal to itself alone, so that what is known of it is found fast.
    """

    code: str
    locale: Locale
    catalogue: NullTranslations


ENGLISH = Language("en", Locale("en"), NullTranslations())
"""The language of the sentences in the code."""
_spoken: ContextVar[Language] = ContextVar("spoken", default=ENGLISH)


def spoken() -> Language:
    """The language that is spoken now: English unless `speaking` says otherwise."""
    return _spoken.get()


@contextmanager
def speaking(language: Language) -> Iterator[None]:
    """Everything that is said inside is said in `language`; threads and tasks started inside keep it."""
    before = _spoken.set(language)
    try:
        yield
    finally:
        _spoken.reset(before)


def say(sentence: str, /, **figures: object) -> str:
    """The sentence in the language that is spoken, its named places filled with `figures`, which are texts already."""
    language = _spoken.get()
    told = sentence if language is ENGLISH else language.catalogue.gettext(sentence)  # hundred thousands of them
    return for_days(told, figures).format(**set_apart(figures)) if figures else told


class DayText(str):
    """A period that is a day: a figure lies `in Nov 2026`, but `on 3 Nov 2026`."""

    __slots__ = ()


def for_days(told: str, figures: Mapping[str, object]) -> str:
    """A sentence with the words that stand before a day wherever a figure is one."""
    for name, figure in figures.items():
        if type(figure) is DayText:
            told = _before_a_day(told, name, _spoken.get())
    return told


@lru_cache(maxsize=512)
def _before_a_day(told: str, name: str, language: Language) -> str:
    """As the catalogue has both: `am {period}` for `in {period}`, at the beginning of a sentence `Am {period}`."""
    for words in _BEFORE_A_PERIOD:
        before, after = map(language.catalogue.gettext, words)
        at = rf"(?<!\w){re.escape(before.replace('{period}', f'{{{name}}}'))}"
        told = re.sub(at, after.replace("{period}", f"{{{name}}}"), told)
    return told


def say_in(context: str, sentence: str, /, **figures: object) -> str:
    """The same for a word that needs its `context` to be translated: `say_in("status", "Due")`."""
    told = _spoken.get().catalogue.pgettext(context, sentence)
    return told.format(**set_apart(figures)) if figures else told


def say_count(one: str, many: str, count: int, /, **figures: object) -> str:
    """The form of the sentence that fits `count`, which stands in it as `{count}` with separators: `1,234 KPIs`."""
    told = for_days(_spoken.get().catalogue.ngettext(one, many, count), figures)
    return told.format(count=signed(f"{count:,}"), **set_apart(figures))


def runs_left() -> bool:
    """Whether lines of the language that is spoken run from right to left."""
    language = _spoken.get()
    return language is not ENGLISH and _right_to_left(language.locale)


@cache
def _right_to_left(locale: Locale) -> bool:
    return str(locale.text_direction) == "rtl"


def html_language() -> str:
    """What the root of a page says about the language that is spoken: `lang="de"`, `lang="ar" dir="rtl"`."""
    direction = ' dir="rtl"' if runs_left() else ""
    return f'lang="{spoken().code}"{direction}'


def language_name(code: str) -> str:
    """What a language is called in the one that is spoken: `German`, `Deutsch`."""
    return Locale.parse(code, sep="-").get_display_name(spoken().locale) or code


def led(figure: str) -> str:
    """A figure that begins with a sign, with a mark (LRM) that keeps the sign on its left where lines run left."""
    return f"\u200e{figure}" if runs_left() and not _LEFTWARD.match(figure) else figure


def held(before: str, after: str) -> tuple[str, str]:
    """What stands around numbers, with marks (LRM) that hold it where it stands in a line that runs left.

    A unit whose letters run left goes where its line goes.
    """
    mark = "\u200e" if runs_left() and not _LEFTWARD.search(before + after) else ""
    return f"{mark}{before}", f"{after}{mark}"


def bare(text: str) -> str:
    """The text without such marks."""
    return text.replace("\u200e", "")


def set_apart(figures: dict[str, Any]) -> dict[str, Any]:
    """Figures for a sentence: from right to left each keeps its own direction, by Unicode's isolates.

    A name in another script, a sign before a number and a unit after it would change places with what stands beside
    them otherwise. What is of the script of the sentence needs none, nor does markup, which has elements for it.
    """
    return {name: _isolated(each) for name, each in figures.items()} if runs_left() else figures


def filled(form: str, figures: dict[str, str]) -> str:
    """A sentence with its figures put in, each set apart unless it stands in what the sentence sets apart itself.

    That is what is to be typed, such as `was: [{old}]`: whoever copies it copies no sign that cannot be seen.
    """
    if not runs_left():
        return form.format(**figures)
    apart = set_apart(figures)
    return "".join(
        part.format(**(figures if part.startswith(_LEFT_TO_RIGHT) else apart)) for part in _TO_BE_TYPED.split(form)
    )


def whole(text: str) -> str:
    """A text that runs left, set apart for a line that begins with a place or a code and so runs right."""
    return f"{_RIGHT_TO_LEFT}{text}{_ENDS}" if runs_left() and _LEFTWARD.search(text) else text


def _isolated(figure: object) -> object:
    if not isinstance(figure, str) or hasattr(figure, "__html__") or not _another_order().search(figure):
        return figure
    return f"{_RIGHT_TO_LEFT if _begins_leftward(figure) else _AS_IT_BEGINS}{figure}{_ENDS}"


def runs_otherwise(text: str) -> bool:
    """Whether a text begins in a script that runs against the lines of the language that is spoken."""
    letter = None if text.isascii() and not runs_left() else _LETTER.search(text)
    return letter is not None and (_LEFTWARD.match(letter[0]) is not None) != runs_left()


def _begins_leftward(figure: str) -> bool:
    """Whether the first letter is of a script that runs left; what is set apart in it counts only without another."""
    outside = figure
    while outside != (without := _SET_APART.sub("", outside)):
        outside = without
    letter = _LETTER.search(outside) or _LEFTWARD.search(figure)
    return letter is not None and _LEFTWARD.match(letter[0]) is not None


_LEFT_TO_RIGHT, _RIGHT_TO_LEFT, _AS_IT_BEGINS, _ENDS = "\u2066", "\u2067", "\u2068", "\u2069"
_TO_BE_TYPED = re.compile(f"({_LEFT_TO_RIGHT}[^{_ENDS}]*{_ENDS})")
_SET_APART = re.compile(f"[{_RIGHT_TO_LEFT}{_AS_IT_BEGINS}][^{_RIGHT_TO_LEFT}{_AS_IT_BEGINS}{_ENDS}]*{_ENDS}")
_LETTER = re.compile(r"[^\W\d_]")
_LEFTWARD = re.compile("[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc]")


@cache
def _another_order() -> re.Pattern[str]:
    """What stands in a figure that a line from right to left would take apart: letters that run right, signs, units.

    Also a hyphen before a digit, as of `2025-12`, whose parts would change places. Every command would wait for it
    to be compiled.
    """
    return re.compile(r"[\u200eA-Za-z\u00a2-\u058f\u0900-\u1fff\u20a0-\u20cf\u2c00-\ud7ff%+\u2212$#/]|-(?=\d)")


def noted(sentence: str) -> str:
    """The sentence as it is: one of a table of words, found there by Babel, which `told` says when it is needed."""
    return sentence


_BEFORE_A_PERIOD = (noted("in {period}"), noted("on {period}")), (noted("In {period}"), noted("On {period}"))


def told(sentence: str, /, **figures: object) -> str:
    """A `noted` sentence in the language that is spoken, its named places filled as those of `say`."""
    return say(sentence, **figures)


def form_told(one: str, many: str, count: int, /) -> str:
    """Of two `noted` forms of a sentence the one that fits `count`, in the language that is spoken, places unfilled."""
    return _spoken.get().catalogue.ngettext(one, many, count)


def signed(number: str) -> str:
    """A number as English writes it, with the signs of the language that is spoken: `1.234,5` for `1,234.5`."""
    language = _spoken.get()
    return number if language is ENGLISH else number.translate(_signs(language.locale))


def number_signs() -> tuple[str, str]:
    """What parts thousands and what stands before decimals, in the language that is spoken: `,` and `.` in English."""
    return signed(","), signed(".")


def enumeration(texts: Iterable[str]) -> str:
    """`a, b, c`, parted as the language that is spoken parts what follows on one another.

    Where its lines run left, each is set apart, so that all of them stand in the order of the line.
    """
    return _parted(spoken().locale).join((str(_isolated(each)) for each in texts) if runs_left() else texts)


@cache
def _parted(locale: Locale) -> str:
    """What stands between two of many, as CLDR has it: `, ` in English, `、` in Japanese."""
    return str(locale.list_patterns["standard"]["middle"]).format("", "")


@cache
def _signs(locale: Locale) -> dict[int, str]:
    return str.maketrans({",": get_group_symbol(locale), ".": get_decimal_symbol(locale)})
