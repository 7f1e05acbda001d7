"""Slide layouts: those of an organisation's own file that can be filled, and the plain ones for all others."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any, NamedTuple

from bsc_site.exchange.meeting_files.board_words import Inks
from bsc_site.exchange.meeting_files.powerpoint import POINT, Area, opened

_TITLES = {"TITLE", "CENTER_TITLE"}
_BESIDE = {"SUBTITLE", "BODY"}
_ROOMY = {"OBJECT", "BODY", "TABLE", "CHART"}
_WIDTH, _HEIGHT = 960.0, 540.0
_MARGIN = 44.0
_SMALLEST = 0.25
"""The share of the slide that the room for tables and charts takes at least."""
_PLACES = {
    "Title Slide": {
        "CENTER_TITLE": Area(72, 150, 816, 90),
        "SUBTITLE": Area(72, 246, 816, 80),
    },
    "Title and Content": {
        "TITLE": Area(_MARGIN, 26, _WIDTH - 2 * _MARGIN, 52),
        "OBJECT": Area(_MARGIN, 92, _WIDTH - 2 * _MARGIN, 400),
    },
}
_FEET = {
    "DATE": Area(_WIDTH, _HEIGHT, 1, 1),
    "FOOTER": Area(_MARGIN, 508, 700, 20),
    "SLIDE_NUMBER": Area(_WIDTH - _MARGIN - 80, 508, 80, 20),
}
_FONTS = re.compile(rb'(<a:(?:major|minor)Font>\s*<a:latin typeface=")[^"]*')


class NoLayoutError(ValueError):
    """Slides without a layout that could be filled; the message says what is missing and what there is."""


class Layouts(NamedTuple):
    """The slides to fill, the layouts of their cover and of all other pages, and where a page has room."""

    deck: Any
    cover: Any
    page: Any
    room: Area
    plain: bool


def layouts_of(template: bytes | None, inks: Inks) -> Layouts:
    """The layouts of an organisation's slides, or plain ones; slides that stand in the file are left out.

    Raises ImportError without the package, NoSlidesError for what is no file of slides, NoLayoutError for one in which
    no layout has what is needed.
    """
    deck = opened(template)
    if template is None:
        _made_plain(deck, inks)
    _emptied(deck)
    cover = next((each for each in deck.slide_layouts if _has(each, _TITLES) and _has(each, _BESIDE)), None)
    pages = [(room, each) for each in deck.slide_layouts if _has(each, _TITLES) and (room := _room(deck, each))]
    if cover is None:
        raise NoLayoutError(f"no layout has a title and a subtitle, for the cover; there are: {_told(deck)}")
    if not pages:
        raise NoLayoutError(
            "no layout has a title and a content, text, table or chart placeholder on a quarter of the slide, for "
            f"the pages; there are: {_told(deck)}"
        )
    room, page = max(pages, key=lambda each: (_count(each[1]) == 1, each[0].width * each[0].height))
    return Layouts(deck, cover, page, room, template is None)


def _kinds(layout: Any) -> Iterator[tuple[str, Any]]:
    for each in layout.placeholders:
        if each.placeholder_format.type is not None:
            yield each.placeholder_format.type.name, each


def _has(layout: Any, kinds: set[str]) -> bool:
    return any(kind in kinds for kind, _ in _kinds(layout))


def _count(layout: Any) -> int:
    """How many places for contents it has: the one that has one of them is a page without columns."""
    return sum(kind in _ROOMY for kind, _ in _kinds(layout))


def _room(deck: Any, layout: Any) -> Area | None:
    """The largest place for contents; None for one that is too small."""
    areas = [
        Area(*(side / POINT for side in (each.left, each.top, each.width, each.height)))
        for kind, each in _kinds(layout)
        if kind in _ROOMY and each.width and each.height
    ]
    largest = max(areas, key=lambda each: each.width * each.height, default=None)
    whole = deck.slide_width * deck.slide_height / POINT**2
    return largest if largest and largest.width * largest.height >= _SMALLEST * whole else None


def _told(deck: Any) -> str:
    """`Cover (title, picture)`: every layout with its placeholders."""
    return "; ".join(
        f"{each.name} ({', '.join(kind.lower().replace('_', ' ') for kind, _ in _kinds(each)) or 'nothing'})"
        for each in deck.slide_layouts
    )


def _emptied(deck: Any) -> None:
    """Without the slides that show an organisation how its layouts look."""
    listed = deck.slides._sldIdLst  # noqa: SLF001  # slides cannot be taken away otherwise
    for each in list(listed):
        deck.part.drop_rel(each.rId)
        listed.remove(each)


def _made_plain(deck: Any, inks: Inks) -> None:
    """The slides of the package in a wide form, with plain letters and the colours of the site."""
    deck.slide_width, deck.slide_height = round(_WIDTH * POINT), round(_HEIGHT * POINT)
    for layout in list(deck.slide_layouts):
        if layout.name not in _PLACES:
            deck.slide_layouts.remove(layout)
            continue
        _placed(layout, _PLACES[layout.name] | _FEET)
    _placed(deck.slide_master, _PLACES["Title and Content"] | {"BODY": _PLACES["Title and Content"]["OBJECT"]} | _FEET)
    _lettered(deck.slide_master, inks)
    for layout in deck.slide_layouts:
        for kind, each in _kinds(layout):
            if kind == "DATE":  # a clock has no place in a file that is to be the same twice
                each._element.getparent().remove(each._element)  # noqa: SLF001  # likewise


def _placed(holder: Any, places: dict[str, Area]) -> None:
    for kind, each in _kinds(holder):
        if kind in places:
            each.left, each.top, each.width, each.height = places[kind].emu
            each.text_frame.margin_left = each.text_frame.margin_right = 0
        if kind == "FOOTER":
            for style in each._element.findall(".//{*}lstStyle/{*}lvl1pPr"):  # noqa: SLF001  # no other way to them
                style.set("algn", "l")


def _lettered(master: Any, inks: Inks) -> None:
    """Titles at the left in bold letters, footers quiet; the theme has the colours of the site."""
    styles = master._element.find(".//{*}txStyles/{*}titleStyle/{*}lvl1pPr")  # noqa: SLF001  # no other way to them
    styles.set("algn", "l")
    run = styles.find("{*}defRPr")
    run.set("sz", "2400")
    run.set("b", "1")
    theme = next(each.target_part for each in master.part.rels.values() if each.reltype.endswith("/theme"))
    text = _FONTS.sub(rb"\g<1>Calibri", theme.blob)
    for name, ink in (("dk2", inks.text), ("accent1", inks.accent), ("hlink", inks.accent), ("folHlink", inks.accent)):
        text = re.sub(rf"<a:{name}>.*?</a:{name}>".encode(), _theme_ink(name, ink), text, flags=re.DOTALL)
    theme._blob = text  # noqa: SLF001  # the package reads themes and never writes them


def _theme_ink(name: str, ink: str) -> bytes:
    return f'<a:{name}><a:srgbClr val="{ink}"/></a:{name}>'.encode()
