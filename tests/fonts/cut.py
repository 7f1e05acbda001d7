"""Cuts the fonts of this folder from their originals: only the letters that the tests show, renamed where asked for.

`python -m tests.fonts.cut FOLDER` finds the originals anywhere below FOLDER; LICENSES.md says where they come from.
"""

from __future__ import annotations

import sys
from dataclasses import dataclass
from pathlib import Path

from fontTools import subset
from fontTools.ttLib import TTFont

from tests.builders.map_languages import LETTERS

HERE = Path(__file__).parent
_SPANS = (
    "20-7e a0-17f 1a0-1a1 1af-1b0 218-21b 384-3ce 401-45f 490-491 1ea0-1ef9 2010-2026 "
    "2030-203a 20ac-20ac 2116-2116 2122-2122 2190-2193 2212-2212 2248-2248 2260-2260 2264-2265"
)
WESTERN = frozenset(
    chr(code)
    for span in _SPANS.split()
    for first, last in [span.split("-")]
    for code in range(int(first, 16), int(last, 16) + 1)
)
"""Latin with the accents of Europe and Vietnam, Greek, Cyrillic, punctuation."""
_SIGNS = frozenset("■□▪▫▲△▴▸►▼▾◀◂◆◇○●◦☆★⚠✓✔✗✘↔↕↖↗↘↙")


@dataclass(frozen=True)
class Cut:
    """One file of this folder: its original, the letters that stay, and its family where that must be another."""

    name: str
    original: str
    letters: frozenset[str]
    family: str = ""


CUTS = (
    Cut("plain.ttf", "LiberationSans-Regular.ttf", WESTERN, "Plain Sans"),
    Cut("plain-bold.ttf", "LiberationSans-Bold.ttf", WESTERN, "Plain Sans"),
    Cut("plain-mono.ttf", "LiberationMono-Regular.ttf", WESTERN, "Plain Mono"),
    Cut("dejavu.ttf", "DejaVuSans.ttf", WESTERN | LETTERS | _SIGNS),
    Cut("dejavu-bold.ttf", "DejaVuSans-Bold.ttf", WESTERN | LETTERS),
    Cut("noto.ttf", "NotoSans-Regular.ttf", WESTERN),
    Cut("noto-bold.ttf", "NotoSans-Bold.ttf", WESTERN),
    *(
        Cut(f"{script.lower()}{end}.ttf", f"NotoSans{script}-{weight}.ttf", LETTERS)
        for script in ("Arabic", "Hebrew", "Thai", "Devanagari")
        for end, weight in (("", "Regular"), ("-bold", "Bold"))
    ),
    Cut("cjk.otf", "NotoSansCJK-Regular.ttc", LETTERS - WESTERN),
)


def cut(each: Cut, originals: Path) -> None:
    """Write the file anew; the same originals give the same bytes. StopIteration where an original is missing."""
    options = subset.Options(hinting=False, notdef_outline=True, name_IDs=[0, 1, 2, 4, 5, 6, 13, 14])
    font = TTFont(next(originals.rglob(each.original)), fontNumber=0, recalcTimestamp=False)
    cutter = subset.Subsetter(options)
    cutter.populate(unicodes=[ord(letter) for letter in each.letters])
    cutter.subset(font)
    if each.family:
        rename(font, each.family)
    font.save(HERE / each.name)


def rename(font: TTFont, family: str) -> None:
    """Give the font another name in all places that show it."""
    for record in font["name"].names:
        if record.nameID in {1, 4, 16}:
            record.string = family
        elif record.nameID == 6:  # the name for PostScript
            record.string = family.replace(" ", "")


if __name__ == "__main__":
    for one in CUTS:
        cut(one, Path(sys.argv[1]))
