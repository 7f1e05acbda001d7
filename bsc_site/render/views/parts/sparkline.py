"""Sparklines: the latest values of a KPI as a line without axes, small enough for every row of a table."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from markupsafe import Markup

from bsc_site.render.text import own

LATEST = 18
SHORTEST = 2


@dataclass(frozen=True, slots=True)
class Canvas:
    """How large a picture is drawn, in pixels, and the radius of its last point, which the edge keeps inside."""

    width: int
    height: int
    radius: float = 2.5
    edge: int = 3


ON_A_CARD = Canvas(132, 44, 3.5, 4)


def sparkline_with_aims(values: Sequence[float], aims: Sequence[Sequence[float | None]], canvas: Canvas) -> Markup:
    """The latest 18 values as inline SVG, hidden from screen readers because the row says the same in words.

    With what was to be reached in each of these periods, as lines of their own: a target, or a band's ends. Each of
    `aims` has one for each value, None where there is none. Empty for fewer than two values. The height spans the
    smallest to the largest figure shown.
    """
    shown, lines = values[-LATEST:], [each[-LATEST:] for each in aims]
    if len(shown) < SHORTEST:
        return Markup()
    known = [*shown, *(each for line in lines for each in line if each is not None)]
    place = _places(canvas, len(shown), min(known), max(known))
    points = [place(index, value) for index, value in enumerate(shown)]
    x, y = points[-1].split(",")
    return own(
        f'<svg class="bsc-spark" viewBox="0 0 {canvas.width} {canvas.height}" aria-hidden="true">'
        f"{''.join(_aim(line, place) for line in lines)}"
        f'<polyline points="{" ".join(points)}"/><circle cx="{x}" cy="{y}" r="{canvas.radius:g}"/></svg>',
    )


def _aim(line: Sequence[float | None], place: Callable[[int, float], str]) -> str:
    points = " ".join(place(index, each) for index, each in enumerate(line) if each is not None)
    return f'<polyline class="bsc-spark__target" points="{points}"/>' if points else ""


def _places(canvas: Canvas, count: int, low: float, high: float) -> Callable[[int, float], str]:
    """Where in the picture the value of a period stands."""
    step, span = (canvas.width - 2 * canvas.edge) / (count - 1), high - low
    drop = (canvas.height - 2 * canvas.edge) / span if span else 0

    def place(index: int, value: float) -> str:
        height = canvas.height - canvas.edge - (value - low) * drop if span else canvas.height / 2
        return f"{canvas.edge + index * step:.0f},{height:.1f}"

    return place
