"""Rendered: all that a site is made of, page by page and file by file, before an engine has seen it."""

from __future__ import annotations

import shutil
from collections.abc import Mapping
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any
from unittest.mock import patch

from bsc_site.compute.audience import Circle
from bsc_site.outcomes import Order
from bsc_site.pipeline import build_site
from bsc_site.publish.delivery import Delivery
from bsc_site.publish.publication import edition as edition_room
from bsc_site.publish.publication.assets import Assets, assets_in
from bsc_site.publish.publication.edition import EditionMaterial
from bsc_site.render.pages.folder import templates_folder
from bsc_site.render.previews.preview_picture import PreviewPicture, preview_svg
from tests.builders.project_folders import write
from tests.secrecy.more_hidden import with_more_hidden
from tests.secrecy.random_scorecards import scorecard_files

AS_OF = date(2025, 7, 10)


@cache
def _assets(*_: Path, **__: Any) -> Assets:
    """Style sheets and scripts: those of every site, as no project here has its own."""
    return assets_in(templates_folder())


def _drawn(pictures: Mapping[str, PreviewPicture], _: Path | None) -> dict[str, bytes]:
    """The pictures of pages as they are before they become pixels, in which nobody could search."""
    return {f"previews/{address}": preview_svg(each).encode() for address, each in pictures.items()}


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
    with patch.object(edition_room, "assets_in", _assets), patch.object(edition_room, "preview_files", _drawn):
        edition = edition_room.edition_of(material[0], root, delivery)
    files = {f"page {each.address}": each.written for each in edition.pages}
    files |= {f"beside {path}": text.encode() for each in edition.pages for path, text in each.beside}
    files |= {path: bytes(content) for path, content in edition.files.items()}
    around = (edition.site_name, edition.nav, dict(edition.told), edition.sections, [p.title for p in edition.pages])
    return files | {"around": repr(around).encode()}
