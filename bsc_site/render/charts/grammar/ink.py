"""The ink of charts: a CSS variable for every colour, so that dark mode and print need no redrawing."""

from __future__ import annotations

WIDTH = 640
"""Width of every drawing in its own units; the page scales it."""
FONT_SIZE = 13
WIDEST_DIGIT = 11
"""Room for one character in units, at the largest text size that the style sheet sets on a phone."""

ACTUAL = "var(--bsc-actual)"
ACTUAL_PALE = "var(--bsc-actual-pale)"
TARGET = "var(--bsc-target)"
BENCHMARK = "var(--bsc-benchmark)"
TEXT = "var(--bsc-text)"
FAINT = "var(--bsc-text-light)"
GRID = "var(--bsc-grid)"
PAPER = "var(--bsc-paper)"
AXIS = "var(--bsc-axis)"
INITIATIVE = "var(--bsc-initiative)"
TOLERANCE = "var(--bsc-tolerance)"
BAND = "var(--bsc-band)"
LIMIT = "var(--bsc-limit)"
FAN = "var(--bsc-fan)"

STATUS_COLOURS = {
    "on_track": "var(--bsc-on-track)",
    "at_risk": "var(--bsc-at-risk)",
    "off_track": "var(--bsc-off-track)",
    "no_data": "var(--bsc-no-data)",
    "not_scored": "var(--bsc-actual)",
    "planned": "var(--bsc-no-data)",
    "done": "var(--bsc-done)",
    "cancelled": "var(--bsc-no-data)",
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
SIGNAL_COLOURS = {"better": "var(--bsc-better)", "worse": "var(--bsc-worse)", "change": "var(--bsc-change)"}
SIGNAL_SHAPES = {"better": "cross", "worse": "diamond", "change": "triangle-right"}
