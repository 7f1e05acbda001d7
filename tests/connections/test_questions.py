"""What is asked of a connection, and what is said where it does not fit."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

from bsc_site.load.connections.fetched_series import number_text
from bsc_site.load.connections.measures import Aggregation, ColumnNamed, Computed, MeasureError, measure_of
from bsc_site.load.connections.patience import Asking
from bsc_site.load.readings.project_readings import load_readings
from bsc_site.load.scorecards.project_folder import load_project
from tests.builders.project_folders import write
from tests.connections.orders import CONNECTIONS

AMOUNT, PRICE = ColumnNamed("amount"), ColumnNamed("Unit price")


@pytest.mark.parametrize(
    ("text", "measure"),
    [
        ("sum(amount)", Aggregation("sum", AMOUNT)),
        ("SUM( amount * `Unit price` )", Aggregation("sum", Computed("*", AMOUNT, PRICE))),
        ("mean(amount / 2)", Aggregation("mean", Computed("/", AMOUNT, 2))),
        ("avg(amount)", Aggregation("mean", AMOUNT)),
        ("max(-(amount + 1))", Aggregation("max", Computed("-", 0, Computed("+", AMOUNT, 1)))),
        ("count(*)", Aggregation("count")),
        ("count()", Aggregation("count")),
        ("count(amount)", Aggregation("count", AMOUNT)),
        ("count(distinct `Unit price`)", Aggregation("distinct", PRICE)),
    ],
)
def test_a_measure_is_taken_apart(text: str, measure: Aggregation) -> None:
    assert measure_of(text) == measure


@pytest.mark.parametrize(
    "text",
    [
        "amount",
        "sum(a); drop table b",
        "sum(__import__('os'))",
        "sum(a.b)",
        "sum(a ** 2)",
        "sum()",
        "median(a)",
        "sum('a')",
    ],
)
def test_anything_else_is_none(text: str) -> None:
    with pytest.raises(MeasureError):
        measure_of(text)


def _told(root: Path, url: str, source: str) -> str:
    card = f"id: a\ntitle: A\nkpis:\n  - id: k\n    name: K\n    direction: higher\n    source: {{{source}}}\n"
    write(root, {"scorecard/connections.yml": CONNECTIONS, "scorecard/a.yml": card})
    loaded = load_project(root)
    assert loaded.project is not None, [str(each) for each in loaded.problems]
    read = load_readings(root, loaded.project, asking=Asking({"WAREHOUSE_URL": url}, sleep=lambda _: None))
    (told,) = map(str, loaded.marks.problems_of(read.findings))
    return told.partition("error kpis[0].")[2]


@pytest.mark.parametrize(
    ("source", "told"),
    [
        (
            "connection: warehose, table: orders",
            "source.connection: there is no connection 'warehose'; did you",
        ),
        ("connection: warehouse, period: d, value: sum(a)", "source.table: a connection needs the name of a table"),
        (
            "connection: warehouse, table: orders, value: sum(a)",
            "source.period: a connection needs the column",
        ),
        ("connection: warehouse, table: orders, period: d", "source.value: a connection needs what is added up"),
        (
            "connection: warehouse, table: orders, period: d, value: price",
            "source.value: 'price' adds nothing up",
        ),
        (
            "connection: warehouse, table: order, period: d, value: sum(a)",
            "source.table: the connection 'warehouse'",
        ),
        (
            "connection: warehouse, table: orders, period: day, value: sum(price)",
            "source.period: the table orders has no column 'day'; there are: id, customer",
        ),
        (
            "connection: warehouse, table: orders, period: order_date, value: sum(prize)",
            "source.value: the table orders has no column 'prize'; did you mean 'price'?",
        ),
        (
            "connection: warehouse, table: orders, period: order_date, value: sum(customer)",
            "source.value: the column 'customer' holds string, which cannot be added up",
        ),
        (
            "connection: warehouse, table: orders, period: quantity, value: sum(price)",
            "source.period: the column 'quantity' holds int32, and no days",
        ),
        (
            "connection: warehouse, table: orders, period: order_date, value: sum(price), encoding: cp1252",
            "source.encoding: encoding is about a file; remove it",
        ),
        (
            "connection: warehouse, table: orders, period: order_date, value: sum(price), skip: {region: [North]}",
            "source.skip: skip is about a file; remove it",
        ),
        (
            "connection: warehouse, table: orders, period: order_date, value: sum(price), by: region",
            "source.by: by is about a file; remove it",
        ),
        (
            "connection: warehouse, table: orders, period: order_date, value: sum(price), where: {region: {not: N}}",
            "source.where: 'region' is compared with something else than a text",
        ),
    ],
)
def test_what_does_not_fit_has_its_key(source: str, told: str, duckdb_url: str, tmp_path: Path) -> None:
    assert _told(tmp_path, duckdb_url, source).startswith(told)


def test_figures_are_written_without_exponents_and_chance_digits() -> None:
    assert [number_text(each) for each in (3, 0.1 + 0.2, 1e15, float("nan"), None, 1e-7)] == [
        "3", "0.3", "1000000000000000", "", "", "0.0000001",
    ]  # fmt: skip


def test_a_missing_package_is_one_line_that_says_what_to_run(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "ibis", None)
    told = _told(tmp_path, "duckdb://a.duckdb", "connection: warehouse, table: orders, period: d, value: sum(a)")
    assert told.startswith("source.connection: the connection 'warehouse' needs Ibis; run: ")
    assert told.endswith("-m pip install 'bsc-site[warehouse]'")
