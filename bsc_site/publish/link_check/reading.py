"""What is read off the attributes of a page's elements: references, loads from other hosts, anchors."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import field
from typing import TypeAlias

from bsc_site.model.value_class import dataclass
from bsc_site.publish.link_check.reference import cleaned, embedded, leads_elsewhere
from bsc_site.publish.link_check.styles import foreign_in_style

Attributes: TypeAlias = Mapping[str, str | None]


@dataclass(slots=True)
class PageReading:
    """References as they stand in the page, entities read.

    `links` lead into the site, be it that the reader follows them or that the browser loads them; `opened` are those
    among them that show a document other than a page. `foreign` would be loaded from other hosts. `inner` are whole
    documents that stand in an attribute: their media type and their text. `base` is the address from which references
    start, empty for that of the page.
    """

    links: set[str] = field(default_factory=set)
    opened: set[str] = field(default_factory=set)
    foreign: set[str] = field(default_factory=set)
    anchors: set[str] = field(default_factory=set)
    inner: list[tuple[str, str]] = field(default_factory=list)
    base: str = ""

    def take(self, tag: str, attributes: Attributes) -> None:
        """Add what the attributes of one element refer to."""
        for name in TELLING.intersection(attributes):
            value = attributes[name]
            if value:
                _TAKERS[name](self, tag, value, attributes)

    def follow(self, tag: str, value: str) -> None:
        """Add a reference into the site that an element of this name holds."""
        self.links.add(value)
        if not value.endswith(".html") and tag in _SHOWING and _DOCUMENT.search(value):
            self.opened.add(value)


_CLICKED = {"a", "area"}
"""Elements whose `href` waits for the reader's click."""
_SHOWING = {*_CLICKED, "iframe", "frame", "object", "embed", "meta"}
"""Elements that show a document by itself, where its own pictures and styles are loaded."""
_HOLDING = {"iframe", "frame", "object", "embed", "link", "script", "use"}
"""Elements for which an address may hold a whole document (`data:`) that loads things itself."""
_HARMLESS_LINKS = {"canonical", "alternate", "prev", "license", "author", "me", "help", "bookmark", "nofollow"}
"""Kinds of `<link>` that no browser loads; `next` is none of them, for some fetch it in advance."""
_DOCUMENT = re.compile(r"\.(?:svg|xht|xhtml|htm)(?:[?#]|$)", re.IGNORECASE)


def _load(reading: PageReading, tag: str, value: str, _: Attributes) -> None:
    inner = embedded(value) if tag in _HOLDING else None
    if inner is not None:
        reading.inner.append(inner)
    elif leads_elsewhere(value):
        reading.foreign.add(value)
    else:
        reading.follow(tag, value)


def _href(reading: PageReading, tag: str, value: str, attributes: Attributes) -> None:
    if tag == "base":
        reading.base = reading.base or cleaned(value)
        reading.foreign |= {value} if leads_elsewhere(value) else set()
    elif tag in _CLICKED or (tag == "link" and _HARMLESS_LINKS.issuperset(_words(attributes.get("rel")))):
        if not leads_elsewhere(value):
            reading.follow(tag, value)
    else:
        _load(reading, tag, value, attributes)


def _words(text: str | None) -> list[str]:
    return (text or "").lower().split()


def _srcset(reading: PageReading, tag: str, value: str, attributes: Attributes) -> None:
    for each in candidates(value):
        _load(reading, tag, each, attributes)


_BLANKS = r" \t\n\f\r"
_FIRST = re.compile(rf"[{_BLANKS},]*([^{_BLANKS}]+)")
_DESCRIPTION = re.compile(r"(?:[^,(]|\([^)]*(?:\)|$))*")


def candidates(srcset: str) -> Iterator[str]:
    """The addresses in a `srcset`; a comma parts two of them only at the end of one or after its description."""
    at = 0
    while found := _FIRST.match(srcset, at):
        address = found[1].rstrip(",")
        if address:
            yield address
        at = found.end()
        if address == found[1] and (described := _DESCRIPTION.match(srcset, at)):
            at = described.end()


_HEADERS = {
    "refresh": re.compile(
        r"""[\s\d.]*[\s;,]*(?:url\s*=\s*)?(?P<quote>["']?)(?P<address>.*?)(?:(?P=quote)|$)$""",
        re.IGNORECASE | re.DOTALL,
    ),
    "link": re.compile(r"\s*<(?P<address>[^>]*)>"),
}
"""What may stand in for a header of HTTP, and where its address is."""


def _meta(reading: PageReading, tag: str, value: str, attributes: Attributes) -> None:
    pattern = _HEADERS.get((attributes.get("http-equiv") or "").strip().lower())
    found = pattern.match(value) if pattern is not None else None
    if found is not None and found["address"]:
        _load(reading, tag, found["address"], attributes)


def _animation(reading: PageReading, tag: str, value: str, _: Attributes) -> None:
    if tag in {"set", "animate"}:
        reading.foreign |= {each for each in value.split(";") if leads_elsewhere(each)} | foreign_in_style(value)


def _style(reading: PageReading, _: str, value: str, __: Attributes) -> None:
    if "(" in value or "--" in value or "\\" in value:
        reading.foreign |= foreign_in_style(value)


def _data(reading: PageReading, tag: str, value: str, attributes: Attributes) -> None:
    if tag == "object":
        _load(reading, tag, value, attributes)


def _document(reading: PageReading, _: str, value: str, __: Attributes) -> None:
    reading.inner.append(("srcdoc", value))


def _anchor(reading: PageReading, _: str, value: str, __: Attributes) -> None:
    reading.anchors.add(value)


def _name(reading: PageReading, tag: str, value: str, _: Attributes) -> None:
    if tag == "a":
        reading.anchors.add(value)


_TAKERS: dict[str, Callable[[PageReading, str, str, Attributes], None]] = {
    "id": _anchor,
    "name": _name,
    "href": _href,
    "xlink:href": _href,
    "srcset": _srcset,
    "imagesrcset": _srcset,
    "srcdoc": _document,
    "data": _data,
    "content": _meta,
    **dict.fromkeys(("src", "poster", "background", "ping", "attributionsrc"), _load),
    **dict.fromkeys(("to", "from", "by", "values"), _animation),
    **dict.fromkeys(
        ("style", "fill", "stroke", "filter", "mask", "clip-path", "cursor"),
        _style,
    ),
    **dict.fromkeys(("marker", "marker-start", "marker-mid", "marker-end"), _style),
}
TELLING = frozenset(_TAKERS)
"""The names of all attributes that may refer to something."""
