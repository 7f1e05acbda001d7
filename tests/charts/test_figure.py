"""The data of a live chart takes few bytes, and nothing of it is lost."""

from __future__ import annotations

import json
from datetime import date, timedelta
from itertools import accumulate
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from bsc_site.render.charts.chart_figure import figure_html
from bsc_site.render.charts.grammar.chart import Chart
from bsc_site.render.charts.live_data import live_file
from tests.builders.charts import Observed, chart, charted

OPTIONS: tuple[tuple[str, Any], ...] = (("zooms", []), ("key", []), ("remark", ""))
values = st.none() | st.booleans() | st.integers(-3, 3) | st.floats(-1, 1) | st.text("a{<é", max_size=2)
values |= st.sampled_from(["2024-01-31", "2024-02-01", "1969-12-31", "2024-02-30", "2024-03-01"])
rows = st.lists(st.dictionaries(st.sampled_from("ktyn"), values, max_size=4), max_size=12)
columns = st.lists(st.sampled_from(["2024-01-05", "1999-12-07", "2024-02-28", "On", "Off"]), max_size=9)
columns |= st.lists(st.sampled_from(["2024-01-01", "2024-02-01", "1999-12-01", "2025-01-01"]), max_size=9)


def rows_of(blocks: list[Any]) -> list[dict[str, Any]]:
    """What bsc-chart-data.js makes of the blocks."""
    found = [row for block in blocks for row in _rows(block)]
    values = {row["i"]: row for row in found if "i" in row}
    for row in found:
        if "at" in row:
            value = values[row["at"]]
            row |= {"t": value.get("m", value["t"]), "y": value["y"]}
    return found


def _rows(block: list[Any]) -> list[dict[str, Any]]:
    count, same, ways = [*block, {}][:3]
    written = dict(ways.get("l", {}))
    for name, days in ways.get("d", {}).items():
        written[name] = [str(date(1970, 1, 1) + timedelta(each)) for each in accumulate(days)]
    for name, (decimals, *steps) in ways.get("s", {}).items():
        written[name] = [each / 10**decimals for each in accumulate(steps)]
    written |= {name: list(range(first, first + count)) for name, first in ways.get("c", {}).items()}
    written |= {name: _chosen(*few) for name, few in ways.get("t", {}).items()}
    for name, (heads, first, tails, second) in ways.get("p", {}).items():
        written[name] = [f"{a} {b}" for a, b in zip(_chosen(heads, first), _chosen(tails, second), strict=True)]
    for name, (month, steps) in ways.get("m", {}).items():
        numbers = accumulate([month, *(steps if isinstance(steps, list) else [steps] * (count - 1))])
        written[name] = [f"{each // 12}-{each % 12 + 1:02}-01" for each in numbers]
    for name, (before, after, middles) in ways.get("b", {}).items():
        written[name] = [before + each + after for each in middles]
    for name, (of, before, after, decimals) in ways.get("f", {}).items():
        values = written.get(of) or [same[of]] * count
        written[name] = [f"{before}{each:,.{decimals}f}{after}" for each in values]
    return [{**same, **{name: each[at] for name, each in written.items()}} for at in range(count)]


def _chosen(words: list[str], digits: str) -> list[str]:
    return [words[int(each, 36)] for each in digits]


@given(columns)
def test_days_and_few_texts_become_the_same_rows_again(given_column: list[str]) -> None:
    given_rows = [{"k": "actual", "i": at, "t": each} for at, each in enumerate(given_column)]
    filled = Chart("kpi", tuple(given_rows), "Finding", OPTIONS)
    assert rows_of(_again(filled)["blocks"]) == given_rows


@given(rows)
def test_blocks_become_the_same_rows_again(given_rows: list[dict[str, Any]]) -> None:
    filled = Chart("kpi", tuple(given_rows), "Finding", OPTIONS)
    again = rows_of(_again(filled)["blocks"])
    assert [{name: (type(each), each) for name, each in row.items()} for row in again] == [
        {name: (type(each), each) for name, each in row.items()} for row in given_rows
    ]


def test_names_of_fields_are_not_repeated_for_every_period() -> None:
    long = chart(charted(), Observed([float(each % 7) for each in range(100)]))
    script = live_file("kpi/nps", long)[1]
    assert rows_of(_again(long)["blocks"]) == list(long.rows)
    assert script.count('"t":') < 30


def _again(filled: Chart) -> Any:
    """What a page has loaded."""
    text = live_file("kpi/nps", filled)[1].removeprefix('(window.bscCharts ??= {})["kpi/nps"] = ')
    return json.loads(text.removesuffix(";\n"))


@given(
    st.lists(st.floats(0, 1e17) | st.integers(-5, 5000).map(float), min_size=2, max_size=9),
    st.integers(0, 3),
    st.sampled_from(["", "€ ", "1"]),
    st.sampled_from(["", " %", " m2"]),
)
def test_texts_of_figures_become_the_same_texts_again(
    figures: list[float], decimals: int, before: str, after: str
) -> None:
    shown = [round(each, decimals) for each in figures]
    given_rows = [{"k": "actual", "y": each, "v": f"{before}{each:,.{decimals}f}{after}"} for each in shown]
    assert rows_of(_again(Chart("kpi", tuple(given_rows), "Finding", OPTIONS))["blocks"]) == given_rows


def test_periods_and_figures_of_a_long_series_are_written_without_their_texts() -> None:
    starts = [f"{month} {year}" for year in range(2015, 2025) for month in ("Jan", "Feb", "Mar", "Apr", "May", "Jun")]
    long = [
        {"k": "actual", "p": each, "y": at + 0.5, "v": f"{at + 0.5:.2f} points", "e": f"{at * 7 % 50} points"}
        for at, each in enumerate(starts)
    ]
    filled = Chart("kpi", tuple(long), "Finding", OPTIONS)
    (block,) = _again(filled)["blocks"]
    assert rows_of([block]) == long
    ways = block[2]
    assert (ways["s"]["y"][:3], ways["f"]["v"], ways["p"].keys()) == ([1, 5, 10], ["y", "", " points", 2], {"p"})
    assert ways["b"]["e"][:2] == ["", " points"]


def test_a_figure_names_the_data_that_brings_it_to_life() -> None:
    filled = Chart("kpi", (), "Finding", OPTIONS)
    assert ' data-live="kpi/nps"' in figure_html(filled, "", "kpi/nps")
    assert "data-live" not in figure_html(filled, "")
