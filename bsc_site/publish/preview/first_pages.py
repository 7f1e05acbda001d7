"""First pages: those that somebody waits for before there is any site, made by the engine ahead of all others."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from pathlib import Path
from posixpath import join, normpath

from bsc_site.publish.disk.file_changes import Disk
from bsc_site.publish.disk.lock import build_lock
from bsc_site.publish.disk.tree import Sources, write_tree
from bsc_site.publish.engine.generated_settings import HOOKS, may_fill
from bsc_site.publish.engine.run_engine import engine_named
from bsc_site.publish.engine.theme_style import complete_style
from bsc_site.publish.filling.filling import ASKED
from bsc_site.publish.preview.server import preview_site
from bsc_site.publish.publication.edition import EditionMaterial, edition_first
from bsc_site.publish.publication.site import (
    STYLE_FILE,
    Edition,
    PublishedMaterial,
    Surroundings,
    material_of,
    settings_text,
)
from bsc_site.render.page import Page
from bsc_site.render.pages.site_pages import outlines_of

HOME = ""
_FIRST_HEADING = re.compile(r"\A(?:---\n.*?\n---\n)?.*?^# [^\n]*\n", re.DOTALL | re.MULTILINE)
_TAB = re.compile(r"^bsc: \{tab: (\S+)\}$", re.MULTILINE)
_FOR_ALL = "assets"
"""The folder of what pages load."""


def first_pages(material: EditionMaterial, root: Path, addresses: Sequence[str]) -> Mapping[str, Mapping[str, bytes]]:
    """The pages at these addresses, each with all that it loads, by their paths in the site.

    The home page where there are no such pages, and none where the project looks at pages itself. The engine knows of
    every other page nothing but where it stands, or its first heading, which may be in the navigation. Raises
    TemplateProblem, PublishError and OSError.
    """
    written = {each.at.address: f"{each.at.address}index.md" for each in outlines_of(material.assessment)}
    wanted = tuple(each for each in addresses if each in written) or (HOME,)
    edition, disk = edition_first(material, root, wanted), Disk()
    found = material_of(edition, Surroundings(root, preview_site(root)))
    if not may_fill(found.look):
        return {}
    sources, text = _with_stand_ins(found.sources, written.values()), settings_text(edition, found)
    build, new = root / "build", root / "build" / ".first"
    with build_lock(build / ".lock"):
        write_tree(build / "docs", sources, disk)
        try:
            disk.write(build / "mkdocs.yml", text.encode())
            _make(edition, replace(found, sources=sources), build, new)
            return dict(_shown(edition, sources, new))
        finally:
            disk.remove_folder(new)


def _with_stand_ins(sources: Sources, others: Iterable[str]) -> Sources:
    """The same with what stands for the other pages; the project's own files are as they are."""
    wanted = {page.source_path for page in sources.pages}
    written = {path: file for path, file in sources.own.items() if path.endswith(".md")}
    own = {path: file for path, file in sources.own.items() if path not in written}
    stand_ins = {path: b"" for path in others if path not in wanted}
    stand_ins |= {path: _beginning(file.read_text("utf-8")).encode() for path, file in written.items()}
    return Sources(sources.pages, sources.files, own, stand_ins)


def _beginning(text: str) -> str:
    """Front matter and first heading of a page; all of it where it has no such heading."""
    found = _FIRST_HEADING.match(text)
    return found[0] if found else text


def _make(edition: Edition, found: PublishedMaterial, build: Path, new: Path) -> None:
    """Let the engine make the pages in the folder `new`; of what it complains of the whole build will tell."""
    disk, sources = Disk(), found.sources
    disk.remove_folder(new)
    for hook in HOOKS:
        disk.write(build / hook.name, hook.read_bytes())
    tabs = {tab for page in edition.pages for tab in _tabs(page)}
    unmade = [path for path, content in sources.stand_ins.items() if not content and path not in tabs]
    asked = {"signs": {}, "filled": unmade, "files": [*sources.files, *sources.own], "headings": []}
    disk.write(build / "filling" / ASKED, json.dumps(asked).encode())
    engine_named(found.look.engine, edition.as_of).build(build / "mkdocs.yml", new, build / "filling" / ASKED)
    disk.write(new / STYLE_FILE, sources.files[STYLE_FILE])
    scripts = [path for path in (*edition.javascript, *sources.own) if path.endswith(".js")]
    complete_style(new, STYLE_FILE, [f"{page.address}index.html" for page in edition.pages], scripts, disk)


def _tabs(page: Page) -> Iterator[str]:
    """Under which page of the navigation it is to be found, which the engine has to know as one."""
    found = _TAB.search(page.markdown)
    if found:
        yield normpath(join(page.address, found[1]))


def _shown(edition: Edition, sources: Sources, new: Path) -> Iterator[tuple[str, Mapping[str, bytes]]]:
    """Each page by its address with its own files and those of all pages."""
    made = (each for each in (new / _FOR_ALL).rglob("*") if each.is_file())
    own = {path: file.read_bytes() for path, file in sources.own.items()}
    loaded = {**sources.files, **own, **{each.relative_to(new).as_posix(): each.read_bytes() for each in made}}
    for page in edition.pages:
        path = f"{page.address}index.html"
        if (new / path).is_file():
            beside = {name: text.encode() for name, text in page.beside}
            yield page.address, {**loaded, **beside, path: (new / path).read_bytes()}
