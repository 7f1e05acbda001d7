"""What a drawing shows, read back from its SVG: where its lines run, and what room its words take."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from itertools import combinations, pairwise
from typing import Any

from lxml import etree

from bsc_site.render.charts.drawing import draw
from bsc_site.render.charts.grammar.chart import Chart
from bsc_site.render.charts.grammar.days import milliseconds
from bsc_site.render.charts.grammar.ink import DESK, LETTER, PHONE, WIDTH
from bsc_site.render.charts.plotting.plot_pieces import TENTHS
from bsc_site.render.lettering import Style, width_of
from tests.charts.plotting.drawn_marks import runs_of

DESK_SIZE, PHONE_SIZE = (DESK, 340), (PHONE, 230)


@dataclass(frozen=True)
class Words:
    """A text of the drawing and the rectangle that it covers in pixels."""

    text: str
    left: float
    top: float
    right: float
    bottom: float

    def meets(self, other: Words) -> bool:
        """Whether it covers part of another one, by more than a hair."""
        across = min(self.right, other.right) - max(self.left, other.left)
        down = min(self.bottom, other.bottom) - max(self.top, other.top)
        return across > 1 and down > 1


class Drawn:
    """The drawing of a chart."""

    def __init__(self, chart: Chart) -> None:
        """Drawn once."""
        self.options: dict[str, Any] = dict(chart.options)
        self.root = etree.fromstring(draw(chart).encode())

    def across(self, day: date) -> float:
        """Where a day stands, in the units of the plot."""
        first, last = self.options["span"]
        return float((milliseconds(day) - first) / (last - first) * WIDTH)

    def down(self, value: float) -> float:
        """Where a value stands."""
        low, high = self.options["reach"]
        return float((high - value) / (high - low) * self.options["height"])

    def lines(self, **look: str) -> list[list[tuple[float, float]]]:
        """The corners of all lines with these attributes (`stroke_width` for `stroke-width`)."""
        wanted = {name.replace("_", "-"): value for name, value in look.items()}
        found: list[list[tuple[float, float]]] = []
        for path in self.root.iter("{*}path"):
            if all(path.get(name) == value for name, value in wanted.items()):
                found += [list(run) for run in runs_of(path.get("d") or "", TENTHS)]
        return found

    def away(self, day: date, value: float, **look: str) -> float:
        """How far the nearest of those lines is above or below the place of a value, in units of the plot."""
        x, y = self.across(day), self.down(value)
        heights = [_height(ends, x) for line in self.lines(**look) for ends in pairwise(line)]
        return min((abs(height - y) for height in heights if height is not None), default=float("inf"))

    def words(self, size: tuple[float, float], hidden: str) -> list[Words]:
        """The words of a plot of this size; those of a part with this class are not shown."""
        return list(self._words(size, hidden))

    def _words(self, size: tuple[float, float], hidden: str) -> Iterator[Words]:
        for text in self.root.iter("{*}text"):
            classes = " ".join(each.get("class") or "" for each in text.iterancestors())
            if hidden in classes:
                continue
            now = "bsc-chart__now" in classes
            letter = LETTER * (1.25 if now else 1)
            bold = now or text.get("font-weight") == "bold"
            width = width_of(text.text or "", Style(letter, bold=bold))
            x, y = (_place(text, name, whole) for name, whole in zip("xy", size, strict=True))
            left = x - {"middle": width / 2, "end": width}.get(text.get("text-anchor") or "", 0.0)
            yield Words(text.text or "", left, y - 0.75 * letter, left + width, y + 0.2 * letter)


def meeting(words: list[Words]) -> list[tuple[str, str]]:
    """Those that cover each other."""
    return [(one.text, other.text) for one, other in combinations(words, 2) if one.meets(other)]


def crossed(words: Words, lines: list[list[tuple[float, float]]], size: tuple[float, float], height: float) -> int:
    """How many pieces of lines run through words, tried at a thousand places of the width."""
    scaled = [[(x / WIDTH * size[0], y / height * size[1]) for x, y in line] for line in lines]
    steps = [words.left + (words.right - words.left) * each / 50 for each in range(51)]
    heights = [_height(ends, x) for line in scaled for ends in pairwise(line) for x in steps]
    return sum(each is not None and words.top < each < words.bottom for each in heights)


def _place(text: etree._Element, name: str, whole: float) -> float:
    return float((text.get(name) or "0%").removesuffix("%")) / 100 * whole + float(text.get(f"d{name}") or 0)


def _height(ends: tuple[tuple[float, float], tuple[float, float]], x: float) -> float | None:
    """The height of a straight line at a place, None where it does not reach; its end where it is upright."""
    (x0, y0), (x1, y1) = ends
    if not min(x0, x1) - 0.06 <= x <= max(x0, x1) + 0.06:
        return None
    return y1 if x1 == x0 else y0 + (y1 - y0) * (x - x0) / (x1 - x0)
