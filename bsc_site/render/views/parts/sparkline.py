"""Sparklines: the latest values of a KPI as a line without axes, small enough for every row of a table."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from markupsafe import Markup

from bsc_site.render.text import own

LATEST = 18
WIDTH, HEIGHT, EDGE = 90, 22, 3
SHORTEST = 2


def sparkline_with_target(values: Sequence[float], targets: Sequence[float | None]) -> Markup:
    """The latest 18 values as inline SVG, hidden from screen readers because the row says the same in words.

    Empty for fewer than two values. The height spans the smallest to the largest value shown. `targets` has what was to
    be reached in each of these periods, None where there is nothing, as a line of its own; or is empty.
    """
    shown, aims = values[-LATEST:], targets[-LATEST:]
    if len(shown) < SHORTEST:
        return Markup()
    known = [*shown, *(each for each in aims if each is not None)]
    place = _places(len(shown), min(known), max(known))
    points = [place(index, value) for index, value in enumerate(shown)]
    aimed = " ".join(place(index, each) for index, each in enumerate(aims) if each is not None)
    x, y = points[-1].split(",")
    target = f'<polyline class="bsc-spark__target" points="{aimed}"/>' if aimed else ""
    return own(
        f'<svg class="bsc-spark" viewBox="0 0 {WIDTH} {HEIGHT}" aria-hidden="true">{target}'
        f'<polyline points="{" ".join(points)}"/><circle cx="{x}" cy="{y}" r="2.5"/></svg>',
    )


def _places(count: int, low: float, high: float) -> Callable[[int, float], str]:
    """Where in the picture the value of a period stands."""
    step, span = (WIDTH - 2 * EDGE) / (count - 1), high - low
    drop = (HEIGHT - 2 * EDGE) / span if span else 0

    def place(index: int, value: float) -> str:
        height = HEIGHT - EDGE - (value - low) * drop if span else HEIGHT / 2
        return f"{EDGE + index * step:.0f},{height:.1f}"

    return place
