"""Figures: a drawing with its finding, its key and the data that brings it to life."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator, Mapping
from html import escape
from itertools import groupby
from typing import Any

from bsc_site.render.charts.grammar.chart import Chart

_UNPRINTABLE = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f]")
_FOR_DRAWING_ONLY = ("zooms", "key", "remark")


def figure_html(chart: Chart, svg: str) -> str:
    """One line of HTML: the finding, the drawing, the key, and a template with the data of the live chart.

    It holds no blank line, no script and no Markdown, so that it stands unchanged inside a Markdown page.
    """
    options = dict(chart.options)
    remark = f'<span class="bsc-chart__remark">{_text(options["remark"])}</span>' if options["remark"] else ""
    key = "".join(f'<span class="bsc-key bsc-key--{mark}">{_text(words)}</span>' for mark, words in options["key"])
    return (
        f'<figure class="bsc-chart" data-type="{chart.type}"><figcaption>{_text(chart.finding)}</figcaption>'
        f'<div class="bsc-chart__drawing">{svg}</div><div class="bsc-chart__key">{key}{remark}</div>'
        f'<template class="bsc-chart__data">{_text(_data(chart))}</template></figure>'
    )


def _data(chart: Chart) -> str:
    """Blocks of rows and parameters as compact JSON."""
    options = dict(chart.options)
    content = {
        "blocks": list(_blocks(chart.rows)),
        "zooms": options["zooms"],
        "signals": {name: value for name, value in options.items() if name not in _FOR_DRAWING_ONLY},
    }
    return json.dumps(content, ensure_ascii=False, separators=(",", ":"), allow_nan=False)


def _blocks(rows: Iterable[Mapping[str, Any]]) -> Iterator[tuple[int, dict[str, Any], dict[str, list[Any]]]]:
    """Rows with the same fields that follow each other: how many, the fields alike in all, lists of the others.

    The names of the fields stand once and not in every row, which halves the page; bsc-chart__data.js makes rows of it.
    """
    for _, group in groupby(rows, key=lambda row: (row.get("k"), *row)):
        block = list(group)
        columns = {name: [row[name] for row in block] for name in block[0]}
        same = {name: column[0] for name, column in columns.items() if _alike(column)}
        yield len(block), same, {name: column for name, column in columns.items() if name not in same}


def _alike(column: list[Any]) -> bool:
    return column.count(column[0]) == len(column) and len(set(map(type, column))) == 1


def _text(text: str) -> str:
    """Escaped for HTML, Markdown engines and template languages alike."""
    plain = escape(" ".join(_UNPRINTABLE.sub("", text).split()), quote=False)
    return plain.replace("{", "&#123;").replace("}", "&#125;").replace("`", "&#96;")
