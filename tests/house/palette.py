"""Writes the sheets of palette and shapes anew: `python -m tests.house.palette`, after a colour or shape changed."""

from __future__ import annotations

from pathlib import Path

from bsc_site.render.palette import palette_css, reader_palette_css
from bsc_site.render.shape_sheet import shapes_css

SHEET = Path(__file__).parents[2] / "docs_templates" / "assets" / "bsc-palette.css"
READER = SHEET.with_name("bsc-palette-reader.css")
SHAPES = SHEET.with_name("bsc-shapes.css")

if __name__ == "__main__":
    SHEET.write_text(palette_css(), encoding="utf-8")
    READER.write_text(reader_palette_css(), encoding="utf-8")
    SHAPES.write_text(shapes_css(), encoding="utf-8")
