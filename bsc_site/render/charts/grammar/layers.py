"""The grammar that all chart types share: rows of one named data set, each layer taking the rows of its kind."""

from __future__ import annotations

from typing import Any

import altair as alt

from bsc_site.render.charts.grammar import ink

LIVE = "zoom != 'all'"


def rows_of(kind: str) -> alt.Chart:
    """A chart over the rows of `kind` (the column `k`)."""
    return alt.Chart(alt.NamedData("rows")).transform_filter(f"datum.k === '{kind}'")


def x(column: str = "t:T") -> alt.X:
    """Time on the common scale: the days of `span`, from the left to the right margin."""
    scale = alt.Scale(type="utc", domain=alt.ExprRef("span"), range=[alt.ExprRef("left"), alt.ExprRef("width - right")])
    return alt.X(column, axis=None, scale=scale)


def y(column: str = "y:Q") -> alt.Y:
    """The value on the common scale: the figures of `reach`, from the floor of the plot to its top."""
    scale = alt.Scale(
        domain=alt.ExprRef("reach"), range=[alt.ExprRef("floor"), alt.ExprRef("top")], zero=False, nice=False
    )
    return alt.Y(column, axis=None, scale=scale)


def text_mark(chart: alt.Chart, **style: Any) -> alt.Chart:
    """Words in the text size of the drawing, their baseline `dy` below the place; `style` as in Altair's text mark.

    The size is a parameter: a static drawing sets it to 0, so that no text is measured, which takes half of the time.
    """
    plain = {"fontSize": alt.ExprRef("size"), "fill": ink.FAINT, "align": "left", "baseline": "alphabetic"}
    words: alt.Chart = chart.mark_text(**{**plain, **style})
    return words


def params(**values: Any) -> list[alt.Parameter]:
    """A parameter for each name, with the value that stands until a chart brings its own, and those of every type.

    They are what the live chart is zoomed to (`zoom`), the number of the row pointed `at`, the `size` of text.
    """
    return [
        alt.param(name=name, value=value)
        for name, value in {**values, "zoom": "all", "at": -1, "size": ink.FONT_SIZE}.items()
    ]


def grid() -> list[alt.Chart]:
    """Light lines across with their figures above them at the left, and the words of time below the plot."""
    across: dict[str, Any] = {"x": alt.value(0), "x2": alt.value(ink.WIDTH)}
    level = rows_of("level")
    moment = rows_of("moment").transform_filter("datum.z === zoom")
    below = alt.value(alt.ExprRef("floor"))
    return [
        level.mark_rule(stroke=ink.GRID, strokeWidth=1).encode(y=y(), **across),
        rows_of("zero").mark_rule(stroke=ink.AXIS, strokeWidth=1).encode(y=y(), **across),
        moment.mark_rule(stroke=ink.AXIS, strokeWidth=1).encode(x=x(), y=below, y2=alt.value(alt.ExprRef("floor + 5"))),
        text_mark(level, dy=-5).encode(x=alt.value(0), y=y(), text="s:N"),
        text_mark(moment, align="center", dy=18).encode(x=x(), y=alt.value(alt.ExprRef("floor")), text="s:N"),
        text_mark(rows_of("unit")).encode(x=alt.value(0), y=alt.value(12), text="s:N"),
    ]


def whole(layers: list[alt.Chart], parameters: list[alt.Parameter]) -> dict[str, Any]:
    """The Vega-Lite specification of a type: its layers on one plane without padding, background or frame."""
    chart = alt.layer(*layers).add_params(*parameters)
    chart = chart.properties(
        width=ink.WIDTH, height=300, padding=0, autosize="none", background="transparent", datasets={"rows": []}
    )
    spec: dict[str, Any] = (
        chart.configure(aria=False).configure_mark(invalid=None, opacity=1).configure_view(stroke=None).to_dict()
    )
    return spec
