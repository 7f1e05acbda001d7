"""The design of a Gantt chart: initiatives as bars of time, filled as far as they got."""

from __future__ import annotations

from typing import Any

import altair as alt

from bsc_site.render.charts.grammar import ink
from bsc_site.render.charts.grammar.layers import params, rows_of, text_mark, whole, x

_COLOURS = {word: ink.STATUS_COLOURS[word] for word in ink.STATUS_SIGNS}


def gantt() -> dict[str, Any]:
    """One band of height for each initiative: name and status in words, below them the bar."""
    return whole([*_time(), *_bars(), *_names(), *_milestones(), *_today(), _pointer()], _parameters())


def _parameters() -> list[alt.Parameter]:
    return params(left=0, right=0, top=24, floor=240, span=[0, 1])


def _row(column: str = "row:Q") -> alt.Y:
    return alt.Y(column, axis=None, scale=None)


def _fill() -> alt.Fill:
    return alt.Fill("st:N", legend=None, scale=_colours())


def _stroke() -> alt.Stroke:
    return alt.Stroke("st:N", legend=None, scale=_colours())


def _colours() -> alt.Scale:
    return alt.Scale(domain=list(_COLOURS), range=list(_COLOURS.values()))


def _time() -> list[alt.Chart]:
    moment = rows_of("moment")
    height: dict[str, Any] = {"y": alt.value(alt.ExprRef("top")), "y2": alt.value(alt.ExprRef("floor"))}
    return [
        moment.mark_rule(stroke=ink.GRID, strokeWidth=1).encode(x=x(), **height),
        text_mark(moment, dy=17).encode(x=x(), y=alt.value(alt.ExprRef("floor")), text="s:N"),
    ]


def _bars() -> list[alt.Chart]:
    plan, so_far = rows_of("plan"), rows_of("so far")
    return [
        plan.mark_rule(strokeWidth=10, opacity=0.28).encode(x=x(), x2="u:T", y=_row(), stroke=_stroke()),
        so_far.mark_rule(strokeWidth=10).encode(x=x(), x2="u:T", y=_row(), stroke=_stroke()),
    ]


def _names() -> list[alt.Chart]:
    plan = rows_of("plan")
    return [
        text_mark(plan, fill=ink.TEXT, fontWeight="bold", dy=-12).encode(x=alt.value(0), y=_row(), text="s:N"),
        text_mark(plan, align="right", dy=-12).encode(x=alt.value(ink.WIDTH), y=_row(), text="w:N", fill=_fill()),
    ]


def _milestones() -> list[alt.Chart]:
    look: dict[str, Any] = {"shape": "diamond", "size": 90, "stroke": ink.TEXT, "strokeWidth": 1.5}
    return [
        rows_of("open").mark_point(fill=ink.PAPER, **look).encode(x=x(), y=_row()),
        rows_of("reached").mark_point(fill=ink.TEXT, **look).encode(x=x(), y=_row()),
    ]


def _today() -> list[alt.Chart]:
    today = rows_of("today")
    return [
        today.mark_rule(stroke=ink.TEXT, strokeWidth=1.25).encode(
            x=x(), y=alt.value(alt.ExprRef("top - 2")), y2=alt.value(alt.ExprRef("floor"))
        ),
        text_mark(today, fill=ink.TEXT, align="center", dy=11).encode(x=x(), y=alt.value(0), text="s:N"),
    ]


def _pointer() -> alt.Chart:
    pointed = rows_of("plan").transform_filter("datum.i === at")
    line: alt.Chart = pointed.mark_rule(stroke=ink.TEXT, strokeWidth=1.5).encode(x=x(), x2="u:T", y=_row("under:Q"))
    return line
