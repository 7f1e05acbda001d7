"""Writes the style sheet of the palette anew: `python -m tests.house.palette`, after a colour changed."""

from __future__ import annotations

from pathlib import Path

from bsc_site.render.palette import palette_css

SHEET = Path(__file__).parents[2] / "docs_templates" / "assets" / "bsc-palette.css"

if __name__ == "__main__":
    SHEET.write_text(palette_css(), encoding="utf-8")
