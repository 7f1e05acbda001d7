"""A mistake in a query is one line at its place in the YAML, however the text is written there."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.queries.projects import lines, project

WRONG = "BSC413 error kpis[0].source.query: there is no column 'amout'; did you mean 'amount'?; there are: amount"


@pytest.mark.parametrize(
    "query",
    [
        "select day, amout from 'data/orders.csv'",
        "\"select day, amout from 'data/orders.csv'\"",
        "'select day, amout from ''data/orders.csv'''",
        "|\n  select day,\n    amout\n  from 'data/orders.csv'",
        ">-\n  select day,\n  amout from 'data/orders.csv'",
        "&named |\n  -- Zürich\n\n  select day, 'ä' as ä,\n  amout from 'data/orders.csv'",
        "select day,\n  amout\n  from 'data/orders.csv'",
        '"select day,\\n \\"day\\" as d, amout from \'data/orders.csv\'"',
        "select (select max(amount) from 'data/orders.csv') as m, amout from 'data/orders.csv' d",
    ],
)
def test_the_place_is_that_of_the_word(tmp_path: Path, query: str) -> None:
    root = project(tmp_path, query)
    before, _, _ = (root / "scorecard/shop.yml").read_text("utf-8").partition("amout")
    place = f"{before.count(chr(10)) + 1}:{len(before) - before.rfind(chr(10))}"
    (told,) = lines(root)
    assert told.startswith(f"scorecard/shop.yml:{place}: {WRONG}")


@pytest.mark.parametrize(
    ("query", "told"),
    [
        ("select day amount frm 'data/orders.csv'", '9:32: BSC413 error {}: syntax error at or near "frm"'),
        ("select summ(amount) as amount from 'data/orders.csv'", "'summ'; did you mean 'sum'?"),
        ("select * from orders", "9:28: BSC413 error {}: there is no table 'orders'; did you mean 'data/orders.csv'?"),
        ("with won as (select 1 as a) select a from wn", "there is no table 'wn'; did you mean 'won'?"),
        ("select * from 'data/order.csv'", "BSC301 error {}: no file is called 'data/order.csv'; did you mean"),
        ("select * from data.csv", "'data.csv' is read as a schema and a table; write the file in quotes: 'data.csv'"),
        ("select o.amount from 'data/orders.csv' d", "the query selects from no table 'o'; there are: d"),
        ("select day, day from 'data/orders.csv'", "two columns of the result are called 'day'; name one otherwise"),
        ("select day + 'x' as day from 'data/orders.csv'", "BSC413"),
        ("select date_trunc('mont', day) as m from 'data/orders.csv'", 'extract specifier "mont" not recognized'),
        ("select now() as day", "9:21: BSC412 error {}: 'now' gives another answer each time"),
    ],
)
def test_each_mistake_is_one_line(tmp_path: Path, query: str, told: str) -> None:
    (line,) = lines(project(tmp_path, query))
    assert told.format("kpis[0].source.query") in line
    assert "\n" not in line


def test_what_is_wrong_in_the_result_is_told_at_the_query(tmp_path: Path) -> None:
    query = "select day, case when shop = 'South' then 'many' else amount::varchar end as amount from 'data/orders.csv'"
    (told,) = lines(project(tmp_path, query))
    assert told.startswith("scorecard/shop.yml:8:5: BSC309 error kpis[0].source: row 2 of the result, column ")
    assert "'amount': 'many' is not a number" in told


def test_a_column_that_the_result_lacks_is_told_with_those_that_it_has(tmp_path: Path) -> None:
    (told,) = lines(project(tmp_path, "select day, amount from 'data/orders.csv'", "period: day\nvalue: amont"))
    assert told == (
        "scorecard/shop.yml:11:7: BSC307 error kpis[0].source.value: the query of 'sales': there is no column 'amont'; "
        "did you mean 'amount'?; there are: day, amount"
    )
