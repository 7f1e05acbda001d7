"""The site without the engine: its groundwork from an earlier build, and every page set into it."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from contextlib import suppress
from hashlib import blake2b
from pathlib import Path
from typing import Any

from bsc_site.model.value_class import dataclass
from bsc_site.publish.disk.file_changes import Disk
from bsc_site.publish.filling.filling import FilledPage
from bsc_site.publish.filling.leaf import leaf_of
from bsc_site.publish.keeping.groundwork import (
    Entry,
    Groundwork,
    PageGround,
    filled_ground,
    ground_of,
    laid,
    others,
    read_groundwork,
)
from bsc_site.publish.keeping.kept_readings import reading_in, reading_told
from bsc_site.publish.keeping.kept_results import KeptResults
from bsc_site.publish.link_check.reading import PageReading
from bsc_site.render.page import Page


@dataclass(frozen=True)
class WholeSite:
    """The generated pages and files of a site, and the folder in which they all stand."""

    pages: Sequence[Page]
    files: Mapping[str, bytes]
    docs: Path


@dataclass(frozen=True)
class _Finished:
    """A finished page: what the search is told of it, its HTML, and what it refers to, where that is known."""

    told: list[Entry]
    html: bytes
    reading: list[Any] | None = None


class KeptSite:
    """Results by the word of a ground: of everything that the engine sees beside the bodies of generated pages."""

    def __init__(self, grounds: KeptResults, pages: KeptResults) -> None:
        """Nothing is looked up yet."""
        self._grounds = grounds
        self._pages = pages
        self._known: dict[str, Groundwork | None] = {}
        self.readings: dict[str, PageReading] = {}
        """What pages of the site that was made refer to, by their paths, as far as it was known before."""

    def knows(self, word: str) -> bool:
        """Whether there is a groundwork under this word."""
        if word not in self._known:
            self._known[word] = self._ground(word)
        return self._known[word] is not None

    def made(self, word: str, whole: WholeSite, site: Path, disk: Disk) -> bool:
        """Whether the site was made in the empty folder `site`; if not, a part of it may stand there."""
        ground = self._known.get(word)
        if ground is None:
            return False
        self._pages.use(each.page for each in ground.pages.values())
        told: dict[str, list[Entry]] = {}
        for page in whole.pages:
            url = f"{page.address}index.html"
            finished = self._finished(word, page, ground.pages.get(page.address))
            if finished is None:
                return False
            told[url] = finished.told
            disk.write(site / url, finished.html)
            if finished.reading is not None:
                self.readings[url] = reading_in(finished.reading)
        ground.write_others(site, disk)
        for path in whole.files:
            disk.link(whole.docs / path, site / path)
        ground.write_index(site, told, disk)
        return True

    def keep(self, word: str, whole: WholeSite, site: Path, filled: Mapping[str, FilledPage]) -> None:
        """Keep what the engine has just made in `site`, and the pages that it left to us, which were `filled`."""
        ground, entries = laid(site, whole.pages)
        generated = {f"{page.address}index.html": page for page in whole.pages}
        for url, page in generated.items():
            name, html, told, ours = _word(word, page), (site / url).read_bytes(), entries.get(url, []), filled.get(url)
            known = None if ours is None or ours.reading is None else reading_told(ours.reading)
            self._keep(name, _Finished(told, html, known))
            found = ground_of(page, html, name, told) if ours is None else filled_ground(ours, name, told)
            if found is not None and (told or found.unsearched or ground.index is None):
                ground.pages[page.address] = found
        ground.files.update(others(site, whole.docs, generated, whole.files))
        self._grounds.keep(word, ground.written())

    def _ground(self, word: str) -> Groundwork | None:
        kept = self._grounds.found(word)
        if kept is not None:
            with suppress(ValueError, KeyError, TypeError):
                return read_groundwork(kept)
        return None

    def _finished(self, word: str, page: Page, ground: PageGround | None) -> _Finished | None:
        """The page, kept or set into the ground; None where neither can be."""
        name = _word(word, page)
        kept = self._kept(name)
        if kept is not None:
            return kept
        leaf = leaf_of(page) if ground is not None else None
        if leaf is None or ground is None or ground.head != leaf.head:
            return None
        entries, around = ground.told(leaf), self._kept(ground.page)
        if entries is None or around is None:
            return None
        finished = _Finished(entries, ground.html(around.html, leaf))
        self._keep(name, finished)
        return finished

    def _kept(self, name: str) -> _Finished | None:
        kept = self._pages.found(name)
        if kept is not None:
            with suppress(ValueError):
                head, _, html = kept.partition(b"\0")
                told, reading = json.loads(head)
                return _Finished(told, html, reading)
        return None

    def _keep(self, name: str, finished: _Finished) -> None:
        head = json.dumps([finished.told, finished.reading], ensure_ascii=False, separators=(",", ":"))
        self._pages.keep(name, head.encode("utf-8", "surrogatepass") + b"\0" + finished.html)


def _word(ground: str, page: Page) -> str:
    digest = blake2b(f"{ground}\0{page.address}\0".encode(), digest_size=20)
    digest.update(page.written)
    return digest.hexdigest()
