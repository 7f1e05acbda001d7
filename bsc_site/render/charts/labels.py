"""Labels: on which side of their marks the words of the latest value and of the target stand."""

from __future__ import annotations

from itertools import product
from typing import Any

from bsc_site.render.charts.levels import Levels

Row = dict[str, Any]
_ABOVE, _BELOW = -10, 19
_APART = 22
"""Units between two lines of words that do not touch, at the largest text size."""
_CLEAR = 14
"""Units between the middle of a line of words and a mark that it does not touch."""
_HALF_A_LINE = 5
_HABIT = 4


def apart(rows: list[Row], levels: Levels, plot: tuple[int, int]) -> list[Row]:
    """The same rows, with the words of the latest value and of the target moved where they do not meet.

    Each may stand above or below its mark; the side that it has already is kept where both are free. The words
    of the target lose their date where they would still run into the latest mark. `plot` is the height of the plot's
    top and of its floor.
    """
    last = next((row for row in rows if row["k"] == "last words" and row.get("al") == "left"), None)
    target = next((row for row in rows if row["k"] == "target words"), None)
    if last is None or target is None or last["t"] >= target["t"]:
        return rows
    heights = [_height(row["y"], levels, plot) for row in (last, target)]
    habits = [row["dy"] < 0 for row in (last, target)]
    choices = product((_ABOVE, _BELOW), repeat=2)
    best = max(choices, key=lambda each: _merit(each, heights, habits, plot))
    near = abs(heights[1] + best[1] - _HALF_A_LINE - heights[0]) < _CLEAR
    words = str(target["s"])
    placed: dict[str, Row] = {
        "last words": {"dy": best[0]},
        "target words": {"dy": best[1], "s": words.rpartition(" by ")[0] or words if near else words},
    }
    return [{**row, **placed.get(row["k"], {})} for row in rows]


def _height(value: float, levels: Levels, plot: tuple[int, int]) -> float:
    top, floor = plot
    return floor - (value - levels.low) / (levels.high - levels.low) * (floor - top)


def _merit(sides: tuple[int, ...], heights: list[float], habits: list[bool], plot: tuple[int, int]) -> float:
    """How good a choice of sides is: words apart from each other and the latest mark, inside the plot, as usual."""
    lines = [height + side for height, side in zip(heights, sides, strict=True)]
    outside = sum(line < plot[0] - 16 or line > plot[1] - 2 for line in lines)
    usual = sum((side < 0) == habit for side, habit in zip(sides, habits, strict=True))
    clear = min(abs(lines[0] - lines[1]), _APART) + min(abs(lines[1] - _HALF_A_LINE - heights[0]), _CLEAR)
    return clear - _APART * outside + _HABIT * usual
