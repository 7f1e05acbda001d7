"""The ink of charts: a CSS variable for every colour, so that dark mode and print need no redrawing."""

from __future__ import annotations

import re

from bsc_site.model.vocabularies import Status
from bsc_site.render.palette import chart_ink
from bsc_site.render.status_shapes import CHECK, CROSS, STATUS_SHAPES

WIDTH = 1000
"""Width of every plot in its own units; the page stretches it, but neither its letters nor its lines and signs."""
LETTER = 12.4
"""Size of the letters in pixels, on a phone as on a desk."""
DESK, PHONE = 1040, 225
"""Width of a plot in pixels where a page is wide, and where it is narrow: labels are placed for both."""

ACTUAL = chart_ink("actual")
ACTUAL_PALE = chart_ink("actual-pale")
TARGET = chart_ink("target")
BENCHMARK = chart_ink("benchmark")
TEXT = chart_ink("text")
FAINT = chart_ink("text-light")
GRID = chart_ink("grid")
PAPER = chart_ink("paper")
AXIS = chart_ink("axis")
INITIATIVE = chart_ink("initiative")
TOLERANCE = chart_ink("tolerance")
BAND = chart_ink("band")
LIMIT = chart_ink("limit")
FAN = chart_ink("fan")

STATUS_COLOURS = {
    "on_track": chart_ink("on-track"),
    "at_risk": chart_ink("at-risk"),
    "off_track": chart_ink("off-track"),
    "no_data": chart_ink("no-data"),
    "not_scored": chart_ink("actual"),
    "planned": chart_ink("no-data"),
    "done": chart_ink("on-track"),
    "cancelled": chart_ink("no-data"),
}
SIGNAL_COLOURS = {"better": chart_ink("better"), "worse": chart_ink("worse"), "change": chart_ink("change")}

_FIGURE = re.compile(r"\d*\.?\d+")
_ARC = re.compile(r"A([\d.]+) ([\d.]+) 0 1 (\d) ([\d.]+) ([\d.]+)")


def _sign(path: str) -> str:
    """The path of a shape as the engine wants it: between -1 and 1 in either direction."""

    def small(match: re.Match[str]) -> str:
        return f"{(float(match[0]) - 6) / 6:.3f}"

    def arc(match: re.Match[str]) -> str:
        radius, sweep = float(match[1]) / 6, match[3]
        return f"A{radius:.3f},{radius:.3f},0,1,{sweep},{(float(match[4]) - 6) / 6:.3f},{(float(match[5]) - 6) / 6:.3f}"

    pieces = re.split(r"(A[\d.]+ [\d.]+ 0 1 \d [\d.]+ [\d.]+)", path)
    return "".join(_ARC.sub(arc, each) if each.startswith("A") else _FIGURE.sub(small, each) for each in pieces)


STATUS_SIGNS = {each.value: _sign(shape) for each, shape in STATUS_SHAPES.items()} | {
    "not_scored": "circle",
    "planned": _sign(STATUS_SHAPES[Status.NOT_SCORED]),
    "done": _sign(CHECK),
    "cancelled": _sign(CROSS),
}
"""The shape of each status as the engine draws it; what is not scored stands on its line as a dot."""
FLAG = "M0,0V-1.9L1.5,-1.3L0,-0.7"
