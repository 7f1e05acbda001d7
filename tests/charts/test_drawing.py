"""How drawings and figures are written."""

from __future__ import annotations

import json
import re
import subprocess
import sys
from collections.abc import Callable
from importlib import import_module

import pytest
from lxml import etree

from bsc_site.model.vocabularies import InitiativeStatus
from bsc_site.render.charts.chart_figure import figure_html
from bsc_site.render.charts.drawing import draw
from bsc_site.render.charts.engine_drawing import engine_drawing
from bsc_site.render.charts.grammar.chart import Chart
from bsc_site.render.charts.grammar.parts import PARTS
from bsc_site.render.charts.live_data import live_file
from bsc_site.render.charts.types import types_text
from tests.builders.charts import Observed, chart, charted, gantt, initiative, texts
from tests.charts.plotting.chart_types import compiled_types
from tests.frontend.built import TOKENS

NASTY = "<script>alert('x')</script> {{ page }} {% x %} `a` & \"quotes\" *b* äöü\n\n# \x07 end"
PLAN = (initiative("Plan", "2025-01", "2025-12", progress=0.5), InitiativeStatus.ON_TRACK)


def _nasty() -> tuple[str, str]:
    drawn = chart(charted(unit=NASTY), Observed([1, 2, 3], notes={1: NASTY}))
    svg = draw(drawn)
    return svg, figure_html(drawn, svg)


@pytest.mark.parametrize("pencil", [draw, engine_drawing])
def test_the_same_chart_gives_the_same_bytes(pencil: Callable[[Chart], str]) -> None:
    drawn = chart(charted(), Observed([1, 2, 3]))
    assert pencil(drawn) == pencil(drawn)


def test_the_types_are_compiled_from_the_designs_as_they_are() -> None:
    """`python -m tests.charts.plotting.chart_types` compiles them anew."""
    assert types_text() == compiled_types()


def test_a_drawing_is_one_line_of_well_formed_svg_that_names_its_finding() -> None:
    drawn = chart(charted(), Observed([1, 2, 3]))
    svg = draw(drawn)
    assert "\n" not in svg
    assert etree.fromstring(svg.encode()).get("aria-label") == drawn.finding


def test_a_drawing_has_no_ids_or_aria_but_its_own_and_classes_only_for_what_is_switched() -> None:
    svg = draw(chart(charted(), Observed([1, 2, None, 3])))
    assert re.findall(r' (?:id|aria-\w+|role)="', svg) == [' role="', ' aria-label="']
    names = {name for names in re.findall(r' class="([^"]*)"', svg) for name in names.split()}
    assert names <= set(PARTS.values())


def test_every_colour_is_a_variable_of_the_style_sheet() -> None:
    svg = draw(chart(charted(), Observed([1, 2, 3], notes={1: "n"}))) + draw(gantt(PLAN))
    colours = set(re.findall(r'(?:fill|stroke)="([^"]+)"', svg)) - {"none", "transparent"}
    known = {f"var({name})" for name in re.findall(r"(--bsc-[a-z-]+):", TOKENS)}
    assert colours <= known


def test_users_text_cannot_leave_its_place() -> None:
    svg, figure = _nasty()
    assert not any(mark in svg + figure for mark in ("<script", "{{", "{%", "`", "\x07", "\n"))


def test_users_text_is_shown_as_it_was_written() -> None:
    svg, _ = _nasty()
    assert any(text.startswith("<script>alert('x')</script>") for text in texts(svg))


def test_a_figure_survives_markdown_untouched() -> None:
    _, figure = _nasty()
    page = f"# Title\n\nBefore *it*.\n\n{figure}\n\nAfter *it*.\n"
    built = import_module("markdown").markdown(
        page, extensions=["md_in_html", "attr_list", "tables", "toc", "def_list", "abbr"]
    )
    assert figure in built
    assert "<p>After <em>it</em>.</p>" in built


def test_the_data_of_a_chart_is_a_script_that_holds_json() -> None:
    drawn = chart(charted(), Observed([1, 2, 3], notes={0: NASTY}))
    name, _, content = live_file('kpi/"nps', drawn)[1].partition(" = ")
    assert name == r'(window.bscCharts ??= {})["kpi/\"nps"]'
    assert json.loads(content.removesuffix(";\n"))["signals"]["height"] == dict(drawn.options)["height"]


def test_the_figure_says_its_finding_first() -> None:
    drawn = gantt(PLAN)
    assert figure_html(drawn, draw(drawn)).startswith(
        '<figure class="bsc-chart" data-type="gantt"><figcaption>1 initiative: '
    )


def test_a_sign_goes_with_what_is_switched_off() -> None:
    """So that a page on paper explains what is on it."""
    drawn = chart(charted(benchmark={"value": 2, "source": "S"}), Observed([1, 2, 3]))
    assert '<span class="bsc-key bsc-key--benchmark bsc-chart__benchmark">' in figure_html(drawn, draw(drawn))


def test_figures_are_written_without_the_engine() -> None:
    """A build that finds all drawings in its cache does not wait for it."""
    needed = "import sys, bsc_site.render.charts.chart_figure, bsc_site.render.charts.catalogue"
    code = f"{needed}; print('altair' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout == "False\n"
