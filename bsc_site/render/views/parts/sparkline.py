"""Sparklines: the latest values of a KPI as a line without axes, small enough for every row of a table."""

from __future__ import annotations

from collections.abc import Sequence

from markupsafe import Markup

from bsc_site.render.text import own

LATEST = 18
WIDTH, HEIGHT, EDGE = 90, 22, 3
SHORTEST = 2


def sparkline(values: Sequence[float]) -> Markup:
    """The latest 18 values as inline SVG, hidden from screen readers because the row says the same in words.

    Empty for fewer than two values. The height spans the smallest to the largest value shown.
    """
    shown = values[-LATEST:]
    if len(shown) < SHORTEST:
        return Markup()
    low, span = min(shown), max(shown) - min(shown)
    step = (WIDTH - 2 * EDGE) / (len(shown) - 1)
    drop = (HEIGHT - 2 * EDGE) / span if span else 0
    middle = HEIGHT / 2
    points = [
        (EDGE + index * step, HEIGHT - EDGE - (value - low) * drop if span else middle)
        for index, value in enumerate(shown)
    ]
    line = " ".join(f"{x:.0f},{y:.1f}" for x, y in points)
    x, y = points[-1]
    return own(
        f'<svg class="bsc-spark" viewBox="0 0 {WIDTH} {HEIGHT}" aria-hidden="true">'
        f'<polyline points="{line}"/><circle cx="{x:.0f}" cy="{y:.1f}" r="2.5"/></svg>',
    )
