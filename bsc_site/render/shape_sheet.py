"""The shapes of statuses as CSS: one variable for each, to which a small square is cut.

After a change: `python -m tests.house.palette`, which writes `docs_templates/assets/bsc-shapes.css` anew.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from bsc_site.render.status_shapes import CHECK, CROSS, DASH, DIAMOND, STAR, TRIANGLE, TRIANGLE_DOWN

SQUARE = 12
"""The side of the square in which the shapes are drawn."""
RADIUS = 5
"""That of the circle."""
CUT = {
    "triangle": TRIANGLE,
    "diamond": DIAMOND,
    "dash": DASH,
    "check": CHECK,
    "cross": CROSS,
    "star": STAR,
    "triangle-down": TRIANGLE_DOWN,
}
"""Shapes with corners by name; the ring is painted into its square, in the colour of what it stands for."""
_STEP = re.compile(r"([MLHV])([^MLHVZ]*)")
_NUMBER = re.compile(r"-?\d*\.?\d+")


def shapes_css() -> str:
    """The style sheet that declares each shape as `--bsc-shape-diamond`, for `clip-path`."""
    shapes = {name: f"polygon({', '.join(_corners(path))})" for name, path in CUT.items()}
    shapes["circle"] = f"circle({100 * RADIUS / SQUARE:.4g}%)"
    lines = [f"  --bsc-shape-{name}: {shape};" for name, shape in shapes.items()]
    head = "/* The shapes of statuses, written from render/status_shapes.py: squares are cut to them. */\n"
    return "\n".join([head, ":root {", *lines, "}"]) + "\n"


def _corners(path: str) -> Iterator[str]:
    x = y = 0.0
    for letter, numbers in _STEP.findall(path):
        figures = [float(each) for each in _NUMBER.findall(numbers)]
        pairs = _pairs(letter, figures, (x, y))
        for x, y in pairs:  # the last one is where the next step begins
            yield f"{100 * x / SQUARE:.4g}% {100 * y / SQUARE:.4g}%"


def _pairs(letter: str, figures: list[float], at: tuple[float, float]) -> list[tuple[float, float]]:
    if letter == "H":
        return [(each, at[1]) for each in figures]
    if letter == "V":
        return [(at[0], each) for each in figures]
    return list(zip(figures[::2], figures[1::2], strict=True))
