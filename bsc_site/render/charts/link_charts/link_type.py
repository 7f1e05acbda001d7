"""The design of a link's chart: cause above, effect below, on one axis of time."""

from __future__ import annotations

from typing import Any

import altair as alt

from bsc_site.render.charts.grammar import ink
from bsc_site.render.charts.grammar.layers import at, moments, params, row, rows_of, text_mark, whole, x


def link() -> dict[str, Any]:
    """Two panels whose heights are computed before: every row brings its own place."""
    return whole([*_ground(), *_lines(), *_words()], params(inside=False))


def _ground() -> list[alt.Chart]:
    level, moment = rows_of("line"), rows_of("moment")
    across: dict[str, Any] = {"x": alt.value(0), "x2": at("width")}
    words = text_mark(level, dx="inside ? 0 : -8", dy="inside ? -6 : 4", align=alt.ExprRef("inside ? 'left' : 'right'"))
    return [
        level.mark_rule(stroke=ink.GRID, strokeWidth=1).encode(y=row(), **across),
        moment.mark_rule(stroke=ink.GRID, strokeWidth=1).encode(x=x(), y=at("0"), y2=at("height")),
        *moments(),
        words.encode(x=alt.value(0), y=row(), text="s:N"),
    ]


def _lines() -> list[alt.Chart]:
    look: dict[str, Any] = {"strokeWidth": 2, "strokeJoin": "round", "strokeCap": "round"}
    course: dict[str, Any] = {"x": x(), "y": row(), "detail": "g:N", "order": "t:T"}
    dot: dict[str, Any] = {"shape": "circle", "size": 20, "strokeWidth": 0}
    place: dict[str, Any] = {"x": x(), "y": row()}
    drawn = []
    for kind, colour in (("cause", ink.INITIATIVE), ("outcome", ink.ACTUAL)):
        drawn.append(rows_of(kind).mark_line(stroke=colour, **look).encode(**course))
        drawn.append(rows_of(kind).transform_filter("datum.dot").mark_point(fill=colour, **dot).encode(**place))
    return drawn


def _words() -> list[alt.Chart]:
    return [
        text_mark(rows_of(kind), fill=colour, fontWeight="bold").encode(x=alt.value(0), y=row(), text="s:N")
        for kind, colour in (("cause name", ink.INITIATIVE), ("outcome name", ink.ACTUAL))
    ]
