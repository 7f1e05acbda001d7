"""The files of preview pictures: as PNG, from the cache where they were drawn before."""

from __future__ import annotations

from collections.abc import Mapping
from hashlib import sha256
from pathlib import Path

from bsc_site.publish.publication.picture_cache import prune, store, stored
from bsc_site.render.previews.preview_picture import SCALE, PreviewPicture, preview_svg

FOLDER = "assets/previews"
"""Where the hook of the engine looks for them too."""


def preview_files(pictures: Mapping[str, PreviewPicture], cache: Path | None) -> dict[str, bytes]:
    """Path in the site to PNG: `assets/previews/kpis/nps/index.png` for the page `kpis/nps/`.

    A damaged entry of the cache is drawn again, a cache that cannot be read or written is done without.
    """
    drawn = {address: preview_svg(each) for address, each in pictures.items()}
    found = {f"{FOLDER}/{address}index.png": _drawn(svg, cache) for address, svg in drawn.items()}
    if cache is not None:
        prune(cache, frozenset(map(_name, drawn.values())))
    return found


def _name(svg: str) -> str:
    return f"preview-{SCALE:.3f}-{sha256(svg.encode()).hexdigest()}"


def _drawn(svg: str, cache: Path | None) -> bytes:
    name = _name(svg)
    found = stored(cache, name) if cache is not None else None
    if found is not None:
        return found
    from bsc_site.render.charts.pixels import png_of  # noqa: PLC0415  # slow to import, and not always needed

    made = png_of(svg, SCALE)
    if cache is not None:
        store(cache, name, made)
    return made
