"""Stand-ins: files for what other builds make, so that the engine finds where the navigation and own pages lead."""

from __future__ import annotations

import posixpath
import re
from collections.abc import Iterator
from html import escape
from urllib.parse import unquote

from bsc_site.publish.disk.tree import Sources
from bsc_site.publish.engine.nav_paths import paths_in
from bsc_site.publish.publication.site import Edition
from bsc_site.render.matter.site_part import SitePart

_ADDRESS = re.compile(r"[^\s()<>\[\]\"']+\.\w+(?:#[^\s()<>\[\]\"']*)?")
"""Whatever may be the address of a file in a text."""
_MARKDOWN_LINK = re.compile(r"\]\(([^\s()]+\.md(?:#[^\s()]*)?)\)")


def stand_ins(edition: Edition, sources: Sources, part: SitePart) -> dict[str, bytes]:
    """Path to content of a file for everything that belongs to another part, and to which one of the sources leads.

    A page has nothing but a heading and the anchors to which links lead. Whether what it stands for is ever made, the
    other part knows.
    """
    standing = {page.source_path for page in sources.pages} | {*sources.files, *sources.own}
    wanted: dict[str, set[str]] = {path: set() for path in paths_in(edition.nav) if path not in standing}
    for path, anchor in _led_to(sources):
        if path not in standing and not part.holds(path):
            wanted.setdefault(path, set()).update({anchor} if anchor else ())
    folders = {folder for path in (*standing, *wanted) for folder in _folders(path)}
    return {path: _stand_in(path, sorted(anchors)) for path, anchors in wanted.items() if path not in folders}


def _led_to(sources: Sources) -> Iterator[tuple[str, str]]:
    """Path and anchor of whatever the texts may lead to."""
    for page in sources.pages:
        if ".md" in page.markdown:
            yield from _targets(page.source_path, _MARKDOWN_LINK.findall(page.markdown))
    for path, file in sources.own.items():
        if path.endswith(".md"):
            yield from _targets(path, _ADDRESS.findall(file.read_text("utf-8", "replace")))


def _targets(page: str, addresses: list[str]) -> Iterator[tuple[str, str]]:
    for address in addresses:
        way, _, anchor = unquote(address).partition("#")
        path = posixpath.normpath(posixpath.join("/", posixpath.dirname(page), way)).lstrip("/")
        if "://" not in address and "\\" not in path and path and not path.startswith("."):
            yield path, anchor


def _folders(path: str) -> Iterator[str]:
    while path := posixpath.dirname(path):
        yield path


def _stand_in(path: str, anchors: list[str]) -> bytes:
    if not path.endswith(".md"):
        return b""
    return "".join(("# -\n\n", *(f'<a id="{escape(each)}"></a>\n' for each in anchors))).encode()
