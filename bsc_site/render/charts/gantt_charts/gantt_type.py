"""The design of a Gantt chart: initiatives as bars of time, filled as far as they got."""

from __future__ import annotations

from typing import Any

import altair as alt

from bsc_site.render.charts.grammar import ink
from bsc_site.render.charts.grammar.layers import at, moments, params, part, row, rows_of, text_mark, whole, x

_WORDS = ("on_track", "at_risk", "off_track", "planned", "done", "cancelled")
_COLOURS = {word: ink.STATUS_COLOURS[word] for word in _WORDS}
_SIGNS = {word: ink.STATUS_SIGNS[word] for word in _WORDS}


def gantt() -> dict[str, Any]:
    """One band of height for each initiative: sign, name and status in words, below them the bar."""
    return whole([*_time(), *_bars(), *_names(), *_milestones(), *_today()], params())


def _fill() -> alt.Fill:
    return alt.Fill("st:N", legend=None, scale=_colours())


def _stroke() -> alt.Stroke:
    return alt.Stroke("st:N", legend=None, scale=_colours())


def _colours() -> alt.Scale:
    return alt.Scale(domain=list(_COLOURS), range=list(_COLOURS.values()))


def _time() -> list[alt.Chart]:
    height: dict[str, Any] = {"y": at("0"), "y2": at("height")}
    across = rows_of("moment").mark_rule(stroke=ink.GRID, strokeWidth=1).encode(x=x(), **height)
    return [across, *moments()]


def _bars() -> list[alt.Chart]:
    plan, so_far, late = rows_of("plan"), rows_of("so far"), rows_of("late")
    when: dict[str, Any] = {"x": x(), "x2": "u:T", "y": row(), "stroke": _stroke()}
    return [
        plan.mark_rule(strokeWidth=10, opacity=0.28).encode(**when),
        so_far.mark_rule(strokeWidth=10).encode(**when),
        late.mark_rule(strokeWidth=2, strokeDash=[2, 3]).encode(**when),
    ]


def _names() -> list[alt.Chart]:
    """The name beside its sign, on a phone in two lines where it is long, and its status at the right or below."""
    shape = alt.Shape("st:N", legend=None, scale=alt.Scale(domain=list(_SIGNS), range=list(_SIGNS.values())))
    left: dict[str, Any] = {"x": alt.value(0), "y": row()}
    bold: dict[str, Any] = {"dx": "13", "fill": ink.TEXT, "fontWeight": "bold"}
    drawn = [
        rows_of("sign")
        .mark_point(size=130, strokeWidth=0)
        .encode(x=alt.value(0), y=row(), fill=_fill(), stroke=_stroke(), shape=shape)
    ]
    for kind, parts in (("name", ()), ("wide name", ("wide",)), ("narrow name", ("narrow",))):
        words = text_mark(rows_of(kind), **bold).encode(text="s:N", **left)
        drawn.append(part(words, *parts) if parts else words)
    beside = text_mark(rows_of("standing"), align="right").encode(x=at("width"), y=row(), text="s:N", fill=_fill())
    below = text_mark(rows_of("standing below"), dx="13").encode(text="s:N", fill=_fill(), **left)
    return [*drawn, part(beside, "wide"), part(below, "narrow")]


def _milestones() -> list[alt.Chart]:
    look: dict[str, Any] = {"shape": "square", "size": 50, "strokeWidth": 1.5}
    return [
        rows_of("open").mark_point(fill=ink.PAPER, stroke=ink.TEXT, **look).encode(x=x(), y=row()),
        rows_of("reached").mark_point(fill=ink.TEXT, stroke=ink.PAPER, **look).encode(x=x(), y=row()),
    ]


def _today() -> list[alt.Chart]:
    today = rows_of("today")
    line = today.mark_rule(stroke=ink.TEXT, strokeWidth=1.25).encode(x=x(), y=at("0"), y2=at("height"))
    word = text_mark(today, dy="-6", align="center", fill=ink.TEXT).encode(x=x(), y=at("0"), text="s:N")
    return [line, word]
