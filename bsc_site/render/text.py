"""Text: what people wrote, made inert, so that it shows as written in Markdown, in HTML and in attributes."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from functools import lru_cache
from html import escape

from markupsafe import Markup

from bsc_site.load.settings.offered_languages import base
from bsc_site.wording.language import runs_otherwise, spoken

_UNTIDY = re.compile(r"[\x00-\x1f\x7f-\x9f\u2028\u2029]|  |^ | $")
_BREAKS = re.compile(r"[\x00-\x20\x7f-\x9f\u2028\u2029]+")
_SPECIAL = re.compile(
    r"""[<>&"'*_\[\]{}|\\`#:~=+!?^$@]"""  # HTML, Markdown, its extensions and templates
    r"|--"  # dashes and rules
    r"|^[-]"  # a list
    r"|(?<=^\d)[.)](?= |$)|(?<=^\d\d)[.)](?= |$)|(?<=^\d\d\d)[.)](?= |$)|(?<=^\d\d\d\d)[.)](?= |$)"  # a numbered list
    r"|(?<=[wW]{3})\."  # an address that turns into a link
    r"|(?<=\()[cCrRtT](?=[mM]?\))",  # a sign such as (c)
)

_SIGN = re.compile(r"""[<>&"'*_\[\]{}|\\`#:~=+!?^$@]|--""")
_BEGINNING = re.compile(r"-|\d{1,4}[.)](?: |$)")
_WEB = re.compile(r"[wW]{3}\.")

_NOT_XML = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
"""Compiled twenty times as fast as all the rest with a `^`."""


@lru_cache(maxsize=1 << 16)
def inert(text: str) -> Markup:
    """`text` on one line, with every character that HTML or Markdown could read as theirs as a numeric entity.

    The same result is safe in Markdown text, in raw HTML, in a quoted attribute and in front matter. Control
    characters and line breaks become one space.
    """
    if _may_be_untidy(text) and _UNTIDY.search(text):
        text = _BREAKS.sub(" ", text).strip()
    if _may_be_special(text):
        text = _SPECIAL.sub(_entities, text)
    return own(text)  # nothing that could be markup is left


def _may_be_untidy(text: str) -> bool:
    """What hardly any text is, told in a fraction of the time."""
    return not text.isprintable() or "  " in text or text[:1] == " " or text[-1:] == " "


def _may_be_special(text: str) -> bool:
    """Likewise."""
    if _SIGN.search(text) or "(" in text or _BEGINNING.match(text):
        return True
    return "." in text and _WEB.search(text) is not None


def _entities(match: re.Match[str]) -> str:
    return "".join(f"&#{ord(character)};" for character in match[0])


def finished(value: object) -> Markup:
    """What a template places: Markup as it is, text made inert. TypeError for anything else, None included."""
    if type(value) is str:  # nearly always, and the quickest to find out
        return inert(value)
    if isinstance(value, Markup):
        return value
    if isinstance(value, str):
        return inert(value)
    raise TypeError(f"a template can place texts only, not {type(value).__name__}")


def quoted(text: str) -> Markup:
    """`text` as a double-quoted YAML string whose value is inert HTML; the theme prints titles as they are."""
    return own(f'"{inert(text)}"')  # inert text has neither quotes nor backslashes


def own(markup: str) -> Markup:
    """Markup that our own code wrote, every foreign text in it already inert."""
    return str.__new__(Markup, markup)  # without looking for what it holds: there are tens of thousands


def set_off(written_in: Mapping[str, str]) -> dict[str, Markup]:
    """The texts of another language or direction than that of the page, each to the attributes that say so.

    `written_in` has the code of the language of each text, empty where nobody knows it. Most sites have none: what is
    written in the language of its page says nothing.
    """
    found = ((text, "".join(_attributes(text, code))) for text, code in written_in.items())
    return {text: own(told) for text, told in found if told}


def _attributes(text: str, code: str) -> Iterator[str]:
    if runs_otherwise(text):
        yield ' dir="auto"'
    if code and base(code) != base(spoken().code):
        yield f' lang="{code}"'


def xml_text(text: str) -> str:
    """`text` inside of an XML element or attribute; what no XML document can hold becomes a space."""
    return escape(_NOT_XML.sub(" ", text))


def copied(lines: str) -> Markup:
    """Lines to be copied from a page, as they are, inside of a `<pre>`: no indented line, which would mean code."""
    return own(xml_text(lines).replace("{", "&#123;").replace("}", "&#125;").replace("\n", "&#10;"))
