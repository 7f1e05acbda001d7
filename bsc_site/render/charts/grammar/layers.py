"""The grammar that all chart types share: rows of one named data set, each layer taking the rows of its kind."""

from __future__ import annotations

from typing import Any

import altair as alt

from bsc_site.render.charts.grammar import ink

LIVE = "zoom != 'all'"
PART = "part"


def rows_of(kind: str) -> alt.Chart:
    """A chart over the rows of `kind` (the column `k`)."""
    return alt.Chart(alt.NamedData("rows")).transform_filter(f"datum.k === '{kind}'")


def part(layer: alt.Chart, *parts: str) -> alt.Chart:
    """The layer as part of something: its marks get a class for each, so that the style sheet can hide them."""
    named: alt.Chart = layer.properties(name="_".join((PART, *parts)))
    return named


def x(column: str = "t:T") -> alt.X:
    """Time on the common scale: the days of `span`, across the whole plot."""
    scale = alt.Scale(type="utc", domain=alt.ExprRef("span"), range=[0, alt.ExprRef("width")])
    return alt.X(column, axis=None, scale=scale)


def held_x(field: str = "t") -> Any:
    """A place in time that stays at the edge of the plot where its day is not shown; beside a layer that uses `x`."""
    return at(f"clamp(scale('x', toDate(datum.{field})), 0, width)")


def y(column: str = "y:Q") -> alt.Y:
    """The value on the common scale: the figures of `reach`, from the floor of the plot to its top."""
    scale = alt.Scale(domain=alt.ExprRef("reach"), range=[alt.ExprRef("height"), 0], zero=False, nice=False)
    return alt.Y(column, axis=None, scale=scale)


def row(column: str = "row:Q") -> alt.Y:
    """A height that the row brings itself, in pixels from the top."""
    return alt.Y(column, axis=None, scale=None)


def at(place: str) -> Any:
    """A place in the plot as an expression, as `width`."""
    return alt.value(alt.ExprRef(place))


def text_mark(chart: alt.Chart, dx: str = "0", dy: str = "0", **style: Any) -> alt.Chart:
    """Words whose baseline begins `dx`, `dy` pixels (expressions) from their place; `style` as in Altair's text mark.

    A static drawing sets `size` to 0: then no text is measured, which takes half of the time, and both distances are
    handed on as the name of a font, for they must not be stretched with the plot.
    """
    plain: dict[str, Any] = {
        "fontSize": alt.ExprRef("size"),
        "font": alt.ExprRef(f"size ? 'sans-serif' : ({dx}) + ' ' + ({dy})"),
        "dx": alt.ExprRef(f"size ? {dx} : 0"),
        "dy": alt.ExprRef(f"size ? {dy} : 0"),
        "fill": ink.FAINT,
        "align": "left",
        "baseline": "alphabetic",
    }
    words: alt.Chart = chart.mark_text(**{**plain, **style})
    return words


def params(**values: Any) -> list[alt.Parameter]:
    """A parameter for each name, with the value that stands until a chart brings its own, and those of every type.

    They are the `span` of time, `full` (where it ends unless zoomed), what the live chart is zoomed to (`zoom`), and
    the `size` of text.
    """
    common = {"span": [0, 1], "full": 1, "zoom": "all", "size": ink.LETTER}
    return [alt.param(name=name, value=value) for name, value in {**values, **common}.items()]


def moments() -> list[alt.Chart]:
    """The words of time below the plot, each with its tick; on a wide page more of them."""
    moment = rows_of("moment").transform_filter("datum.z === zoom")
    below: dict[str, Any] = {"y": at("height"), "y2": at("height + 5")}
    drawn = []
    for layer, parts in ((moment, ()), (rows_of("fine moment").transform_filter(f"!({LIVE})"), ("wide",))):
        ticks = layer.mark_rule(stroke=ink.AXIS, strokeWidth=1).encode(x=x(), **below)
        words = text_mark(layer, dy="19", align="center").encode(x=x(), y=at("height"), text="s:N")
        drawn += [part(each, *parts) if parts else each for each in (ticks, words)]
    return drawn


def grid() -> list[alt.Chart]:
    """Light lines across with their figures beside them, or above them where they are long words, and the time."""
    across: dict[str, Any] = {"x": alt.value(0), "x2": at("width")}
    level = rows_of("level")
    left: dict[str, Any] = {"x": alt.value(0)}
    words = text_mark(level, dx="inside ? 0 : -8", dy="inside ? -6 : 4", align=alt.ExprRef("inside ? 'left' : 'right'"))
    return [
        level.mark_rule(stroke=ink.GRID, strokeWidth=1).encode(y=y(), **across),
        rows_of("zero").mark_rule(stroke=ink.AXIS, strokeWidth=1).encode(y=y(), **across),
        *moments(),
        words.encode(y=y(), text="s:N", **left),
        text_mark(rows_of("unit"), dx="inside ? 0 : -8", dy="-14").encode(y=alt.value(0), text="s:N", **left),
    ]


def whole(layers: list[alt.Chart], parameters: list[alt.Parameter]) -> dict[str, Any]:
    """The Vega-Lite specification of a type: its layers on one plane without padding, background or frame."""
    numbered = [
        each.properties(name=f"{each.name}_{number}") if isinstance(each.name, str) else each
        for number, each in enumerate(layers)
    ]
    chart = alt.layer(*numbered).add_params(*parameters)
    chart = chart.resolve_scale(fill="independent", stroke="independent", shape="independent")
    chart = chart.properties(
        width=ink.WIDTH, height=300, padding=0, autosize="none", background="transparent", datasets={"rows": []}
    )
    spec: dict[str, Any] = (
        chart.configure(aria=False).configure_mark(invalid=None, opacity=1).configure_view(stroke=None).to_dict()
    )
    return spec
