"""Groundwork: what the engine makes of a site whatever the bodies of its pages say, and the site made of that."""

from __future__ import annotations

import json
import zlib
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import field
from pathlib import Path, PurePosixPath
from typing import Any

from bsc_site.model.value_class import dataclass
from bsc_site.publish.disk.file_changes import Disk
from bsc_site.publish.engine.search_hook import DRAWN_LINK, light
from bsc_site.publish.filling.leaf import Leaf, leaf_of
from bsc_site.render.matter.matter_word import word_of
from bsc_site.render.page import Page

INDEX = "search/search_index.json"
Entry = dict[str, Any]


@dataclass(frozen=True, slots=True)
class PageGround:
    """What surrounds the body of one page: its HTML `before` and `after`, and what the search says of its head.

    `head` is the word of everything but the body; where the page says another of it, this is the ground of another
    page. `drawn` tells that links in drawings are spelt as the theme's script needs them, `unsearched` that the search
    leaves out the whole page.
    """

    head: str
    before: str
    after: str
    entries: tuple[Entry, ...]
    drawn: bool
    unsearched: bool = False

    def listed(self) -> list[Any]:
        """What is kept of it, in order."""
        return [self.head, self.before, self.after, self.entries, self.drawn, self.unsearched]

    def html(self, leaf: Leaf) -> str:
        """The whole page with the body of `leaf`."""
        return f"{self.before}{squeezed(leaf, drawn=self.drawn)}{self.after}"

    def told(self, leaf: Leaf) -> list[Entry] | None:
        """What the search is told of the page with this body; None where the engine would change the body."""
        sections = leaf.sections()
        if sections is None or not self.entries:
            return None if sections is None else []
        *above, first = self.entries[: 2 if leaf.top else 1]
        url, title = f"{leaf.address}index.html", leaf.title
        return [*above, {**first, "text": sections[0].text}, *(dict(each.entry(url, title)) for each in sections[1:])]


def head_of(leaf: Leaf) -> str:
    """The word of everything in a page but its body."""
    return word_of(leaf.address, leaf.front, leaf.title, leaf.heading, leaf.top)


def squeezed(leaf: Leaf, *, drawn: bool) -> str:
    """The body as it stands in the finished page."""
    body = light(f"\n{leaf.body.strip()}")
    return DRAWN_LINK.sub(r"\1 xlink:href=", body) if drawn else body


def ground_of(page: Page, html: str, entries: Iterable[Entry], *, filled: bool) -> PageGround | None:
    """What surrounds the body of a finished page; None where that cannot be told apart for sure.

    A page that was `filled` was made by the very rules that are proved here for others.
    """
    leaf = leaf_of(page)
    if leaf is None:
        return None
    for drawn in (False, True):
        before, body, after = html.partition(squeezed(leaf, drawn=drawn))
        if len(body) > 1 and body not in after:
            known = list(entries)
            found = PageGround(head_of(leaf), before, after, tuple(known[:2]), drawn, leaf.unsearched)
            return found if filled or found.told(leaf) == known else None
    return None


@dataclass
class Groundwork:
    """All of it: the ground of pages by their addresses, the other files, and the search index without texts of pages.

    `order` are the pages of the index in their order; `others` its entries of pages that the project has written.
    """

    pages: dict[str, PageGround] = field(default_factory=dict)
    files: dict[str, bytes] = field(default_factory=dict)
    index: dict[str, Any] | None = None
    order: list[str] = field(default_factory=list)
    others: dict[str, list[Entry]] = field(default_factory=dict)

    def written(self) -> bytes:
        """As bytes to be kept; nothing in them is ever run."""
        told = {
            "pages": {name: each.listed() for name, each in self.pages.items()},
            "files": [[name, len(content)] for name, content in self.files.items()],
            "index": self.index,
            "order": self.order,
            "others": self.others,
        }
        head = json.dumps(told, ensure_ascii=False, separators=(",", ":")).encode("utf-8", "surrogatepass")
        return zlib.compress(b"".join((len(head).to_bytes(8, "big"), head, *self.files.values())), 1)

    def write_others(self, site: Path, disk: Disk) -> None:
        """Everything that is neither a generated page nor a generated file."""
        for name, content in self.files.items():
            disk.write(site / name, content)

    def write_index(self, site: Path, told: Mapping[str, list[Entry]], disk: Disk) -> None:
        """The search index with what is `told` of generated pages, by the paths of their files."""
        if self.index is not None:
            entries = {**self.others, **told}
            docs = [entry for url in self.order for entry in entries.get(url, ())]
            whole = {name: docs if name == "docs" else each for name, each in self.index.items()}
            disk.write(site / INDEX, json.dumps(whole, separators=(",", ":")).encode())


def read_groundwork(kept: bytes) -> Groundwork:
    """What was `written`. ValueError, KeyError or TypeError for anything else."""
    try:
        whole = zlib.decompress(kept)
    except zlib.error as error:
        raise ValueError from error
    end = 8 + int.from_bytes(whole[:8], "big")
    told = json.loads(whole[8:end])
    found = Groundwork(index=told["index"], order=told["order"], others=told["others"])
    for name, (head, before, after, entries, *signs) in told["pages"].items():
        found.pages[name] = PageGround(head, before, after, tuple(entries), *signs)
    for name, size in told["files"]:
        found.files[_inside(name)] = whole[end : end + size]
        end += size
    return found


def _inside(name: str) -> str:
    path = PurePosixPath(name)
    if path.is_absolute() or ".." in path.parts or "\\" in name or "\0" in name:
        raise ValueError(name)
    return name


def laid(site: Path, pages: Iterable[Page], files: Mapping[str, bytes], filled: frozenset[str]) -> Groundwork:
    """The groundwork of a site that the engine has just made, before anything is added to it.

    `files` are the generated ones that are no pages; `filled` the Markdown files of pages that it did not make itself.
    """
    found, generated = Groundwork(), {f"{page.address}index.html": page for page in pages}
    entries: dict[str, list[Entry]] = {}
    index = site / INDEX
    if index.is_file():
        found.index = json.loads(index.read_bytes())
        for entry in found.index["docs"]:
            entries.setdefault(entry["location"].partition("#")[0], []).append(entry)
        found.index = {**found.index, "docs": []}
    found.order = list(entries)
    found.others = {url: each for url, each in entries.items() if url not in generated}
    for url, page in generated.items():
        html = (site / url).read_bytes().decode("utf-8", "surrogateescape")
        ground = ground_of(page, html, entries.get(url, ()), filled=page.source_path in filled)
        if ground is not None and (ground.entries or found.index is None or ground.unsearched):
            found.pages[page.address] = ground
    found.files = {
        name: content for name, content in _others(site, generated) if name != INDEX and files.get(name) != content
    }
    return found


def _others(site: Path, generated: Mapping[str, object]) -> Iterator[tuple[str, bytes]]:
    for path in sorted(each for each in site.rglob("*") if each.is_file()):
        name = path.relative_to(site).as_posix()
        if name not in generated:
            yield name, path.read_bytes()
