"""The sparkline of a card: the latest values of a KPI and what was to be reached, large enough to be read."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from markupsafe import Markup

from bsc_site.render.text import own

LATEST = 18
WIDTH, HEIGHT, EDGE = 132, 44, 4
SHORTEST = 2


def card_sparkline(values: Sequence[float], aims: Sequence[Sequence[float | None]]) -> Markup:
    """The latest 18 values as inline SVG, with what was to be reached: a target, or the two ends of a band.

    Each of `aims` has one figure for each value, None where there is none. The height spans the smallest to the largest
    figure shown. Hidden from screen readers because the card says the same in words; empty for fewer than two values.
    """
    shown, lines = values[-LATEST:], [each[-LATEST:] for each in aims]
    if len(shown) < SHORTEST:
        return Markup()
    known = [*shown, *(each for line in lines for each in line if each is not None)]
    place = _places(len(shown), min(known), max(known))
    points = [place(index, value) for index, value in enumerate(shown)]
    x, y = points[-1].split(",")
    return own(
        f'<svg class="bsc-spark" viewBox="0 0 {WIDTH} {HEIGHT}" aria-hidden="true">'
        f"{''.join(_aim(line, place) for line in lines)}"
        f'<polyline points="{" ".join(points)}"/><circle cx="{x}" cy="{y}" r="3.5"/></svg>',
    )


def _aim(line: Sequence[float | None], place: Callable[[int, float], str]) -> str:
    points = " ".join(place(index, each) for index, each in enumerate(line) if each is not None)
    return f'<polyline class="bsc-spark__target" points="{points}"/>' if points else ""


def _places(count: int, low: float, high: float) -> Callable[[int, float], str]:
    """Where in the picture the value of a period stands."""
    step = (WIDTH - 2 * EDGE) / (count - 1)
    span = high / 2 - low / 2  # halves: no overflow on the way

    def place(index: int, value: float) -> str:
        share = (value / 2 - low / 2) / span if span else 0.5
        return f"{EDGE + index * step:.0f},{HEIGHT - EDGE - (HEIGHT - 2 * EDGE) * share:.1f}"

    return place
