"""Language: the catalogue of sentences and the signs of numbers with which everything is said.

Sentences stand in the code in English, as formats with named places: `say("{count} missing since.", count=..)`. They
are collected by Babel, and translated by gettext where a catalogue has them.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from functools import cache
from gettext import NullTranslations

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
    return told.format(**figures) if figures else told


def say_in(context: str, sentence: str, /, **figures: object) -> str:
    """The same for a word that needs its `context` to be translated: `say_in("status", "Due")`."""
    told = _spoken.get().catalogue.pgettext(context, sentence)
    return told.format(**figures) if figures else told


def say_count(one: str, many: str, count: int, /, **figures: object) -> str:
    """The form of the sentence that fits `count`, which stands in it as `{count}` with separators: `1,234 KPIs`."""
    told = _spoken.get().catalogue.ngettext(one, many, count)
    return told.format(count=signed(f"{count:,}"), **figures)


def noted(sentence: str) -> str:
    """The sentence as it is: one of a table of words, found there by Babel, which `told` says when it is needed."""
    return sentence


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
    """`a, b, c`, parted as the language that is spoken parts what follows on one another."""
    return _parted(spoken().locale).join(texts)


@cache
def _parted(locale: Locale) -> str:
    """What stands between two of many, as CLDR has it: `, ` in English, `、` in Japanese."""
    return str(locale.list_patterns["standard"]["middle"]).format("", "")


@cache
def _signs(locale: Locale) -> dict[int, str]:
    return str.maketrans({",": get_group_symbol(locale), ".": get_decimal_symbol(locale)})
