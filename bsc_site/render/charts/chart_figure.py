"""Figures: a drawing with its finding, its key and the data that brings it to life."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from html import escape
from itertools import groupby, pairwise
from typing import Any

from bsc_site.render.charts.grammar.chart import Chart
from bsc_site.render.charts.grammar.parts import PART_OF_SIGN, PARTS
from bsc_site.wording.language import say

_UNPRINTABLE = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f]")
_DAY = re.compile(r"(?:19[7-9]\d|20\d\d)-(?:0[1-9]|1[0-2])-(?:0[1-9]|1\d|2[0-8])")
_FIRST_DAY = date(1970, 1, 1)
_DIGITS = "0123456789abcdefghijklmnopqrstuvwxyz"
_AROUND_THE_PLOT = frozenset({"zooms", "key", "remark", "left", "right", "below", "switches", "list", "high"})
"""Options that the figure shows, and that the engine has no use for."""


def figure_html(chart: Chart, svg: str) -> str:
    """One line of HTML: the finding, what can be switched, the drawing, its notes and key, and the live chart's data.

    It holds no blank line, no script and no Markdown, so that it stands unchanged inside a Markdown page.
    """
    options = dict(chart.options)
    return (
        f'<figure class="bsc-chart" data-type="{chart.type}"><figcaption>{_text(chart.finding)}</figcaption>'
        f'{_tools(options)}<div class="bsc-chart__drawing" style="{_room(options)}">{svg}</div>'
        f"{_notes(options)}{_key(options)}"
        f'<template class="bsc-chart__data">{_text(_data(chart))}</template></figure>'
    )


def _room(options: Mapping[str, Any]) -> str:
    """The room around the plot, and its height where that is not left to the page."""
    left, right = options.get("left", 0), options.get("right", 0)
    room = {"left": f"{left}em", "right": f"{right}em", "below": f"{options.get('below', 0)}px"}
    if "high" in options:
        room["high"] = f"{options['high']}px"
    return ";".join(f"--bsc-{name}:{size}" for name, size in room.items())


def _tools(options: Mapping[str, Any]) -> str:
    """Boxes that switch parts of the drawing, and buttons for the time that it shows."""
    boxes = "".join(
        f'<label><input type="checkbox" name="{name}"{" checked" if on else ""}>{_text(words)}</label>'
        for name, words, on in options.get("switches", ())
    )
    zooms = [("all", say("All")), *((name, words) for name, words, _, _ in options["zooms"])]
    buttons = "".join(
        f'<button type="button" value="{name}" aria-pressed="{"true" if name == "all" else "false"}">{_text(words)}'
        "</button>"
        for name, words in zooms
        if len(zooms) > 1
    )
    if buttons:
        buttons = f'<span class="bsc-chart__zoom" role="group" aria-label="{_text(say("Time shown"))}">{buttons}</span>'
    return f'<div class="bsc-chart__tools">{boxes}{buttons}</div>' if boxes or buttons else ""


def _notes(options: Mapping[str, Any]) -> str:
    """What numbers and letters in the drawing stand for; those that are written out there only where it is narrow."""
    narrow = ' class="bsc-chart__narrow"'
    notes = "".join(
        f"<li{narrow if room else ''}><b>{_text(sign)}</b> {_text(words)}</li>"
        for sign, words, room in options.get("list", ())
    )
    return f'<ul class="bsc-chart__notes">{notes}</ul>' if notes else ""


def _key(options: Mapping[str, Any]) -> str:
    remark = f'<p class="bsc-chart__remark">{_text(options["remark"])}</p>' if options["remark"] else ""
    signs = "".join(
        f'<span class="bsc-key bsc-key--{mark}{_switched(mark)}">{_text(words)}</span>'
        for mark, words in options["key"]
    )
    if not signs:
        return remark
    return f'{remark}<details class="bsc-chart__key"><summary>{_text(say("Signs"))}</summary>{signs}</details>'


def _switched(mark: str) -> str:
    """The class by which a sign goes with what is switched off; empty for what always stands."""
    return f" {PARTS[PART_OF_SIGN[mark]]}" if mark in PART_OF_SIGN else ""


def _data(chart: Chart) -> str:
    """Blocks of rows and parameters as compact JSON."""
    options = dict(chart.options)
    content = {
        "blocks": list(_blocks(chart.rows)),
        "zooms": options["zooms"],
        "signals": {name: value for name, value in options.items() if name not in _AROUND_THE_PLOT},
    }
    return json.dumps(content, ensure_ascii=False, separators=(",", ":"), allow_nan=False)


def _blocks(rows: Iterable[Mapping[str, Any]]) -> Iterator[list[Any]]:
    """Rows with the same fields that follow each other: how many, the fields alike in all, and those that differ.

    These are lists of values; days as steps from one to the next, counted from 1970; numbers that count upwards as the
    first of them; and texts of which there are few as these and a digit for each row. So the names of the fields stand
    once and not in every row, which halves the page; bsc-chart-data.js makes rows of it.
    """
    for _, group in groupby(rows, key=lambda row: (row.get("k"), row.get("g"), *row)):
        block = list(group)
        same: dict[str, Any] = {}
        kinds: tuple[dict[str, Any], ...] = ({}, {}, {}, {})
        for name in block[0]:
            column = [row[name] for row in block]
            if _alike(column):
                same[name] = column[0]
                continue
            kind, written = _written(column)
            kinds[kind][name] = written
        whole: list[Any] = [len(block), same, *kinds]
        while not whole[-1] and len(whole) > 3:  # noqa: PLR2004  # lists are always there
            whole.pop()
        yield whole


def _written(column: list[Any]) -> tuple[int, Any]:
    """The kind of a column and how it is written: 0 as it stands, 1 days, 2 a count, 3 few texts."""
    kinds = set(map(type, column))
    if kinds == {int} and all(after - before == 1 for before, after in pairwise(column)):
        return 2, column[0]
    if kinds != {str}:
        return 0, column
    if all(_DAY.fullmatch(each) for each in column):
        days = [0, *((date.fromisoformat(each) - _FIRST_DAY).days for each in column)]
        return 1, [after - before for before, after in pairwise(days)]
    texts = list(dict.fromkeys(column))
    if len(texts) > len(_DIGITS) or 2 * len(texts) > len(column):
        return 0, column
    return 3, [texts, "".join(_DIGITS[texts.index(each)] for each in column)]


def _alike(column: list[Any]) -> bool:
    return column.count(column[0]) == len(column) and len(set(map(type, column))) == 1


def _text(text: str) -> str:
    """Escaped for HTML, Markdown engines and template languages alike."""
    plain = escape(" ".join(_UNPRINTABLE.sub("", text).split()), quote=False)
    return plain.replace("{", "&#123;").replace("}", "&#125;").replace("`", "&#96;")
