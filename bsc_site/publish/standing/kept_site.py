"""The site as builds have left it: finished pages by all that they follow from, and the next site made from them."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Mapping, Sequence
from contextlib import suppress
from functools import partial
from hashlib import blake2b
from pathlib import Path
from posixpath import splitext
from typing import Any

from bsc_site.model.value_class import dataclass
from bsc_site.publish.disk.file_changes import Disk
from bsc_site.publish.disk.file_words import FileWords, content_word, word_at
from bsc_site.publish.disk.standing_files import State
from bsc_site.publish.filling.filling import FilledPage
from bsc_site.publish.filling.leaf import leaf_of
from bsc_site.publish.keeping.kept_readings import KeptReadings, reading_in, reading_told
from bsc_site.publish.keeping.kept_results import KeptResults
from bsc_site.publish.link_check.changes_proof import Proved, flaws_of_changes
from bsc_site.publish.link_check.file_reading import read_file
from bsc_site.publish.link_check.flaws import Flaw
from bsc_site.publish.link_check.reading import PageReading
from bsc_site.publish.standing.groundwork import (
    INDEX,
    Entry,
    Groundwork,
    PageGround,
    filled_ground,
    ground_of,
    laid,
    others,
    read_groundwork,
)
from bsc_site.publish.standing.site_folder import SiteFolder, note
from bsc_site.publish.standing.site_record import SiteRecord
from bsc_site.render.page import Page

_HEAD = ".head"
"""How the words of what is known of finished pages end; without it those of the pages themselves."""


@dataclass(frozen=True)
class WholeSite:
    """The generated pages and files of a site, the folder in which they all stand, and the site that stands now.

    `completed` are files that change once more when all others stand.
    """

    pages: Sequence[Page]
    files: Mapping[str, bytes]
    docs: Path
    stands: Path
    completed: frozenset[str] = frozenset()


@dataclass(frozen=True)
class _Finished:
    """A finished page: what the search is told of it, and its HTML, as soon as somebody asks for it."""

    told: list[Entry]
    html: Callable[[], bytes | Path | None]


class KeptSite:
    """Results by the word of a ground: of everything that the engine sees beside the bodies of generated pages."""

    def __init__(self, grounds: KeptResults, pages: KeptResults, record: SiteRecord, readings: KeptReadings) -> None:
        """Nothing is looked up yet."""
        self._grounds, self._pages, self._record, self._readings = grounds, pages, record, readings
        self._known: dict[str, Groundwork | None] = {}
        self._words: dict[str, str] = {}
        """What stands in the site that was made, by its path; nothing of what was completed afterwards."""
        self._states: Mapping[str, State] = {}
        """The states of those files of it that stood there already."""

    @property
    def words(self) -> FileWords:
        """What files hold that builds have written, known by their state."""
        return self._record.words

    def knows(self, word: str) -> bool:
        """Whether there is a groundwork under this word."""
        if word not in self._known:
            self._known[word] = self._ground(word)
        return self._known[word] is not None

    def made(self, word: str, whole: WholeSite, site: Path, disk: Disk) -> bool:
        """Whether the site was made in the folder `site`, of what it holds; if not, a part of it may stand there."""
        ground = self._known.get(word)
        if ground is None:
            return False
        self._pages.use(each.page for each in ground.pages.values())
        pages = {f"{page.address}index.html": page for page in whole.pages}
        wanted = {*pages, *whole.files, *ground.files, INDEX}
        folder = SiteFolder(site, whole.stands, wanted, self._record.words, disk)
        told: dict[str, list[Entry]] = {}
        for url, page in pages.items():
            name = _word(word, page)
            finished = self._finished(name, page, ground.pages.get(page.address))
            if finished is None or not folder.put(url, name, finished.html):
                return False
            told[url] = finished.told
        for path, content in ground.files.items():
            folder.put(path, content_word(content), partial(_same, content))
        for path in whole.files.keys() - ground.files.keys():
            folder.put(path, word_at(whole.files, path), partial(_same, whole.docs / path))
        ground.write_index(site, told, disk)
        self._words = {path: each for path, each in folder.words.items() if path not in whole.completed}
        self._states = folder.states
        return True

    def keep(self, word: str, whole: WholeSite, site: Path, filled: Mapping[str, FilledPage]) -> dict[str, PageReading]:
        """Keep what the engine has just made in `site`, and the pages that it left to us, which were `filled`.

        What each of the pages refers to, by its path.
        """
        ground, entries = laid(site, whole.pages)
        generated = {f"{page.address}index.html": page for page in whole.pages}
        words, readings = dict[str, str](), dict[str, PageReading]()
        for url, page in generated.items():
            name, html, told, ours = _word(word, page), (site / url).read_bytes(), entries.get(url, []), filled.get(url)
            readings[url] = (ours.reading if ours else None) or read_file("page", html)
            self._keep(name, html, told, readings[url])
            found = ground_of(page, html, name, told) if ours is None else filled_ground(ours, name, told)
            if found is not None and (told or found.unsearched or ground.index is None):
                ground.pages[page.address] = found
            words[url] = name
        ground.files.update(others(site, whole.docs, generated, whole.files))
        self._grounds.keep(word, ground.written())
        words |= {path: word_at(whole.files, path) for path in whole.files}
        words |= {path: content_word(content) for path, content in ground.files.items()}
        self._words = {path: each for path, each in words.items() if path not in whole.completed}
        self._states = {}
        return readings

    def flaws(self, site: Path, pages: Iterable[str], completed: Iterable[str]) -> tuple[Flaw, ...] | None:
        """The flaws of the site that was `made`, and `completed` by these files.

        None where only who looks at all of it can tell.
        """
        now = {**self._words, **{path: "" for path in completed if (site / path).is_file()}}
        proved = Proved(self._record.proved, now, self._reading, self._readings.earlier)
        return flaws_of_changes(site, frozenset(pages), proved, self._readings.read)

    def page_readings(self) -> dict[str, PageReading]:
        """What pages of the site that was made refer to, by their paths, as far as it is known."""
        found = {path: self._reading(word) for path, word in self._words.items() if path.endswith(".html")}
        return {path: each for path, each in found.items() if each is not None}

    @property
    def digests(self) -> dict[str, str]:
        """The digests of those files of the site that are what they were in the last one, by their paths."""
        known, before = self._record.digests, self._record.proved
        return {path: known[path] for path, word in self._words.items() if word == before.get(path) and path in known}

    def proved(self, site: Path, digests: Mapping[str, str]) -> None:
        """The site has no flaw, and its files these digests: what is known of it is kept."""
        note(site, self._words, self._record.words, self._states)
        self._record.keep(self._words, digests)
        kinds = {".html": "page", ".css": "style"}
        files = ((kinds.get(splitext(path)[1]), word) for path, word in self._words.items())
        self._readings.use((kind, word) for kind, word in files if kind)

    def _ground(self, word: str) -> Groundwork | None:
        kept = self._grounds.found(word)
        if kept is not None:
            with suppress(ValueError, KeyError, TypeError):
                return read_groundwork(kept)
        return None

    def _finished(self, name: str, page: Page, ground: PageGround | None) -> _Finished | None:
        """The page as it was kept, or set into the ground; None where neither can be."""
        told = self._told(name)
        if told is not None:
            self._pages.use((name, name + _HEAD))
            return _Finished(told, partial(self._html, name, page, ground))
        made = self._set_in(name, page, ground)
        return None if made is None else _Finished(made[0], partial(_same, made[1]))

    def _html(self, name: str, page: Page, ground: PageGround | None) -> bytes | None:
        """A page of which the search has been told; made again where what was kept is damaged."""
        kept = self._pages.found(name)
        if kept is not None:
            return kept
        made = self._set_in(name, page, ground)
        return made and made[1]

    def _set_in(self, name: str, page: Page, ground: PageGround | None) -> tuple[list[Entry], bytes] | None:
        """The page set into the ground, and kept; None where it cannot be."""
        leaf = leaf_of(page) if ground is not None else None
        if leaf is None or ground is None or ground.head != leaf.head:
            return None
        entries, around = ground.told(leaf), self._pages.found(ground.page)
        if entries is None or around is None:
            return None
        html = ground.html(around, leaf)
        self._keep(name, html, entries, read_file("page", html))
        return entries, html

    def _told(self, name: str) -> list[Entry] | None:
        head = self._pages.found(name + _HEAD)
        with suppress(ValueError):
            found: list[Entry] | None = None if head is None else json.loads(head.partition(b"\0")[0])
            return found
        return None

    def _reading(self, name: str) -> PageReading | None:
        """What a generated page of that word refers to; None where that is not known."""
        head = self._pages.found(name + _HEAD)
        with suppress(ValueError, TypeError):
            return None if head is None else reading_in(json.loads(head.partition(b"\0")[2]))
        return None

    def _keep(self, name: str, html: bytes, told: list[Entry], reading: PageReading) -> None:
        self._pages.keep(name, html)
        self._pages.keep(name + _HEAD, b"\0".join((_told(told), _told(reading_told(reading)))))


def _told(value: list[Any]) -> bytes:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":")).encode("utf-8", "surrogatepass")


def _same(content: bytes | Path) -> bytes | Path:
    return content


def _word(ground: str, page: Page) -> str:
    return blake2b(f"{ground}\0{page.address}\0{page.word}".encode(), digest_size=20).hexdigest()
