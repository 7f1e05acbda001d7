"""The ink of charts: a CSS variable for every colour, so that dark mode and print need no redrawing."""

from __future__ import annotations

from bsc_site.render.palette import chart_ink

WIDTH = 640
"""Width of every drawing in its own units; the page scales it."""
FONT_SIZE = 13
WIDEST_DIGIT = 11
"""Room for one character in units, at the largest text size that the style sheet sets on a phone."""

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
    "done": chart_ink("done"),
    "cancelled": chart_ink("no-data"),
}
STATUS_SHAPES = {
    "on_track": "circle",
    "at_risk": "triangle-up",
    "off_track": "square",
    "no_data": "circle",
    "not_scored": "circle",
}
STATUS_SIGNS = {
    "on_track": "●",
    "at_risk": "▲",
    "off_track": "■",
    "planned": "○",
    "done": "✓",
    "cancelled": "×",
}
SIGNAL_COLOURS = {"better": chart_ink("better"), "worse": chart_ink("worse"), "change": chart_ink("change")}
SIGNAL_SHAPES = {"better": "cross", "worse": "diamond", "change": "triangle-right"}
