"""The site without the engine: its groundwork from an earlier build, and every page set into it."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from contextlib import suppress
from hashlib import blake2b
from pathlib import Path

from bsc_site.model.value_class import dataclass
from bsc_site.publish.disk.file_changes import Disk
from bsc_site.publish.filling.leaf import leaf_of
from bsc_site.publish.keeping.groundwork import Entry, Groundwork, PageGround, head_of, laid, read_groundwork
from bsc_site.publish.keeping.kept_results import KeptResults
from bsc_site.render.page import Page


@dataclass(frozen=True)
class WholeSite:
    """The generated pages and files of a site, and the folder in which they all stand."""

    pages: Sequence[Page]
    files: Mapping[str, bytes]
    docs: Path


class KeptSite:
    """Results by the word of a ground: of everything that the engine sees beside the bodies of generated pages."""

    def __init__(self, grounds: KeptResults, pages: KeptResults) -> None:
        """Nothing is looked up yet."""
        self._grounds = grounds
        self._pages = pages
        self._known: dict[str, Groundwork | None] = {}

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
        told: dict[str, list[Entry]] = {}
        for page in whole.pages:
            url = f"{page.address}index.html"
            finished = self._finished(word, page, ground.pages.get(page.address))
            if finished is None:
                return False
            told[url], html = finished
            disk.write(site / url, html)
        ground.write_others(site, disk)
        for path in whole.files:
            disk.link(whole.docs / path, site / path)
        ground.write_index(site, told, disk)
        return True

    def keep(self, word: str, whole: WholeSite, site: Path, filled: frozenset[str]) -> None:
        """Keep what the engine has just made in `site`; `filled` are Markdown files whose pages it left to us."""
        ground = laid(site, whole.pages, whole.files, filled)
        self._grounds.keep(word, ground.written())
        index = json.loads((site / "search/search_index.json").read_bytes())["docs"] if ground.index else ()
        entries: dict[str, list[Entry]] = {}
        for entry in index:
            entries.setdefault(entry["location"].partition("#")[0], []).append(entry)
        for page in whole.pages:
            url = f"{page.address}index.html"
            self._keep(_word(word, page), entries.get(url, []), (site / url).read_bytes())

    def prune(self) -> None:
        """The build is over."""
        self._grounds.prune()
        self._pages.prune()

    def _ground(self, word: str) -> Groundwork | None:
        kept = self._grounds.found(word)
        if kept is not None:
            with suppress(ValueError, KeyError, TypeError):
                return read_groundwork(kept)
        return None

    def _finished(self, word: str, page: Page, ground: PageGround | None) -> tuple[list[Entry], bytes] | None:
        """What the search is told of a page, and its HTML: kept, or set into the ground; None where neither can be."""
        name = _word(word, page)
        kept = self._pages.found(name)
        if kept is not None:
            with suppress(ValueError):
                entries, _, html = kept.partition(b"\0")
                return json.loads(entries), html
        leaf = leaf_of(page) if ground is not None else None
        if leaf is None or ground is None or ground.head != head_of(leaf):
            return None
        told = ground.told(leaf)
        if told is None:
            return None
        html = ground.html(leaf).encode("utf-8", "surrogateescape")
        self._keep(name, told, html)
        return told, html

    def _keep(self, name: str, told: list[Entry], html: bytes) -> None:
        self._pages.keep(name, json.dumps(told, ensure_ascii=False).encode("utf-8", "surrogatepass") + b"\0" + html)


def _word(ground: str, page: Page) -> str:
    digest = blake2b(f"{ground}\0{page.address}\0".encode(), digest_size=20)
    digest.update(page.markdown.encode())
    return digest.hexdigest()
