"""The designs of the chart types, compiled for the engine; a build reads what was compiled before."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

import vl_convert

from bsc_site.render.charts.gantt_charts.gantt_type import gantt
from bsc_site.render.charts.grammar.layers import PART
from bsc_site.render.charts.grammar.parts import PARTS
from bsc_site.render.charts.kpi_charts.kpi_type import bars, line
from bsc_site.render.charts.link_charts.link_type import link

DESIGNS: Mapping[str, Callable[[], dict[str, Any]]] = {"kpi": line, "kpi-bars": bars, "gantt": gantt, "link": link}


def compiled_design(name: str) -> dict[str, Any]:
    """The Vega specification of a type, with empty data; takes a third of a second."""
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
