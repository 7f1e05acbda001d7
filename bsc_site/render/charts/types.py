"""The types of charts as the engine wants them, each filled with a chart's rows and options."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cache, lru_cache
from importlib.resources import files
from json import dumps, loads
from typing import Any

from bsc_site.render.charts.grammar.chart import Chart

_FILE = "chart_types.json"
"""Compiled from the designs by `python -m tests.charts.plotting.chart_types`."""
_TOLD = frozenset(("at", *"pvewlnim"))
"""Fields of a row that are told to a reader, and where: nothing of them is drawn."""
_SOURCE = re.compile(r'"data": "(\w+)"')
_KIND = re.compile(r"datum\.k === '([a-z ]+)'")


def types_text() -> str:
    """The Vega specifications of all types as JSON, by their names."""
    return (files(__package__) / _FILE).read_text("utf-8")


@cache
def _types() -> dict[str, dict[str, Any]]:
    found: dict[str, dict[str, Any]] = loads(types_text())
    return found


def filled(chart: Chart) -> dict[str, Any]:
    """The Vega specification of one static chart: the compiled type with the chart's rows, height and parameters.

    Layers that would stay empty are left out and no text is measured: together a third of the drawing time.
    """
    spec, options = _types()[chart.type], {**dict(chart.options), "size": 0}
    data, marks = _needed(chart.type, frozenset(row["k"] for row in chart.rows))
    drawn = [{name: value for name, value in row.items() if name not in _TOLD} for row in chart.rows]
    rows = [{**each, "values": drawn} if each["name"] == "rows" else each for each in data]
    signals = [
        {**each, "value": options[each["name"]]} if each["name"] in options else each for each in spec["signals"]
    ]
    return {**spec, "height": options["height"], "data": rows, "signals": signals, "marks": marks}


@lru_cache(maxsize=256)
def _needed(name: str, kinds: frozenset[str]) -> tuple[list[dict[str, Any]], list[dict[str, Any]]]:
    """The data sets and marks of a type that rows of `kinds` fill."""
    spec = _types()[name]
    by_name = {each["name"]: each for each in spec["data"]}
    full = {each for each in by_name if all(_can_fill(by_name[step], kinds) for step in _chain(each, by_name))}
    sources = [(mark, set(_SOURCE.findall(dumps(mark))) & by_name.keys()) for mark in spec["marks"]]
    marks = [mark for mark, names in sources if names <= full]
    used = {step for _, names in sources if names <= full for each in names for step in _chain(each, by_name)}
    return [each for each in spec["data"] if each["name"] in used], marks


def _chain(name: str, by_name: Mapping[str, dict[str, Any]]) -> list[str]:
    """A data set with all those that it is made from."""
    source = by_name[name].get("source")
    return [name, *(_chain(source, by_name) if source else [])]


def _can_fill(data: dict[str, Any], kinds: frozenset[str]) -> bool:
    """Whether its filters let rows of `kinds` through."""
    filters = " ".join(each.get("expr", "") for each in data.get("transform", ()))
    wanted = _KIND.search(filters)
    return wanted is None or wanted[1] in kinds
