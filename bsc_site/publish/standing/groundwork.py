"""Groundwork: what the engine makes of a site whatever the bodies of its pages say, and the site made of that."""

from __future__ import annotations

import json
import os
from collections.abc import Container, Iterable, Iterator, Mapping, Sequence
from dataclasses import field
from pathlib import Path, PurePosixPath
from typing import Any

from bsc_site.model.value_class import dataclass
from bsc_site.publish.disk.file_changes import Disk
from bsc_site.publish.engine.search_hook import DRAWN_LINK, light
from bsc_site.publish.filling.filling import FilledPage
from bsc_site.publish.filling.leaf import Leaf, leaf_of
from bsc_site.render.page import Page

INDEX = "search/search_index.json"
Entry = dict[str, Any]


@dataclass(frozen=True, slots=True)
class PageGround:
    """What surrounds the body of one page, and what the search says of its head.

    It stands in the page that is kept as `page`: all but the first `before` and the last `after` bytes is its body.
    `head` is the word of everything but the body; where the page says another of it, this is the ground of another
    page. `drawn` tells that links in drawings are spelt as the theme's script needs them, `unsearched` that the search
    leaves out the whole page.
    """

    head: str
    page: str
    before: int
    after: int
    entries: tuple[Entry, ...]
    drawn: bool = False
    unsearched: bool = False

    def listed(self) -> list[Any]:
        """What is kept of it, in order."""
        return [self.head, self.page, self.before, self.after, self.entries, self.drawn, self.unsearched]

    def html(self, kept: bytes, leaf: Leaf) -> bytes:
        """The whole page with the body of `leaf`, where the page that is kept has its own."""
        body = body_of(leaf, drawn=self.drawn).encode("utf-8", "surrogateescape")
        return b"".join((kept[: self.before], body, kept[len(kept) - self.after :]))

    def told(self, leaf: Leaf) -> list[Entry] | None:
        """What the search is told of the page with this body; None where the engine would change the body."""
        sections = leaf.sections()
        if sections is None or not self.entries:
            return None if sections is None else []
        *above, first = self.entries[: 2 if leaf.top else 1]
        url, title = f"{leaf.address}index.html", leaf.title
        return [*above, {**first, "text": sections[0].text}, *(dict(each.entry(url, title)) for each in sections[1:])]


def body_of(leaf: Leaf, *, drawn: bool) -> str:
    """The body as it stands in the finished page."""
    body = light(f"\n{leaf.body.strip()}")
    return DRAWN_LINK.sub(r"\1 xlink:href=", body) if drawn else body


def filled_ground(filled: FilledPage, page: str, entries: Sequence[Entry]) -> PageGround:
    """What surrounds the body of a page that was made by the very rules by which others will be."""
    return PageGround(filled.head, page, filled.before, filled.after, heads_of(entries), filled.drawn)


def heads_of(entries: Sequence[Entry]) -> tuple[Entry, ...]:
    """What the search says of the head of a page: its first entries, without what comes from its body."""
    return tuple({**each, "text": ""} for each in entries[:2])


def ground_of(made: Page, html: bytes, page: str, entries: Sequence[Entry]) -> PageGround | None:
    """What surrounds the body of a page that the engine has `made`; None where that cannot be told apart for sure."""
    leaf = leaf_of(made)
    if leaf is None:
        return None
    for drawn in (False, True):
        body = body_of(leaf, drawn=drawn).encode("utf-8", "surrogateescape")
        before, found, after = html.partition(body)
        if len(found) > 1 and found not in after:
            heads = heads_of(entries)
            ground = PageGround(leaf.head, page, len(before), len(after), heads, drawn, leaf.unsearched)
            return ground if ground.told(leaf) == [*entries] else None
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
        return b"".join((len(head).to_bytes(8, "big"), head, *self.files.values()))

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
    end = 8 + int.from_bytes(kept[:8], "big")
    told = json.loads(kept[8:end])
    found = Groundwork(index=told["index"], order=told["order"], others=told["others"])
    for name, (head, page, before, after, entries, *signs) in told["pages"].items():
        found.pages[name] = PageGround(head, page, before, after, tuple(entries), *signs)
    for name, size in told["files"]:
        found.files[_inside(name)] = kept[end : end + size]
        end += size
    return found


def _inside(name: str) -> str:
    path = PurePosixPath(name)
    if path.is_absolute() or ".." in path.parts or "\\" in name or "\0" in name:
        raise ValueError(name)
    return name


def laid(site: Path, pages: Iterable[Page]) -> tuple[Groundwork, dict[str, list[Entry]]]:
    """The groundwork of a site that the engine has just made, before anything is added to it; no page is in it yet.

    With it what the search is told of each page by its path.
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
    return found, entries


def others(site: Path, docs: Path, pages: Container[str], files: Mapping[str, bytes]) -> Iterator[tuple[str, bytes]]:
    """Every file of the site that is none of the generated `pages` and `files`, which stand in `docs` too."""
    for name in sorted(_files_in(str(site)), key=lambda name: name.split("/")):
        if name in pages or name == INDEX:
            continue
        path = f"{site}/{name}"
        if name in files and os.path.samefile(path, f"{docs}/{name}"):  # noqa: PTH121  # thousands of them
            continue
        content = Path(path).read_bytes()
        if files.get(name) != content:
            yield name, content


def _files_in(site: str) -> Iterator[str]:
    for folder, _, names in os.walk(site):
        above = folder[len(site) + 1 :].replace(os.sep, "/")
        yield from (f"{above}/{name}" if above else name for name in names)
