"""Figures: a drawing with its finding, its key and the name of the data that brings it to life."""

from __future__ import annotations

import re
from collections.abc import Mapping
from html import escape
from typing import Any

from bsc_site.render.charts.grammar.chart import Chart
from bsc_site.render.charts.grammar.parts import PART_OF_SIGN, PARTS
from bsc_site.wording.language import say

_UNPRINTABLE = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f]")


def figure_html(chart: Chart, svg: str, key: str = "") -> str:
    """One line of HTML: the finding, what can be switched, the drawing, its notes and its key.

    Under the `key` of the chart a page loads its data (`live_data`) when a reader turns to it; without one, never.

    It holds no blank line, no script and no Markdown, so that it stands unchanged inside a Markdown page.
    """
    options = dict(chart.options)
    live = f' data-live="{_text(key)}"' if key else ""
    return (
        f'<figure class="bsc-chart" data-type="{chart.type}"{live}><figcaption>{_text(chart.finding)}</figcaption>'
        f'{_tools(options)}<div class="bsc-chart__drawing" style="{room_of(options)}">{svg}</div>'
        f"{_notes(options)}{_key(options)}</figure>"
    )


def room_of(options: Mapping[str, Any]) -> str:
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
        name = _text(say("Time shown"))
        buttons = f'<span class="bsc-chart__zoom" role="group" aria-label="{name}">{buttons}</span>'
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
    title = _text(say("Signs"))
    return f'{remark}<details class="bsc-chart__key"><summary>{title}</summary>{signs}</details>'


def _switched(mark: str) -> str:
    """The class by which a sign goes with what is switched off; empty for what always stands."""
    return f" {PARTS[PART_OF_SIGN[mark]]}" if mark in PART_OF_SIGN else ""


def _text(text: str) -> str:
    """Escaped for HTML, Markdown engines and template languages alike."""
    plain = escape(" ".join(_UNPRINTABLE.sub("", text).split()), quote=False)
    return plain.replace("{", "&#123;").replace("}", "&#125;").replace("`", "&#96;")
