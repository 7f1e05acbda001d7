"""Filling: which pages the engine need not make, what it is asked for instead, and the site completed from that."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import field, replace
from functools import cached_property
from pathlib import Path
from typing import Any

from bsc_site.model.value_class import dataclass
from bsc_site.publish.disk.file_changes import Disk
from bsc_site.publish.filling.first_headings import EXAMPLES, FirstHeadings, is_plain
from bsc_site.publish.filling.leaf import leaf_of
from bsc_site.publish.filling.searched_text import SearchedSection
from bsc_site.publish.filling.skeleton import HEADING, Skeleton, content_of, sign_folder, sign_page, skeleton_in
from bsc_site.publish.link_check.plain_markup import read_plainly
from bsc_site.publish.link_check.reading import PageReading
from bsc_site.render.page import Page

ASKED, ANSWERED = "asked.json", "answered.json"
"""What the engine's hook is told and what it says, as files in a folder of their own."""
_FEWEST = 6
"""Pages of a kind from which on filling pays: one is rendered for the signs, two for the proof."""
_PICTURED = "bsc_picture: own"
_INDEX = "search/search_index.json"


@dataclass(frozen=True)
class Conditions:
    """What is known of the site before its pages: Markdown files in the nav, files to come, how headings are written.

    `files` are the paths of all generated files that are no pages, `own` those of the project's own; `usual_headings`
    is false where the project has settings of its own for them. `pictured` tells whether the page at an address has a
    preview picture, `plainly_written` whether all pages are made by templates of ours.
    """

    in_nav: frozenset[str]
    own: tuple[str, ...]
    files: tuple[str, ...]
    pictured: Callable[[str], bool]
    usual_headings: bool = True
    plainly_written: bool = False

    @cached_property
    def folders(self) -> frozenset[str]:
        """Every folder in which something stands that the nav may name, from which ways to it are shorter."""
        return frozenset(each for path in (*self.in_nav, *self.own) for each in _folders(path))


def _folders(path: str) -> Iterator[str]:
    """`s/`, `s/sales/` for a path in `s/sales/`."""
    names = path.split("/")[:-1]
    return ("/".join(names[: count + 1]) + "/" for count in range(len(names)))


@dataclass(frozen=True, slots=True)
class _Noted:
    """What is remembered of a page until the engine has made those that show how it looks."""

    address: str
    title: str
    heading: str
    sections: tuple[SearchedSection, ...]
    top: tuple[int, int]
    body_at: int
    hardness: tuple[int, int]

    @property
    def url(self) -> str:
        return f"{self.address}index.html"

    def entries(self, anchor: str, title: str) -> Iterator[Mapping[str, str]]:
        """As the search index has them, where the first heading has this anchor and this title."""
        first, *others = self.sections
        if self.top[1]:
            yield {"location": self.url, "title": self.title, "text": ""}
        yield replace(first, anchor=anchor if self.top[1] else "", title=title).entry(self.url, self.title)
        yield from (each.entry(self.url, self.title) for each in others)


@dataclass
class _PageMake:
    """Pages that are made alike, and the number of their page of signs."""

    depth: int
    front: str
    pictured: bool
    below: str
    pages: list[_Noted] = field(default_factory=list)

    @property
    def proofs(self) -> list[_Noted]:
        """Two that prove the most: those with the most signs in their titles and the longest, of two folders."""
        hardest = max(self.pages, key=lambda each: each.hardness)
        there = _folder(hardest.address)
        others = [each for each in self.pages if each is not hardest]
        return [hardest, max(others, key=lambda each: (_folder(each.address) != there, each.hardness))]

    def sign(self, number: int) -> str:
        """The address of its page of signs."""
        return sign_folder(number, self.below, self.depth)

    @property
    def filled(self) -> list[_Noted]:
        proofs = {each.address for each in self.proofs}
        return [each for each in self.pages if each.address not in proofs]


def _folder(address: str) -> str:
    return address.rstrip("/").rpartition("/")[0]


class Filling:
    """One site: it takes every page while the tree is written, then asks the engine, then completes what it made."""

    def __init__(self, conditions: Conditions) -> None:
        """No page is known yet."""
        self._conditions = conditions
        self._makes: dict[tuple[int, str, bool, str], _PageMake] = {}
        self.readings: Mapping[str, PageReading] = {}
        """What filled pages refer to, by their paths, as far as that can be told; what is around it is proved."""

    def take(self, page: Page) -> None:
        """Note a page, if it can be filled."""
        if page.source_path in self._conditions.in_nav or not page.address:
            return
        leaf = leaf_of(page)
        sections = leaf.sections() if leaf is not None else None
        if leaf is None or sections is None or leaf.unsearched:
            return
        below = max((each for each in _folders(page.address) if each in self._conditions.folders), default="")
        kind = (*leaf.kind, self._conditions.pictured(page.address), below)
        signs = sum(not (each.isalnum() or each == " ") for each in leaf.title + leaf.heading)
        size = (signs, len(leaf.body))
        noted = _Noted(
            leaf.address, leaf.title, leaf.heading, sections, (leaf.top_at, len(leaf.top)), leaf.body_at, size
        )
        self._makes.setdefault(kind, _PageMake(*kind)).pages.append(noted)

    def ask(self, folder: Path, disk: Disk) -> Path | None:
        """Write into `folder` what the engine is asked for; the file, or None where it shall make every page."""
        disk.remove_folder(folder)
        makes = self._kinds()
        if not makes:
            return None
        headings = {each.heading for make in makes for each in make.pages}
        asked = {
            "signs": {
                f"{make.sign(number)}index.md": sign_page(make.front, _PICTURED if make.pictured else "")
                for number, make in enumerate(makes)
            },
            "filled": [f"{each.address}index.md" for make in makes for each in make.filled],
            "files": self._conditions.files,
            "headings": [*EXAMPLES, *sorted(each for each in headings if not self._plain(each))],
        }
        disk.write(folder / ASKED, json.dumps(asked).encode())
        return folder / ASKED

    @property
    def done(self) -> frozenset[str]:
        """The Markdown files of the pages that were filled."""
        return frozenset(f"{each.address}index.md" for make in self._kinds() for each in make.filled)

    def gave_up(self) -> None:
        """The engine makes every page after all."""
        self._makes.clear()

    def _plain(self, heading: str) -> bool:
        return self._conditions.usual_headings and is_plain(heading)

    def _kinds(self) -> list[_PageMake]:
        return [make for make in self._makes.values() if len(make.pages) >= _FEWEST]

    def complete(self, folder: Path, docs: Path, site: Path, disk: Disk) -> bool:
        """Write what the engine left out into `site`; False where it made a page otherwise than it would be filled.

        Nothing is to be done where it has given no answer: then it made every page.
        """
        try:
            answered = json.loads((folder / ANSWERED).read_bytes())
        except FileNotFoundError:
            return True
        completion = _Completion(docs, site, disk, answered)
        if not all(completion.fills(make, number) for number, make in enumerate(self._kinds())):
            return False
        completion.end(self._conditions.files)
        self.readings = completion.readings if self._conditions.plainly_written else {}
        return True


class _Completion:
    """One site that the engine left for us to complete, with its answers."""

    def __init__(self, docs: Path, site: Path, disk: Disk, answered: Mapping[str, Any]) -> None:
        self._docs, self._site, self._disk, self._answered = docs, site, disk, answered
        self._headings = FirstHeadings(answered["headings"])
        index = site / _INDEX
        self._index = json.loads(index.read_bytes()) if index.is_file() else None
        self.readings: dict[str, PageReading] = {}
        self._entries: dict[str, list[Mapping[str, str]]] = {}
        for entry in self._index["docs"] if self._index else ():
            self._entries.setdefault(entry["location"].partition("#")[0], []).append(entry)

    def fills(self, make: _PageMake, number: int) -> bool:
        """Fill every page of a kind, if two of them prove that they would be the same."""
        folder = make.sign(number)
        sign = self._answered["signs"].get(f"{folder}index.md", "")
        skeleton = skeleton_in(sign, folder, self._headings.html(HEADING) or "", instant=self._answered["instant"])
        self._entries.pop(f"{folder}index.html", None)
        if skeleton is None or not all(self._is_proved(skeleton, each) for each in make.proofs):
            return False
        for each in make.filled:
            content = self._content(each)
            if content is None:
                return False
            html = skeleton.page(each.address, each.title, content[0], content[1])
            self._disk.write(self._site / each.url, html.encode("utf-8", errors="xmlcharrefreplace"))
            self._entries[each.url] = [*self._told(each)]
            self._read(each.url, content[1])
        return True

    def _is_proved(self, skeleton: Skeleton, noted: _Noted) -> bool:
        told = self._index is None or self._entries.get(noted.url) == [*self._told(noted)]
        content = self._content(noted)
        if content is None or not told:
            return False
        made = (self._site / noted.url).read_text("utf-8")
        return made == skeleton.page(noted.address, noted.title, content[0], content[1])

    def _content(self, noted: _Noted) -> tuple[str, str] | None:
        """The first heading as HTML and the whole content; None where the engine would have to be asked."""
        heading = self._headings.html(noted.heading)
        if heading is None:
            return None
        text = (self._docs / noted.address / "index.md").read_text("utf-8")
        start, length = noted.top
        return heading, content_of(text[start : start + length], heading, text[noted.body_at :])

    def _read(self, url: str, content: str) -> None:
        reading = read_plainly(content)
        if reading is not None:
            self.readings[url] = reading

    def _told(self, noted: _Noted) -> Iterable[Mapping[str, str]]:
        return noted.entries(*self._headings.told(noted.heading))

    def end(self, files: Iterable[str]) -> None:
        """Every generated file that is no page, unless the engine made one of its own, and the search index."""
        for path in files:
            self._disk.link(self._docs / path, self._site / path)
        if self._index is not None:
            self._index["docs"] = [each for url in self._answered["order"] for each in self._entries.get(url, ())]
            self._disk.write(self._site / _INDEX, json.dumps(self._index, separators=(",", ":")).encode())
