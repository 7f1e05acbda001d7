"""Paths of whole numbers, each step told from the one before: half as long as places told from the corner."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import pairwise

Corner = tuple[int, int]
"""A place in steps of the inner drawing."""


def line_run(corners: Sequence[Corner]) -> str:
    """A line through the corners; one alone is a dot, as the engine has it."""
    return f"{_start(corners)}z" if len(corners) == 1 else f"{_start(corners)}{_steps(corners)}"


def area_run(corners: Sequence[Corner]) -> str:
    """The area that the corners enclose."""
    return f"{_start(corners)}{_steps(corners)}z"


def rule_run(start: Corner, across: int, down: int) -> str:
    """A straight line from a place."""
    step = f"h{across}" if not down else f"v{down}" if not across else f"l{across} {down}"
    return f"{_start((start,))}{step}"


def box_run(corner: Corner, across: int, down: int) -> str:
    """A rectangle."""
    return f"{_start((corner,))}h{across}v{down}h{-across}z"


def dots_run(places: Iterable[Corner]) -> str:
    """Lines without length, whose round ends are dots."""
    written, before = [], (0, 0)
    for x, y in places:
        written.append(f"m{x - before[0]} {y - before[1]}h0")
        before = (x, y)
    return "".join(written).replace("m", "M", 1).replace(" -", "-")


def _start(corners: Sequence[Corner]) -> str:
    return f"M{corners[0][0]} {corners[0][1]}".replace(" -", "-")


def _steps(corners: Sequence[Corner]) -> str:
    """The way from each corner to the next, with a blank only where a sign does not divide the figures."""
    steps = [f"{to_x - x} {to_y - y}" for (x, y), (to_x, to_y) in pairwise(corners)]
    return f"l{' '.join(steps)}".replace(" -", "-") if steps else ""
