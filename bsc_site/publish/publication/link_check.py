"""The check of links: every page was built, every link leads somewhere, nothing comes from another host."""

from __future__ import annotations

import os
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from enum import Enum
from html import unescape
from pathlib import Path
from posixpath import normpath
from typing import TypeAlias
from urllib.parse import unquote

_REFERENCES = tuple(
    re.compile(name + rb"""("[^"]*"|'[^']*'|[^\s"'>]+)""") for name in (b"href=", b"src=", b"xlink:href=", b"poster=")
)
"""One pattern for each name: a search for fixed letters is ten times as fast as one for white space or a choice."""
_VALUE = re.compile(rb"""=\s*("[^"]*"?|'[^']*'?|[^\s"'>]+)""")
_SRCSET = re.compile(rb"""\ssrcset=["']([^"']*)["']""")
_IDS = tuple(re.compile(name + rb"""["']?([^"'\s>]+)""") for name in (b"id=", b"name="))
_STYLE = re.compile(rb"""url\(\s*["']?((?:https?:)?//[^"')\s]+)|@import\s+["']((?:https?:)?//[^"']+)""", re.IGNORECASE)
_ELSEWHERE = re.compile(rb"(?:https?:|wss?:)?//", re.IGNORECASE)
_SCHEME = re.compile(r"[a-z][a-z0-9+.-]*:", re.IGNORECASE)
_TAG_NAME = re.compile(rb"<([\w:-]+)")
_HARMLESS_LINK = re.compile(rb"""\srel=["']?(?:canonical|alternate|prev|next|license|author|me)\b""", re.IGNORECASE)


class Fault(Enum):
    """What can be wrong with a finished page."""

    MISSING = "was not built"
    DEAD_LINK = "leads nowhere"
    DEAD_ANCHOR = "leads to a heading that is not there"
    OTHER_HOST = "is loaded from another host"


@dataclass(frozen=True, slots=True)
class Flaw:
    """One fault: on which file of the site (`kpis/nps/index.html`), and the reference as it stands there."""

    path: str
    fault: Fault
    reference: bytes

    def __str__(self) -> str:
        """The fault as a sentence."""
        return f"'{_text(self.reference)}' {self.fault.value}"


def prove(site: Path, pages: Iterable[str]) -> tuple[Flaw, ...]:
    """Every flaw of the finished site; `pages` are the HTML files to look into, by their path in the site.

    Style sheets of the whole site are searched for other hosts too. Links to other hosts (`<a href>`) are fine.
    """
    flaws = _Proof(site, _files(site)).flaws(list(pages))
    return tuple(sorted(flaws, key=lambda each: (each.path, each.fault.name, each.reference)))


def _files(site: Path) -> set[str]:
    start = len(str(site)) + 1
    return {f"{here}/{name}"[start:].replace(os.sep, "/") for here, _, names in os.walk(site) for name in names}


class _Proof:
    """One run over a site: what stands in it, and the anchors of the pages looked into."""

    def __init__(self, site: Path, files: set[str]) -> None:
        self._site = site
        self._files = files
        self._anchors: dict[str, set[bytes]] = {}
        self._ways: dict[bytes, _Way | None] = {}

    def flaws(self, pages: list[str]) -> Iterator[Flaw]:
        built = [page for page in pages if page in self._files]
        yield from (Flaw(page, Fault.MISSING, page.encode()) for page in pages if page not in self._files)
        anchored: list[_Anchored] = []
        for page in built:
            html = (self._site / page).read_bytes()
            self._anchors[page] = _ids(html)
            references = {each.strip(b"\"'") for each in _values(html, _REFERENCES)}
            elsewhere = {each for each in references if _ELSEWHERE.match(each)}
            yield from _loaded(page, html, elsewhere)
            yield from (each for each in self._dead(page, references - elsewhere, anchored) if _in_tag(html, each))
        yield from self._dead_anchors(anchored)
        yield from self._styles()

    def _dead(self, page: str, references: set[bytes], anchored: list[_Anchored]) -> Iterator[Flaw]:
        """Links to files that are not there; those with an anchor are kept until all pages are read."""
        above = _folders_above(page)
        for reference in references:
            if reference not in self._ways:
                self._ways[reference] = _way(reference)
            way = self._ways[reference]
            if way is None:
                continue
            path = (above[way.up] + way.down if way.up < len(above) else "..") if way.down else page
            if path not in self._files:
                yield Flaw(page, Fault.DEAD_LINK, reference)
            elif way.anchor and path.endswith(".html"):
                anchored.append((page, reference, path, way.anchor))

    def _dead_anchors(self, anchored: list[_Anchored]) -> Iterator[Flaw]:
        for page, reference, path, anchor in anchored:
            if path not in self._anchors:
                self._anchors[path] = _ids((self._site / path).read_bytes())
            if anchor not in self._anchors[path]:
                flaw = Flaw(page, Fault.DEAD_ANCHOR, reference)
                if _in_tag((self._site / page).read_bytes(), flaw):
                    yield flaw

    def _styles(self) -> Iterator[Flaw]:
        for path in sorted(each for each in self._files if each.endswith(".css")):
            for parts in _STYLE.findall((self._site / path).read_bytes()):
                yield Flaw(path, Fault.OTHER_HOST, b"".join(parts))


def _ids(html: bytes) -> set[bytes]:
    return {_text(each).encode() if b"&" in each else each for each in _values(html, _IDS)}


def _values(html: bytes, names: Iterable[re.Pattern[bytes]]) -> Iterator[bytes]:
    """The values of attributes with these names."""
    for name in names:
        for found in name.finditer(html):
            if html[found.start() - 1 : found.start()].isspace():
                yield found[1]


def _text(raw: bytes) -> str:
    text = raw.decode(errors="replace")
    return unescape(text) if "&" in text else text


@dataclass(frozen=True, slots=True)
class _Way:
    """A reference taken apart: so many folders up, then down to a file (empty: the page itself), then to an anchor."""

    up: int
    down: str
    anchor: bytes


_Anchored: TypeAlias = "tuple[str, bytes, str, bytes]"
"""Page, reference, the file that it leads to, and the anchor there."""


def _way(reference: bytes) -> _Way | None:
    """None for what is no address in the site (`mailto:`)."""
    address = _text(reference)
    if _SCHEME.match(address):
        return None
    path, _, anchor = address.partition("#")
    path = unquote(path.partition("?")[0])
    parts = normpath(path).split("/") if path else []
    up = next((number for number, part in enumerate(parts) if part != ".."), len(parts))
    down = "/".join(parts[up:]) or ("/" if parts else "")
    return _Way(up, down + ("/" if path.endswith("/") else ""), unquote(anchor).encode())


def _folders_above(page: str) -> list[str]:
    """`kpis/nps/`, `kpis/` and the top (empty) for `kpis/nps/index.html`."""
    folders = page.split("/")[:-1]
    return ["".join(f"{each}/" for each in folders[:count]) for count in range(len(folders), -1, -1)]


def _loaded(page: str, html: bytes, elsewhere: set[bytes]) -> Iterator[Flaw]:
    """What the page would load from other hosts; a link that a reader may follow is none."""
    for reference in sorted(elsewhere):
        if any(not _harmless(tag) for tag in _tags_around(html, reference)):
            yield Flaw(page, Fault.OTHER_HOST, reference)
    for parts in _STYLE.findall(html) if b"url(" in html or b"@import" in html else ():
        yield Flaw(page, Fault.OTHER_HOST, b"".join(parts))
    if b"srcset=" in html:
        for candidates in _SRCSET.findall(html):
            if any(_ELSEWHERE.match(each.strip()) for each in candidates.split(b",")):
                yield Flaw(page, Fault.OTHER_HOST, candidates)
    if b'class="mermaid"' in html and not re.search(rb"""<script[^>]+src=["'][^"']*mermaid""", html):
        yield Flaw(page, Fault.OTHER_HOST, b"mermaid (the theme draws this diagram with code from unpkg.com)")


def _tags_around(html: bytes, reference: bytes) -> Iterator[bytes]:
    at = html.find(reference)
    while at >= 0:
        start, end = html.rfind(b"<", 0, at), html.find(b">", at)
        if (
            html[at - 1 : at] in {b'"', b"'", b"="}
            and b">" not in html[start:at]
            and _is_value(html[start:end], at - start)
        ):
            yield html[start : end + 1]
        at = html.find(reference, at + max(1, len(reference)))


def _is_value(tag: bytes, at: int) -> bool:
    """Whether a value of an attribute begins there, and not a word in the middle of one."""
    return any(match.start(1) in {at, at - 1} for match in _VALUE.finditer(tag))


def _in_tag(html: bytes, flaw: Flaw) -> bool:
    """Whether the reference stands in a tag, and not in the text of a code example."""
    return any(True for _ in _tags_around(html, flaw.reference))


def _harmless(tag: bytes) -> bool:
    match = _TAG_NAME.match(tag)
    name = match[1].lower() if match else b""
    if name == b"link":
        return _HARMLESS_LINK.search(tag) is not None
    return name in {b"a", b"area"} or b"xmlns" in tag
