"""Rendered: all that a site is made of, page by page and file by file, before an engine has seen it."""

from __future__ import annotations

import shutil
from datetime import date
from pathlib import Path

from bsc_site.compute.audience import Circle
from bsc_site.outcomes import Order
from bsc_site.pipeline import build_site
from bsc_site.publish.delivery import Delivery
from bsc_site.publish.publication.edition import EditionMaterial, edition_of
from tests.builders.project_folders import write
from tests.secrecy.more_hidden import with_more_hidden
from tests.secrecy.random_scorecards import scorecard_files

AS_OF = date(2025, 7, 10)


class _ReadyError(Exception):
    """Stops the build when all is concluded and no page is written."""


def project_folder(root: Path, seed: int, version: int = 0, *, more: bool = False) -> Path:
    """The random project of a seed in a folder that is made anew; with `more` hidden elements on request."""
    shutil.rmtree(root, ignore_errors=True)
    files = scorecard_files(seed, version)
    if more:
        files = with_more_hidden(files, seed)
    return write(root, files | {"mkdocs.yml": "site_url: https://example.org/\n"})


def rendered(root: Path, readers: str | Circle = Circle.WIDEST) -> dict[str, bytes]:
    """Address or path, and bytes, of what the readers get; the titles and the navigation under names of their own."""
    material: list[EditionMaterial] = []

    def stop(made: EditionMaterial) -> None:
        material.append(made)
        raise _ReadyError

    delivery = Delivery(root / "build" / "site", cached=False)
    try:
        outcome = build_site(Order(root, AS_OF, readers), delivery, stop)
    except _ReadyError:
        pass
    else:
        raise AssertionError("\n".join(map(str, outcome.problems)))
    edition = edition_of(material[0], root, delivery)
    files = {f"page {each.address}": each.written for each in edition.pages}
    files |= {f"beside {path}": text.encode() for each in edition.pages for path, text in each.beside}
    files |= {path: bytes(content) for path, content in edition.files.items()}
    around = (edition.site_name, edition.nav, dict(edition.told), edition.sections, [p.title for p in edition.pages])
    return files | {"around": repr(around).encode()}
