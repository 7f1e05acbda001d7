"""The two designs of a KPI's chart: a line for levels, bars for amounts that add up."""

from __future__ import annotations

from typing import Any

import altair as alt

from bsc_site.render.charts.grammar import ink
from bsc_site.render.charts.grammar.layers import LIVE, at, grid, held_x, params, part, rows_of, text_mark, whole, x, y

_CLIP: dict[str, Any] = {"clip": alt.ExprRef(LIVE)}
_SIGNS = {each: ink.STATUS_SIGNS[each] for each in ("on_track", "at_risk", "off_track", "no_data", "not_scored")}
_SHOWN = alt.ExprRef("span[1] >= full ? 1 : 0")
"""Words at the right edge belong to the ends of lines: they go where these are not shown."""
_INKS = {
    "actual": ink.ACTUAL,
    "target": ink.TARGET,
    "limits": ink.FAINT,
    "forecast": ink.ACTUAL,
    "benchmark": ink.FAINT,
    "band": ink.TARGET,
}


def line() -> dict[str, Any]:
    """A line that breaks at gaps, over what was expected of it."""
    return whole(
        [*grid(), *_background(), *_variation(), *_target_path(), *_actual_line(), *_foreground()], _parameters()
    )


def bars() -> dict[str, Any]:
    """Bars from zero, each with a mark where its target stands."""
    return whole([*grid(), *_background(), *_bars(), *_variation(), *_foreground()], _parameters())


def _parameters() -> list[alt.Parameter]:
    return params(reach=[0, 1], inside=False)


def _background() -> list[alt.Chart]:
    expected: dict[str, Any] = {"x": x(), "y": y("lo:Q"), "y2": "hi:Q", "detail": "g:N"}
    return [
        rows_of("tolerance").mark_area(fill=ink.TOLERANCE, **_CLIP).encode(**expected),
        rows_of("band").mark_area(fill=ink.BAND, **_CLIP).encode(**expected),
        part(rows_of("fan").mark_area(fill=ink.FAN, **_CLIP).encode(**expected), "forecast"),
    ]


def _variation() -> list[alt.Chart]:
    """The middle of the forecast, and mean and limits of natural variation as thin lines."""
    joined: dict[str, Any] = {"x": x(), "y": y(), "detail": "g:N", "order": "t:T"}
    ahead = rows_of("ahead").mark_line(stroke=ink.ACTUAL, strokeWidth=1.25, strokeDash=[2, 3], **_CLIP)
    rebase = rows_of("rebase")
    limits = [
        rows_of("mean").mark_line(stroke=ink.LIMIT, strokeWidth=1, **_CLIP).encode(**joined),
        rows_of("limit").mark_line(stroke=ink.LIMIT, strokeWidth=1, strokeDash=[1, 3], **_CLIP).encode(**joined),
        rebase.mark_rule(stroke=ink.LIMIT, strokeWidth=1, strokeDash=[1, 3], **_CLIP).encode(
            x=x(), y=at("0"), y2=at("height")
        ),
    ]
    return [part(ahead.encode(**joined), "forecast"), *(part(each, "limits") for each in limits)]


def _target_path() -> list[alt.Chart]:
    path = rows_of("target").mark_line(stroke=ink.TARGET, strokeWidth=1.5, strokeDash=[5, 4], **_CLIP)
    return [path.encode(x=x(), y=y(), detail="g:N", order="t:T")]


def _actual_line() -> list[alt.Chart]:
    look: dict[str, Any] = {"stroke": ink.ACTUAL, "strokeWidth": 2.25, "strokeJoin": "round", "strokeCap": "round"}
    actual = rows_of("actual")
    dots = actual.transform_filter("datum.dot").mark_point(
        shape="circle", size=22, fill=ink.ACTUAL, stroke=ink.ACTUAL, strokeWidth=0, **_CLIP
    )
    return [
        actual.mark_line(**look, **_CLIP).encode(x=x(), y=y(), detail="g:N", order="t:T"),
        dots.encode(x=x(), y=y()),
    ]


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


def _foreground() -> list[alt.Chart]:
    return [*_signals(), *_marks_of_time(), *_last(), *_ends(), *_benchmark(), *_lanes()]


def _signals() -> list[alt.Chart]:
    """Values that are more than noise: full dots for the better, open ones for the worse."""
    inks, words = ink.SIGNAL_COLOURS, list(ink.SIGNAL_COLOURS)
    full = [ink.PAPER if word == "worse" else inks[word] for word in words]
    mark = rows_of("signal").mark_point(shape="circle", size=34, strokeWidth=2, **_CLIP)
    fill = alt.Fill("st:N", legend=None, scale=alt.Scale(domain=words, range=full))
    stroke = alt.Stroke("st:N", legend=None, scale=alt.Scale(domain=words, range=list(inks.values())))
    return [part(mark.encode(x=x(), y=y(), fill=fill, stroke=stroke), "limits")]


def _marks_of_time() -> list[alt.Chart]:
    note, rebase = rows_of("note"), rows_of("rebase words")
    ring = note.mark_point(shape="circle", size=95, fill="transparent", stroke=ink.TEXT, strokeWidth=1.25, **_CLIP)
    baseline = rows_of("baseline").mark_point(shape="circle", size=26, fill=ink.PAPER, stroke=ink.TARGET, strokeWidth=2)
    why = text_mark(rebase, dy="-5", align=alt.ExprRef("datum.al"), clip=alt.ExprRef(LIVE))
    drawn = [baseline.encode(x=x(), y=y()), ring.encode(x=x(), y=y())]
    drawn.append(part(why.encode(x=x(), y=at("0"), text="s:N"), "limits", "wide"))
    for kind, parts in (("words", ()), ("wide words", ("wide",)), ("narrow words", ("narrow",))):
        layer = _beside(rows_of(kind))
        drawn.append(part(layer, *parts) if parts else layer)
    return drawn


def _beside(layer: alt.Chart, **style: Any) -> alt.Chart:
    """Words that bring along where they stand from their mark."""
    look: dict[str, Any] = {"fill": ink.TEXT, "align": alt.ExprRef("datum.al"), **style}
    words: alt.Chart = text_mark(layer, dx="datum.dx", dy="datum.dy", **look).encode(x=x(), y=y(), text="s:N")
    return words


def _last() -> list[alt.Chart]:
    colours = [ink.STATUS_COLOURS[each] for each in _SIGNS]
    fill = alt.Fill("st:N", legend=None, scale=alt.Scale(domain=list(_SIGNS), range=colours))
    shape = alt.Shape("st:N", legend=None, scale=alt.Scale(domain=list(_SIGNS), range=list(_SIGNS.values())))
    hollow = rows_of("unfinished").mark_point(
        shape="circle", size=36, fill=ink.PAPER, stroke=ink.ACTUAL, strokeWidth=1.5, **_CLIP
    )
    last = rows_of("last").mark_point(size=170, stroke=ink.PAPER, strokeWidth=1.5, **_CLIP)
    return [
        hollow.encode(x=x(), y=y()),
        last.encode(x=x(), y=y(), fill=fill, shape=shape),
        part(_beside(rows_of("last words"), fill=ink.ACTUAL), "now"),
        part(_beside(rows_of("wide last words"), fill=ink.ACTUAL), "now", "wide"),
        part(_beside(rows_of("narrow last words"), fill=ink.ACTUAL), "now", "narrow"),
    ]


def _ends() -> list[alt.Chart]:
    """Words right of the plot, at the ends of lines; those of one column stand below each other."""
    fill = alt.Fill("f:N", legend=None, scale=alt.Scale(domain=list(_INKS), range=list(_INKS.values())))
    kinds = {"end": (), "end now": ("now",)} | {f"end {each}": (each,) for each in ("limits", "forecast", "benchmark")}
    drawn = []
    for kind, parts in kinds.items():
        words = text_mark(rows_of(kind), dx="12", dy="datum.dy", opacity=_SHOWN)
        layer = words.encode(x=at("width"), y=y(), text="s:N", fill=fill)
        drawn.append(part(layer, *parts) if parts else layer)
    return drawn


def _benchmark() -> list[alt.Chart]:
    """A bracket at the right edge; open where the benchmark goes on beyond the plot."""
    look: dict[str, Any] = {"stroke": ink.AXIS, "strokeWidth": 1.5}
    span = rows_of("benchmark").mark_rule(**look).encode(x=at("width + 6"), x2=at("width + 6"), y=y("lo:Q"), y2="hi:Q")
    foot = rows_of("bracket").mark_rule(**look).encode(x=at("width + 1"), x2=at("width + 6"), y=y())
    return [part(each, "benchmark") for each in (span, foot)]


def _lanes() -> list[alt.Chart]:
    """The initiatives that serve the KPI: below the plot a line for each, with a flag where it begins."""
    span, words = rows_of("span"), rows_of("span words")
    bar: dict[str, Any] = {"x": held_x(), "x2": held_x("u"), "y": at("height + datum.row")}
    began = alt.ExprRef(f"!({LIVE}) || inrange(toDate(datum.t), span) ? 1 : 0")
    flag = rows_of("flag").mark_point(
        shape=ink.FLAG, size=170, fill=ink.INITIATIVE, stroke=ink.INITIATIVE, opacity=began
    )
    places: dict[str, Any] = {"x": held_x(), "y": at("height"), "text": "s:N"}
    drawn = [
        part(span.mark_rule(stroke=ink.INITIATIVE, strokeWidth=3).encode(**bar), "initiatives"),
        part(flag.encode(x=held_x(), y=at("height + datum.row")), "initiatives"),
    ]
    for layer, parts in ((words, ()), (rows_of("wide span"), ("wide",)), (rows_of("narrow span"), ("narrow",))):
        text = text_mark(layer, dx="datum.dx", dy="datum.row - 5", align=alt.ExprRef("datum.al"), opacity=began)
        drawn.append(part(text.encode(**places), "initiatives", *parts))
    return drawn
