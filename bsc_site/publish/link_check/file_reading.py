"""The reading of one file of a site, which depends on its bytes alone: what a page, a drawing or code refers to."""

from __future__ import annotations

import codecs
from collections.abc import Callable
from typing import TypeAlias

from bsc_site.publish.link_check.markup import read_page, text_of
from bsc_site.publish.link_check.reading import PageReading
from bsc_site.publish.link_check.scripts import SLASHES, foreign_in_script
from bsc_site.publish.link_check.styles import foreign_in_style
from bsc_site.publish.link_check.svg_file import read_drawing

Read: TypeAlias = "Callable[[str, bytes], PageReading]"
"""The reading of a file by its kind, one of `KINDS`, and its bytes."""


_WIDE = (codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)
"""How files begin in which two slashes are four bytes."""


def _of_style(text: str) -> PageReading:
    return PageReading(foreign=set(foreign_in_style(text)))


def _of_script(text: str) -> PageReading:
    return PageReading(foreign=set(foreign_in_script(text)))


KINDS: dict[str, Callable[[str], PageReading]] = {
    "page": read_page,
    "drawing": read_drawing,
    "style": _of_style,
    "script": _of_script,
}


def read_file(kind: str, content: bytes) -> PageReading:
    """What stands in a file with these bytes.

    Most scripts hold the figures of one chart and not even two slashes, which is told without a look at each sign.
    """
    if kind == "script" and SLASHES.encode() not in content and not content.startswith(_WIDE):
        return PageReading()
    return KINDS[kind](text_of(content))
