"""Makers: the versions of whatever shows in the bytes of a site, and one word for the program itself."""

from __future__ import annotations

import os
from collections.abc import Iterator
from functools import cache
from hashlib import sha256
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path

from bsc_site.render.pages.folder import templates_folder

_PACKAGES = (
    *("mkdocs", "properdocs", "mkdocs-material", "Markdown", "pymdown-extensions", "Jinja2", "MarkupSafe", "Pygments"),
    *("altair", "vl-convert-python", "babel", "numpy", "duckdb", "PyYAML", "lxml", "selectolax"),
)
"""Packages whose version may show in the bytes of a page."""
_PROGRAM = Path(__file__).resolve().parents[2]
_NOT_OURS = {"__pycache__", "docs_templates"}


def packages() -> dict[str, str]:
    """The versions of those that are installed, by their names."""
    return dict(_installed())


def _installed() -> Iterator[tuple[str, str]]:
    for name in _PACKAGES:
        try:
            yield name, version(name)
        except PackageNotFoundError:
            continue


@cache
def program_digest() -> str:
    """The digest (SHA-256) of the program's modules and templates, the same wherever they are installed.

    Two copies of the repository have the same version, and may make other pages all the same.
    """
    digest = sha256()
    for folder in (_PROGRAM, templates_folder()):
        for name, path in sorted(_files(folder)):
            digest.update(f"\0{name}\0".encode())
            digest.update(sha256(path.read_bytes()).digest())
    return digest.hexdigest()


def _files(folder: Path) -> Iterator[tuple[str, Path]]:
    for here, folders, names in os.walk(folder):
        folders[:] = [each for each in folders if each not in _NOT_OURS]
        paths = (Path(here, name) for name in names)
        yield from ((each.relative_to(folder).as_posix(), each) for each in paths)
