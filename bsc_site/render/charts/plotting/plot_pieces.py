"""The pieces of a drawing, and how they become one line of SVG that a page can stretch.

Lines, areas and dots stand in an inner drawing that is stretched both ways; style sheets keep the width of its lines.
Its units are tenths of those of the plot, so that every figure is a whole number. Words and signs stand beside it,
their places told in per cent of the plot and their distances from there in pixels.
"""

from __future__ import annotations

import re
from collections.abc import Container, Iterable, Sequence
from functools import lru_cache
from html import escape
from itertools import groupby
from typing import NamedTuple

TENTHS = 10
"""How many steps of the inner drawing a unit of the plot has: a tenth is finer than a screen shows."""
_UNPRINTABLE = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]")


class _Piece(NamedTuple):
    """The kind of its rows, what it is part of, the element that it is, what it is joined with, look and content."""

    rows: str
    classes: tuple[str, ...]
    kind: str
    mates: int
    look: str
    content: str


class PlotPieces:
    """A drawing in the making: pieces come in, in their order, and one line of SVG comes out.

    `classes` are those of what a piece is part of. Looks are attributes as they are written, with a blank before each.
    """

    def __init__(self, width: float, height: float) -> None:
        """An empty drawing of a plot of so many units."""
        self.size = (round(width * TENTHS), round(height * TENTHS))
        self._stretched: list[_Piece] = []
        self._free: list[_Piece] = []
        self._layer, self._rows = 0, ""
        self.kinds: set[str] = set()
        """Of which kinds of rows there are pieces."""

    def begin_layer(self, rows: str) -> None:
        """What comes now is made of rows of this kind."""
        self._rows = rows
        self.kinds.add(rows)
        self.next_layer()

    def next_layer(self) -> None:
        """Lines that come now are not joined with those that came before."""
        self._layer += 1

    def path(self, classes: tuple[str, ...], look: str, run: str) -> None:
        """A line or an area of the inner drawing; those of a layer that look the same become one."""
        self._stretched.append(_Piece(self._rows, classes, "path", self._layer, look, run))

    def text(self, classes: tuple[str, ...], look: str, place: str, words: str) -> None:
        """Words; neighbours that look the same tell so once."""
        self._free.append(_Piece(self._rows, classes, "text", 0, look, f"{place}>{attribute(words)}</text>"))

    def beyond(self, classes: tuple[str, ...], edge: str, line: str) -> None:
        """A line outside the plot, its places told from an edge (`x` or `y`); those of a layer share one box."""
        self._free.append(_Piece(self._rows, classes, "line", self._layer, f' {edge}="100%"', line))

    def sign(self, classes: tuple[str, ...], place: str, path: str) -> None:
        """A sign around its place."""
        self._free.append(_Piece(self._rows, classes, "sign", 0, place, path))

    def written(self, finding: str, kinds: Container[str] | None = None) -> str:
        """The drawing, of rows of these `kinds` alone or of all, with the finding as its accessible name."""
        width, height = self.size
        stretched, free = (
            each if kinds is None else [piece for piece in each if piece.rows in kinds]
            for each in (self._stretched, self._free)
        )
        return (
            '<svg xmlns="http://www.w3.org/2000/svg" width="100%" height="100%" role="img" '
            f'aria-label="{attribute(finding)}" fill="none">'
            f'<svg viewBox="0 0 {width} {height}" preserveAspectRatio="none">{_grouped(stretched)}</svg>'
            f"{_grouped(free)}</svg>"
        )


def _grouped(pieces: Iterable[_Piece]) -> str:
    """Pieces that belong together stand in one group where they follow each other."""
    written = []
    for classes, group in groupby(pieces, key=lambda piece: piece.classes):
        runs = [list(run) for _, run in groupby(group, key=_mates)]
        name = f' class="{" ".join(classes)}"' if classes else ""
        if len(runs) == 1 and runs[0][0].kind == "text":
            written.append(_texts(runs[0], name))
            continue
        inside = "".join(_texts(run, "") if run[0].kind == "text" else _elements(run) for run in runs)
        written.append(f"<g{name}>{inside}</g>" if name else inside)
    return "".join(written)


def _mates(piece: _Piece) -> tuple[str, int, str]:
    """What neighbours have in common that are written together."""
    return (piece.kind, piece.mates, piece.look if piece.kind == "text" else "")


def _texts(run: Sequence[_Piece], name: str) -> str:
    """Texts that look the same, in one group where that is shorter; `name` is the class of all of them."""
    look = run[0].look
    if len(run) == 1 and not name:
        return f"<text{look}{run[0].content}"
    return f"<g{name}{look}>{''.join(f'<text{each.content}' for each in run)}</g>"


def _elements(run: Sequence[_Piece]) -> str:
    """Paths of one look as one path, lines beyond one edge in one box, and each sign in a box of its own."""
    if run[0].kind == "sign":
        return "".join(f"<svg{each.look}>{each.content}</svg>" for each in run)
    found: dict[str, list[str]] = {}
    for piece in run:
        found.setdefault(piece.look, []).append(piece.content)
    if run[0].kind == "line":
        return "".join(f"<svg{edge}>{''.join(lines)}</svg>" for edge, lines in found.items())
    return "".join(f'<path{look} d="{"".join(runs)}"/>' for look, runs in found.items())


@lru_cache(maxsize=4096)
def attribute(text: str) -> str:
    """Escaped for HTML, Markdown engines and template languages alike, on one line."""
    plain = escape(" ".join(_UNPRINTABLE.sub("", text).split()))
    return plain.replace("{", "&#123;").replace("}", "&#125;").replace("`", "&#96;")
