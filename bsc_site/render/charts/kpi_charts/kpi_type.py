"""The two designs of a KPI's chart: a line for levels, bars for amounts that add up."""

from __future__ import annotations

from typing import Any

import altair as alt

from bsc_site.render.charts.grammar import ink
from bsc_site.render.charts.grammar.layers import LIVE, grid, params, rows_of, text_mark, whole, x, y

_CLIP: dict[str, Any] = {"clip": alt.ExprRef(LIVE)}
_COLOURS = {each: ink.STATUS_COLOURS[each] for each in ink.STATUS_SHAPES} | ink.SIGNAL_COLOURS
_SHAPES = ink.STATUS_SHAPES | ink.SIGNAL_SHAPES


def line() -> dict[str, Any]:
    """A line that breaks at gaps, over what was expected of it."""
    return whole(
        [*grid(), *_background(), *_variation(), *_target_path(), _actual_line(), _dots(), *_foreground("t:T")],
        _parameters(),
    )


def bars() -> dict[str, Any]:
    """Bars from zero, each with a mark where its target stands."""
    return whole([*grid(), *_background(), *_bars(), *_variation(), *_foreground("m:T")], _parameters())


def _parameters() -> list[alt.Parameter]:
    return params(left=40, right=60, top=30, floor=240, span=[0, 1], reach=[0, 1])


def _background() -> list[alt.Chart]:
    benchmark = rows_of("benchmark")
    across: dict[str, Any] = {"x": alt.value(alt.ExprRef("left")), "x2": alt.value(ink.WIDTH)}
    expected: dict[str, Any] = {"x": x(), "y": y("lo:Q"), "y2": "hi:Q", "detail": "g:N"}
    return [
        benchmark.mark_rect(fill=ink.BENCHMARK).encode(y=y("lo:Q"), y2="hi:Q", **across),
        rows_of("tolerance").mark_area(fill=ink.TOLERANCE, **_CLIP).encode(**expected),
        rows_of("band").mark_area(fill=ink.BAND, **_CLIP).encode(**expected),
    ]


def _variation() -> list[alt.Chart]:
    """The forecast as a pale fan, and mean and limits of natural variation as thin lines."""
    joined: dict[str, Any] = {"x": x(), "y": y(), "detail": "g:N", "order": "t:T"}
    fan: dict[str, Any] = {"x": x(), "y": y("lo:Q"), "y2": "hi:Q", "detail": "g:N"}
    rebase = rows_of("rebase")
    return [
        rows_of("fan").mark_area(fill=ink.FAN, **_CLIP).encode(**fan),
        rows_of("ahead").mark_line(stroke=ink.ACTUAL, strokeWidth=1, strokeDash=[2, 3], **_CLIP).encode(**joined),
        rows_of("mean").mark_line(stroke=ink.LIMIT, strokeWidth=1, **_CLIP).encode(**joined),
        rows_of("limit").mark_line(stroke=ink.LIMIT, strokeWidth=1, strokeDash=[1, 2], **_CLIP).encode(**joined),
        rebase.mark_rule(stroke=ink.LIMIT, strokeWidth=1, strokeDash=[1, 3], **_CLIP).encode(
            x=x(), y=alt.value(alt.ExprRef("top")), y2=alt.value(alt.ExprRef("floor"))
        ),
        text_mark(rebase, fill=ink.FAINT, align=alt.ExprRef("datum.al"), clip=alt.ExprRef(LIVE)).encode(
            x=x(), y=alt.value(alt.ExprRef("top - 6")), text="s:N"
        ),
    ]


def _target_path() -> list[alt.Chart]:
    path = rows_of("target")
    return [
        path.mark_line(stroke=ink.TARGET, strokeWidth=1.5, strokeDash=[5, 4], **_CLIP).encode(
            x=x(), y=y(), detail="g:N", order="t:T"
        )
    ]


def _actual_line() -> alt.Chart:
    look: dict[str, Any] = {"stroke": ink.ACTUAL, "strokeWidth": 2.25, "strokeJoin": "round", "strokeCap": "round"}
    drawn: alt.Chart = rows_of("actual").mark_line(**look, **_CLIP).encode(x=x(), y=y(), detail="g:N", order="t:T")
    return drawn


def _dots() -> alt.Chart:
    dotted = rows_of("actual").transform_filter("datum.dot")
    look: dict[str, Any] = {"shape": "circle", "size": 24, "fill": ink.ACTUAL, "stroke": ink.ACTUAL, "strokeWidth": 0}
    dots: alt.Chart = dotted.mark_point(**look, **_CLIP).encode(x=x(), y=y())
    return dots


def _bars() -> list[alt.Chart]:
    bar: dict[str, Any] = {"x": x(), "x2": "u:T", "y": y(), "y2": alt.datum(0)}
    return [
        rows_of("actual").mark_rect(fill=ink.ACTUAL_PALE, **_CLIP).encode(**bar),
        rows_of("newest").mark_rect(fill=ink.ACTUAL, **_CLIP).encode(**bar),
        rows_of("partial")
        .mark_rect(fill="transparent", stroke=ink.ACTUAL, strokeWidth=1, strokeDash=[2, 2], **_CLIP)
        .encode(**bar),
        rows_of("aim").mark_rule(stroke=ink.TARGET, strokeWidth=2, **_CLIP).encode(x=x(), x2="u:T", y=y()),
    ]


def _foreground(when: str) -> list[alt.Chart]:
    return [*_marks_of_time(), *_last(), *_spans(), *_pointer(when)]


def _marks_of_time() -> list[alt.Chart]:
    baseline, note = rows_of("baseline"), rows_of("note")
    return [
        baseline.mark_point(
            shape="diamond", size=60, fill=ink.PAPER, stroke=ink.TARGET, strokeWidth=1.5, **_CLIP
        ).encode(x=x(), y=y()),
        note.mark_point(shape="circle", size=90, fill="transparent", stroke=ink.TEXT, strokeWidth=1.25, **_CLIP).encode(
            x=x(), y=y()
        ),
        note.mark_rule(stroke=ink.AXIS, strokeWidth=1, **_CLIP)
        .transform_filter("datum.s")
        .encode(x=x(), y=y(), y2=alt.value(alt.ExprRef("floor - 16"))),
        text_mark(note, fill=ink.TEXT, align=alt.ExprRef("datum.al"), dy=-5, clip=alt.ExprRef(LIVE)).encode(
            x=x(), y=alt.value(alt.ExprRef("floor")), text="s:N"
        ),
        _target_words(),
    ]


def _target_words() -> alt.Chart:
    words = text_mark(rows_of("target words"), fill=ink.TARGET, align="right", dy=alt.ExprRef("datum.dy"), **_CLIP)
    return words.encode(x=x(), y=y(), text="s:N")


def _last() -> list[alt.Chart]:
    fill = alt.Fill("st:N", legend=None, scale=alt.Scale(domain=list(_COLOURS), range=list(_COLOURS.values())))
    shape = alt.Shape("st:N", legend=None, scale=alt.Scale(domain=list(_SHAPES), range=list(_SHAPES.values())))
    hollow = rows_of("unfinished").mark_point(
        shape="circle", size=36, fill=ink.PAPER, stroke=ink.ACTUAL, strokeWidth=1.5, **_CLIP
    )
    last, signal = rows_of("last"), rows_of("signal")
    return [
        signal.mark_point(size=64, stroke=ink.PAPER, strokeWidth=1, opacity=1, **_CLIP).encode(
            x=x(), y=y(), fill=fill, shape=shape
        ),
        hollow.encode(x=x(), y=y()),
        last.mark_point(size=85, stroke=ink.PAPER, strokeWidth=1.5, opacity=1, **_CLIP).encode(
            x=x(), y=y(), fill=fill, shape=shape
        ),
        text_mark(
            rows_of("last words"),
            fill=ink.TEXT,
            fontWeight="bold",
            dx=alt.ExprRef("datum.dx"),
            dy=alt.ExprRef("datum.dy"),
            align=alt.ExprRef("datum.al"),
        ).encode(x=x(), y=y(), text="s:N"),
    ]


def _spans() -> list[alt.Chart]:
    span = rows_of("span")
    at = alt.Y("row:Q", axis=None, scale=None)
    return [
        span.mark_rule(stroke=ink.INITIATIVE, strokeWidth=5, **_CLIP).encode(x=x(), x2="u:T", y=at),
        text_mark(rows_of("span words"), dy=-6).encode(x=x(), y=at, text="s:N"),
    ]


def _pointer(when: str) -> list[alt.Chart]:
    pointed = alt.Chart(alt.NamedData("rows")).transform_filter("at >= 0 && datum.i === at")
    return [
        pointed.mark_rule(stroke=ink.AXIS, strokeWidth=1).encode(
            x=x(when), y=alt.value(alt.ExprRef("top")), y2=alt.value(alt.ExprRef("floor"))
        ),
        pointed.mark_point(shape="circle", size=110, fill="transparent", stroke=ink.TEXT, strokeWidth=2).encode(
            x=x(when), y=y()
        ),
    ]
