"""The flaws of a finished site: pages that were not built, dead links, whatever comes from another host."""

from __future__ import annotations

import os
import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from collections.abc import Set as AbstractSet
from enum import Enum
from pathlib import Path
from urllib.parse import urljoin

from bsc_site.model.value_class import dataclass
from bsc_site.publish.link_check.file_reading import Read, read_file
from bsc_site.publish.link_check.reading import PageReading
from bsc_site.publish.link_check.reference import SiteWay, cleaned, leads_elsewhere, way_of

LONGEST = 200
"""Signs of a reference that a line shows."""


NONE_KNOWN: Mapping[str, PageReading] = {}


class Fault(Enum):
    """What can be wrong with a finished page."""

    MISSING = "was not built"
    DEAD_LINK = "leads nowhere"
    DEAD_ANCHOR = "leads to a heading that is not there"
    OTHER_HOST = "is loaded from another host"


@dataclass(frozen=True, slots=True)
class Flaw:
    """One fault: on which file of the site (`kpis/nps/index.html`), and the reference as a browser reads it there."""

    path: str
    fault: Fault
    reference: str

    def __str__(self) -> str:
        """The fault as a sentence on one line."""
        shown = re.sub(r"\s+", " ", self.reference)
        cut = f"{shown[:LONGEST]}…" if len(shown) > LONGEST else shown
        return f"'{cut}' {self.fault.value}"


def everywhere(_: str) -> bool:
    """The whole site stands in one folder."""
    return True


def prove(
    site: Path,
    pages: Iterable[str],
    read: Read = read_file,
    here: Callable[[str], bool] = everywhere,
    known: Mapping[str, PageReading] = NONE_KNOWN,
) -> tuple[Flaw, ...]:
    """Every flaw of the finished site; `pages` are the HTML files that must stand and whose links must lead somewhere.

    `here` says of a path whether this folder is the one to have it: of what stands elsewhere nothing is known here.

    Whatever else a browser may load - pages that the engine or a plugin adds, documents that a page shows, style
    sheets, imports of scripts - is searched for other hosts too. Links to other hosts (`<a href>`) are fine.
    `read` reads a file, or knows what was read in one of the same bytes before; pages that are `known` are not read.
    """
    return in_order(_WholeProof(site, read, here, known).flaws(set(pages)))


def in_order(flaws: Iterable[Flaw]) -> tuple[Flaw, ...]:
    """The flaws page by page."""
    return tuple(sorted(flaws, key=lambda each: (each.path, each.fault.name, each.reference)))


def files_in(site: Path) -> set[str]:
    """The paths of all files of the site."""
    start = len(str(site)) + 1
    return {f"{here}/{name}"[start:].replace(os.sep, "/") for here, _, names in os.walk(site) for name in names}


class SiteProof:
    """One run over a site: what stands in it, what its pages refer to, and the documents that they show."""

    def __init__(self, site: Path, files: AbstractSet[str], read: Read, here: Callable[[str], bool]) -> None:
        """Nothing is read yet; `files` are those of the site."""
        self._site, self._read, self._here = site, read, here
        self._files = files
        self._ways: dict[str, SiteWay | None] = {}
        self._sound: dict[tuple[int, str], set[str]] = {}
        """Of the pages whose folders lie side by side: references out of their folders that lead somewhere."""

    def _anchors(self, page: str) -> AbstractSet[str]:
        """The anchors of a page."""
        return self._reading("page", page).anchors

    def _reading(self, kind: str, path: str) -> PageReading:
        return self._read(kind, (self._site / path).read_bytes())

    def _targets(self, page: str, base: str, references: Iterable[str]) -> Iterator[tuple[str, str, str]]:
        """Of each reference into the site: itself, the path of the file that it leads to, and the anchor there."""
        if not references or leads_elsewhere(base):
            return
        above = _folders_above(page)
        for reference in references:
            way = self._way(urljoin(base, cleaned(reference)) if base else reference)
            if way is not None:
                path = (above[way.up] + way.down if way.up < len(above) else "..") if way.down else page
                yield reference, path, way.anchor

    def _way(self, address: str) -> SiteWay | None:
        if address not in self._ways:
            self._ways[address] = way_of(address)
        return self._ways[address]

    def _dead(self, page: str, reading: PageReading) -> Iterator[Flaw]:
        """Links to files that are not there, and to anchors that the pages do not have."""
        beside = page.count("/"), page.rpartition("/")[0].rpartition("/")[0]
        sound = set[str]() if reading.base else self._sound.setdefault(beside, set())
        asked = reading.links - sound
        if not reading.base:
            asked -= {f"#{each}" for each in reading.anchors}
        for reference, path, anchor in self._targets(page, reading.base, asked):
            fault = self._fault(path, anchor)
            if fault is not None:
                yield Flaw(page, fault, reference)
            elif reference.startswith("../"):
                sound.add(reference)

    def _fault(self, path: str, anchor: str) -> Fault | None:
        if path not in self._files:
            return Fault.DEAD_LINK if self._here(path) else None
        if not anchor or not path.endswith(".html") or anchor.lower() == "top" or anchor in self._anchors(path):
            return None
        return Fault.DEAD_ANCHOR

    def _shown_documents(self, waiting: set[str]) -> Iterator[Flaw]:
        """What drawings and other documents load when a page shows them by themselves, and those that they show."""
        waiting, seen = waiting & self._files, set[str]()
        while waiting:
            path = waiting.pop()
            seen.add(path)
            reading = self._reading("page" if path.lower().endswith(".htm") else "drawing", path)
            opened = {each for _, each, _ in self._targets(path, reading.base, reading.opened)}
            waiting |= (opened - seen) & self._files
            yield from (Flaw(path, Fault.OTHER_HOST, each) for each in reading.foreign)

    def _code(self, paths: Iterable[str]) -> Iterator[Flaw]:
        """What style sheets and scripts load."""
        for path in sorted(each for each in paths if each.endswith((".css", ".js", ".mjs"))):
            reading = self._reading("style" if path.endswith(".css") else "script", path)
            yield from (Flaw(path, Fault.OTHER_HOST, each) for each in reading.foreign)


class _WholeProof(SiteProof):
    """One run over all of it."""

    def __init__(self, site: Path, read: Read, here: Callable[[str], bool], known: Mapping[str, PageReading]) -> None:
        super().__init__(site, files_in(site), read, here)
        self._known = known
        self._readings: dict[str, PageReading] = {}

    def flaws(self, pages: set[str]) -> Iterator[Flaw]:
        yield from (Flaw(page, Fault.MISSING, page) for page in pages if page not in self._files)
        for page in sorted(each for each in self._files if each.endswith(".html")):
            known = self._known.get(page)
            self._readings[page] = self._reading("page", page) if known is None else known
        shown: set[str] = set()
        for page, reading in self._readings.items():
            shown |= {path for _, path, _ in self._targets(page, reading.base, reading.opened)}
            yield from (Flaw(page, Fault.OTHER_HOST, each) for each in reading.foreign)
            if page in pages:
                yield from self._dead(page, reading)
        yield from self._shown_documents(shown)
        yield from self._code(self._files)

    def _anchors(self, page: str) -> AbstractSet[str]:
        return self._readings[page].anchors


def _folders_above(page: str) -> list[str]:
    """`kpis/nps/`, `kpis/` and the top (empty) for `kpis/nps/index.html`."""
    folders = page.split("/")[:-1]
    return ["".join(f"{each}/" for each in folders[:count]) for count in range(len(folders), -1, -1)]
