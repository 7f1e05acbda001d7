"""The guide of warehouses is followed: what it declares is read, and asks what it says."""

from __future__ import annotations

import re
from datetime import date
from pathlib import Path

import duckdb

from bsc_site.load.connections.connections_file import declared_connections
from bsc_site.load.connections.patience import Asking
from bsc_site.load.readings.project_readings import load_readings
from bsc_site.load.scorecards.project_folder import load_project
from tests.builders.project_folders import HEAD, write

GUIDE = Path(__file__).parents[3] / "docs/guide/warehouses.md"
ORDERS = "order_id integer, order_date date, quantity integer, price decimal(9, 2), region text, cancelled boolean"


def test_what_the_guide_declares_gives_figures(tmp_path: Path) -> None:
    connections, kpis = re.findall(r"```yaml\n(.*?)```", GUIDE.read_text("utf-8"), re.DOTALL)
    write(tmp_path, {"scorecard/connections.yml": connections, "scorecard/guide.yml": HEAD + kpis, "data/a.csv": "a\n"})
    with duckdb.connect(str(tmp_path / "data/warehouse.duckdb")) as database:
        database.execute("create schema sales")
        for name in ("orders", "sales.orders"):
            database.execute(f"create table {name} ({ORDERS})")
            rows = [(1, date(2025, 1, 3), 2, 10.5, "North", False), (2, date(2025, 1, 9), 1, 4, "West", False)]
            database.executemany(f"insert into {name} values (?, ?, ?, ?, ?, ?)", rows)  # noqa: S608  # two names
    assert declared_connections(tmp_path).problems == ()
    loaded = load_project(tmp_path)
    assert loaded.project is not None, [str(each) for each in loaded.problems]
    asking = Asking({"WAREHOUSE_URL": "duckdb://data/warehouse.duckdb"}, sleep=lambda _: None)
    read = load_readings(tmp_path, loaded.project, asking=asking)
    assert read.findings == ()
    assert [row.value for row in read.readings["revenue"].rows] == [21]
    assert [(row.numerator, row.denominator) for row in read.readings["order-value"].rows] == [(25, 2)]
