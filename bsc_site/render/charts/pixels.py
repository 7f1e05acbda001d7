"""Pixels: SVG as PNG, with no letters but the packaged ones."""

from __future__ import annotations

from functools import cache
from pathlib import Path

import vl_convert

_LETTERS = Path(__file__).resolve().parents[1] / "previews" / "letters"


def png_of(svg: str, scale: float) -> bytes:
    """The drawing as PNG, `scale` pixels for a unit: the same bytes everywhere where its letters are packaged ones."""
    _know_letters()
    return bytes(vl_convert.svg_to_png(svg, scale=scale))


@cache
def _know_letters() -> None:
    vl_convert.register_font_directory(str(_LETTERS))
