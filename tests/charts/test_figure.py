"""Figures: the data of the live chart stands in the page in few bytes, and nothing of it is lost."""

from __future__ import annotations

import json
from html import unescape
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from bsc_site.render.charts.chart_figure import figure_html
from bsc_site.render.charts.grammar.chart import Chart
from tests.builders.charts import Observed, chart, charted

OPTIONS: tuple[tuple[str, Any], ...] = (("zooms", []), ("key", []), ("remark", ""))
values = st.none() | st.booleans() | st.integers(-3, 3) | st.floats(-1, 1) | st.text("a{<é", max_size=2)
rows = st.lists(st.dictionaries(st.sampled_from("ktyn"), values, max_size=4), max_size=12)


def content_of(html: str) -> dict[str, Any]:
    text = html.partition('<template class="bsc-chart__data">')[2].partition("</template>")[0]
    content: dict[str, Any] = json.loads(unescape(text))
    return content


def rows_of(blocks: list[Any]) -> list[dict[str, Any]]:
    """What bsc-chart-data.js makes of the blocks."""
    return [
        {**same, **{name: each[at] for name, each in columns.items()}}
        for count, same, columns in blocks
        for at in range(count)
    ]


@given(rows)
def test_blocks_become_the_same_rows_again(given_rows: list[dict[str, Any]]) -> None:
    filled = Chart("kpi", tuple(given_rows), "Finding", OPTIONS)
    again = rows_of(content_of(figure_html(filled, ""))["blocks"])
    assert [{name: (type(each), each) for name, each in row.items()} for row in again] == [
        {name: (type(each), each) for name, each in row.items()} for row in given_rows
    ]


def test_names_of_fields_are_not_repeated_for_every_period() -> None:
    long = chart(charted(), Observed([float(each % 7) for each in range(100)]))
    html = figure_html(long, "")
    assert rows_of(content_of(html)["blocks"]) == list(long.rows)
    assert html.count('"t":') < 30
