"""What bodies of pages refer to where templates of ours wrote them: a site has thousands, too many for a parser."""

from __future__ import annotations

import re
from html import unescape
from sys import intern

from bsc_site.publish.link_check.reading import PageReading
from bsc_site.publish.link_check.reference import leads_elsewhere

_LINK, _ANCHOR = ' href="', ' id="'
_ELSEWHERE = "//"
_NAMESPACE = ' xmlns="http://www.w3.org/2000/svg"'
_KEPT_FOR_LATER = re.compile("<template.*?</template>", re.DOTALL)


def read_plainly(html: str) -> PageReading | None:
    """The links and anchors of a body; None where only a parser can tell, because it may load from another host.

    Our templates write attributes in double quotes after one space, and of what people wrote no sign that means
    anything in HTML is left as it was. So whatever names another host has two slashes, and all of them stand in links.
    What a `<template>` holds leads nowhere until a script shows it.
    """
    reading, elsewhere = PageReading(), html.count(_NAMESPACE)
    shown = _KEPT_FOR_LATER.sub("", html)
    for value in _values(shown, _LINK):
        if leads_elsewhere(value):
            elsewhere += value.count(_ELSEWHERE)
        elif value:
            reading.follow("a", value)
    if html.count(_ELSEWHERE) != elsewhere:
        return None
    reading.anchors.update(_values(shown, _ANCHOR))
    return reading


def _values(html: str, attribute: str) -> list[str]:
    """Each value once in memory, entities read."""
    written = [part.partition('"')[0] for part in html.split(attribute)[1:]]
    return [intern(unescape(each) if "&" in each else each) for each in written]
