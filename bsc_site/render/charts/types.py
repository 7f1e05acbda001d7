"""The catalogue of chart types, each compiled once to Vega and then filled with a chart's rows and options."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from functools import lru_cache
from json import dumps
from typing import Any

import vl_convert

from bsc_site.render.charts.gantt_charts.gantt_type import gantt
from bsc_site.render.charts.grammar.chart import Chart
from bsc_site.render.charts.grammar.layers import PART
from bsc_site.render.charts.grammar.parts import PARTS
from bsc_site.render.charts.kpi_charts.kpi_type import bars, line
from bsc_site.render.charts.link_charts.link_type import link

DESIGNS: Mapping[str, Callable[[], dict[str, Any]]] = {"kpi": line, "kpi-bars": bars, "gantt": gantt, "link": link}

_TOLD = frozenset("pvewlnim")
"""Fields of a row that are told to a reader, and where: nothing of them is drawn."""
_SOURCE = re.compile(r'"data": "(\w+)"')
_KIND = re.compile(r"datum\.k === '([a-z ]+)'")


@lru_cache(maxsize=len(DESIGNS))
def compiled(name: str) -> dict[str, Any]:
    """The Vega specification of a type, with empty data; takes a third of a second the first time."""
    spec: dict[str, Any] = vl_convert.vegalite_to_vega(DESIGNS[name]())
    return {**spec, "marks": [_named(mark) for mark in spec["marks"]]}


def _named(mark: dict[str, Any]) -> dict[str, Any]:
    """The mark with the classes of what it is part of as its name, made unique by its number; others without a name."""
    found = {key: value for key, value in mark.items() if key != "name"}
    if "marks" in found:
        found["marks"] = [_named({**each, "name": ""}) for each in found["marks"]]
    first, *words = mark.get("name", "").split("_")
    if first != PART:
        return found
    return {**found, "name": " ".join((*(PARTS[word] for word in words[:-2]), f"n{words[-2]}"))}


def filled(chart: Chart) -> dict[str, Any]:
    """The Vega specification of one static chart: the compiled type with the chart's rows, height and parameters.

    Layers that would stay empty are left out and no text is measured: together a third of the drawing time.
    """
    spec, options = compiled(chart.type), {**dict(chart.options), "size": 0}
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
    spec = compiled(name)
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
