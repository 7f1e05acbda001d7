"""Figures: the data of the live chart stands in the page in few bytes, and nothing of it is lost."""

from __future__ import annotations

import json
from datetime import date, timedelta
from html import unescape
from itertools import accumulate
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from bsc_site.render.charts.chart_figure import figure_html
from bsc_site.render.charts.grammar.chart import Chart
from tests.builders.charts import Observed, chart, charted

OPTIONS: tuple[tuple[str, Any], ...] = (("zooms", []), ("key", []), ("remark", ""))
values = st.none() | st.booleans() | st.integers(-3, 3) | st.floats(-1, 1) | st.text("a{<é", max_size=2)
values |= st.sampled_from(["2024-01-31", "2024-02-01", "1969-12-31", "2024-02-30", "2024-03-01"])
rows = st.lists(st.dictionaries(st.sampled_from("ktyn"), values, max_size=4), max_size=12)
columns = st.lists(st.sampled_from(["2024-01-05", "1999-12-07", "2024-02-28", "On", "Off"]), max_size=9)


def content_of(html: str) -> dict[str, Any]:
    text = html.partition('<template class="bsc-chart__data">')[2].partition("</template>")[0]
    content: dict[str, Any] = json.loads(unescape(text))
    return content


def rows_of(blocks: list[Any]) -> list[dict[str, Any]]:
    """What bsc-chart-data.js makes of the blocks."""
    return [row for block in blocks for row in _rows(block)]


def _rows(block: list[Any]) -> list[dict[str, Any]]:
    count, same, lists, days, counts, texts = [*block, {}, {}, {}][:6]
    written = dict(lists)
    for name, steps in days.items():
        written[name] = [str(date(1970, 1, 1) + timedelta(each)) for each in accumulate(steps)]
    written |= {name: list(range(first, first + count)) for name, first in counts.items()}
    written |= {name: [words[int(each, 36)] for each in digits] for name, (words, digits) in texts.items()}
    return [{**same, **{name: each[at] for name, each in written.items()}} for at in range(count)]


@given(columns)
def test_days_and_few_texts_become_the_same_rows_again(given_column: list[str]) -> None:
    given_rows = [{"k": "actual", "i": at, "t": each} for at, each in enumerate(given_column)]
    filled = Chart("kpi", tuple(given_rows), "Finding", OPTIONS)
    assert rows_of(content_of(figure_html(filled, ""))["blocks"]) == given_rows


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
