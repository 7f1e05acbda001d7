"""The design of a link's chart: cause above, effect below, on one axis of time."""

from __future__ import annotations

from typing import Any

import altair as alt

from bsc_site.render.charts.grammar import ink
from bsc_site.render.charts.grammar.layers import params, rows_of, text_mark, whole, x


def link() -> dict[str, Any]:
    """Two panels whose heights are computed before: every row brings its own place."""
    return whole(
        [*_ground(), *_lines(), *_words(), *_pointer()], params(left=40, right=12, top=30, floor=260, span=[0, 1])
    )


def _row(column: str = "row:Q") -> alt.Y:
    return alt.Y(column, axis=None, scale=None)


def _ground() -> list[alt.Chart]:
    level, moment = rows_of("line"), rows_of("moment")
    across: dict[str, Any] = {"x": alt.value(0), "x2": alt.value(ink.WIDTH)}
    height: dict[str, Any] = {"y": alt.value(alt.ExprRef("top")), "y2": alt.value(alt.ExprRef("floor"))}
    return [
        level.mark_rule(stroke=ink.GRID, strokeWidth=1).encode(y=_row(), **across),
        moment.mark_rule(stroke=ink.GRID, strokeWidth=1).encode(x=x(), **height),
        text_mark(level, dy=-4).encode(x=alt.value(0), y=_row(), text="s:N"),
        text_mark(moment, align="center", dy=18).encode(x=x(), y=alt.value(alt.ExprRef("floor")), text="s:N"),
    ]


def _lines() -> list[alt.Chart]:
    look: dict[str, Any] = {"strokeWidth": 2, "strokeJoin": "round", "strokeCap": "round"}
    course: dict[str, Any] = {"x": x(), "y": _row(), "detail": "g:N", "order": "t:T"}
    dot: dict[str, Any] = {"shape": "circle", "size": 16, "strokeWidth": 0}
    place: dict[str, Any] = {"x": x(), "y": _row()}
    return [
        rows_of("cause").mark_line(stroke=ink.INITIATIVE, **look).encode(**course),
        rows_of("outcome").mark_line(stroke=ink.ACTUAL, **look).encode(**course),
        rows_of("cause").transform_filter("datum.dot").mark_point(fill=ink.INITIATIVE, **dot).encode(**place),
        rows_of("outcome").transform_filter("datum.dot").mark_point(fill=ink.ACTUAL, **dot).encode(**place),
    ]


def _words() -> list[alt.Chart]:
    return [
        text_mark(rows_of("cause name"), fill=ink.INITIATIVE, fontWeight="bold").encode(
            x=alt.value(0), y=_row(), text="s:N"
        ),
        text_mark(rows_of("outcome name"), fill=ink.ACTUAL, fontWeight="bold").encode(
            x=alt.value(0), y=_row(), text="s:N"
        ),
    ]


def _pointer() -> list[alt.Chart]:
    pair = rows_of("pair").transform_filter("datum.i === at")
    ring: dict[str, Any] = {"shape": "circle", "size": 110, "fill": "transparent", "stroke": ink.TEXT, "strokeWidth": 2}
    return [
        pair.mark_rule(stroke=ink.AXIS, strokeWidth=1).encode(
            x=x(), y=alt.value(alt.ExprRef("top")), y2=alt.value(alt.ExprRef("floor"))
        ),
        pair.mark_point(**ring).encode(x=x(), y=_row("upper:Q")),
        pair.mark_point(**ring).encode(x=x(), y=_row("lower:Q")),
    ]
