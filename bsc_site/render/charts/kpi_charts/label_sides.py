"""Labels: on which side of their marks the words of the latest value and of the target stand."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from itertools import product
from typing import Any

from bsc_site.render.charts.grammar.levels import Levels

Row = dict[str, Any]
_ABOVE, _BELOW = -10, 19
_APART = 22
"""Units between two lines of words that do not touch, at the largest text size."""
_CLEAR = 14
"""Units between the middle of a line of words and a mark that it does not touch."""
_HALF_A_LINE = 5
_HABIT = 4
_CHARACTER = 7.5
"""Units that a character of the words takes, on average."""
_LINES = frozenset({"actual", "target", "newest", "unfinished"})


def apart(rows: list[Row], levels: Levels, plot: tuple[int, int], undated: str) -> list[Row]:
    """The same rows, with the words of the latest value and of the target moved where they do not meet.

    Each may stand above or below its mark; the side that it has already is kept where both are free. The words
    of the target become `undated` where they would still run into the latest mark. `plot` is the height of the plot's
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
    placed: dict[str, Row] = {
        "last words": {"dy": best[0]},
        "target words": {"dy": best[1], "s": undated if near else target["s"]},
    }
    return [{**row, **placed.get(row["k"], {})} for row in rows]


@dataclass(frozen=True, slots=True)
class PlotFrame:
    """Where the plot lies: its days, its values, its left and right edge, its top and floor in units."""

    days: tuple[date, date]
    levels: Levels
    sides: tuple[float, float]
    plot: tuple[int, int]

    def across(self, day: str) -> float:
        """The place of a day, in units from the left."""
        first, last = self.days
        share = (date.fromisoformat(day) - first) / (last - first)
        return self.sides[0] + share * (self.sides[1] - self.sides[0])

    def height(self, value: float) -> float:
        """The place of a value, in units from the top."""
        return _height(value, self.levels, self.plot)


def clear_of_lines(rows: list[Row], frame: PlotFrame) -> list[Row]:
    """The same rows, with the words of the target moved above or below the lines that they would cover.

    They stay where they are when nothing runs below them, and when there is no free place inside the plot.
    """
    target = next((row for row in rows if row["k"] == "target words"), None)
    if target is None:
        return rows
    end, mark = frame.across(target["t"]), frame.height(target["y"])
    start = end - len(str(target["s"])) * _CHARACTER
    lines = [
        frame.height(row["y"]) for row in rows if row["k"] in _LINES and start - _CLEAR <= frame.across(row["t"]) <= end
    ]
    now = mark + target["dy"]
    if not any(abs(line - (now - _HALF_A_LINE)) < _CLEAR for line in lines):
        return rows
    places = [min([*lines, mark]) + _ABOVE, max([*lines, mark]) + _BELOW]
    taken = [frame.height(row["y"]) + row["dy"] for row in rows if row["k"] == "last words"]
    inside = [place for place in places if frame.plot[0] - 16 <= place <= frame.plot[1] - 4]
    free = [place for place in inside if all(abs(place - each) >= _APART for each in taken)]
    if not free:
        return rows
    best = min(free, key=lambda place: abs(place - mark))
    return [{**row, "dy": round(best - mark, 1)} if row is target else row for row in rows]


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
