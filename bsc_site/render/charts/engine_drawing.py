"""The engine's drawing of a chart: for what we do not draw ourselves, and what ours is held against."""

from __future__ import annotations

import re
from collections.abc import Sequence

import vl_convert
from lxml import etree

from bsc_site.render.charts.grammar.chart import Chart
from bsc_site.render.charts.grammar.ink import WIDTH
from bsc_site.render.charts.grammar.parts import PARTS
from bsc_site.render.charts.stretching import EngineMarks
from bsc_site.render.charts.types import filled

_UNPRINTABLE = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]")
_NAMESPACE = "{http://www.w3.org/2000/svg}"


def engine_drawing(chart: Chart) -> str:
    """The chart as SVG text on one line, with its finding as its accessible name; the same chart gives the same bytes.

    Takes about 40 ms, after half a second for the first of a type.
    """
    svg = _UNPRINTABLE.sub("", vl_convert.vega_to_svg(filled(chart)))
    root = etree.fromstring(svg.encode(), etree.XMLParser(resolve_entities=False, no_network=True))
    marks = EngineMarks(WIDTH, dict(chart.options)["height"])
    for group in root.iter(f"{_NAMESPACE}g"):
        kind, role, *names = (group.get("class") or " ").split(" ")
        if role == "role-mark":
            marks.add(kind.removeprefix("mark-"), _parts([*names, *_scope(group)]), list(group))
    return marks.pieces.written(chart.finding)


def _parts(names: Sequence[str]) -> tuple[str, ...]:
    """The classes among the names that the engine gives to its marks."""
    return tuple(each for each in names if each in PARTS.values())


def _scope(group: etree._Element) -> list[str]:
    """The names of the marks that a group stands in: lines are drawn in groups of their own."""
    return [name for each in group.iterancestors(f"{_NAMESPACE}g") for name in (each.get("class") or "").split(" ")]
