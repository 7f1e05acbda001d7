"""`bsc-site fetch` writes what connections say, ready to be committed."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from bsc_site.interchange.fetching import fetched
from bsc_site.load.connections import series_of_sources
from bsc_site.load.readings.project_readings import load_readings
from bsc_site.load.scorecards.project_folder import load_project
from bsc_site.outcomes import Order
from tests.builders.project_folders import files_of, write
from tests.connections.orders import project

REVENUE = "data/fetched/warehouse/revenue.csv"


def _order(root: Path, url: str) -> Order:
    return Order(root, date(2025, 12, 31), environment={"WAREHOUSE_URL": url})


def test_each_kpi_has_a_file_that_stands_for_its_connection(tmp_path: Path, duckdb_url: str) -> None:
    told = fetched(_order(project(tmp_path), duckdb_url))
    assert told.problems == ()
    assert told.lines[0] == f"{REVENUE}: 24 periods, written"
    text = (tmp_path / REVENUE).read_text("utf-8").splitlines()
    assert text[0] == "period,value"
    assert text[1:] == sorted(text[1:])
    loaded = load_project(tmp_path)
    assert loaded.project is not None
    assert len(load_readings(tmp_path, loaded.project).readings) == 8
    ratio = (tmp_path / "data/fetched/warehouse/order-value.csv").read_text("utf-8").splitlines()
    assert ratio[0] == "period,numerator,denominator"
    assert ratio[1].startswith("FY2024,")


def test_a_file_that_would_be_the_same_is_not_touched(tmp_path: Path, duckdb_url: str) -> None:
    fetched(_order(project(tmp_path), duckdb_url))
    before, moment = files_of(tmp_path), (tmp_path / REVENUE).stat().st_mtime_ns
    again = fetched(_order(tmp_path, duckdb_url))
    assert again.lines[0] == f"{REVENUE}: 24 periods, as before"
    assert files_of(tmp_path) == before
    assert (tmp_path / REVENUE).stat().st_mtime_ns == moment


def test_files_of_kpis_that_are_gone_are_named(tmp_path: Path, duckdb_url: str) -> None:
    write(project(tmp_path), {"data/fetched/warehouse/old.csv": "period,value\n2024,1\n"})
    (told,) = map(str, fetched(_order(tmp_path, duckdb_url)).problems)
    assert told.startswith("data/fetched/warehouse/old.csv:0:0: BSC419 note: no KPI asks for these figures any more")


def test_a_connection_that_does_not_answer_leaves_its_files(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(series_of_sources, "WAITS", ())
    write(project(tmp_path), {REVENUE: "period,value\n2024-01,1\n"})
    told = fetched(_order(tmp_path, "postgresql://a:b@127.0.0.1:1/c"))
    assert told.refused
    assert {each.code for each in told.problems} == {"BSC416"}
    assert any(f"{REVENUE} stands as it was" in each.message for each in told.problems)
    assert (tmp_path / REVENUE).read_text("utf-8") == "period,value\n2024-01,1\n"


def test_a_source_that_stands_in_its_file_is_fetched_too(tmp_path: Path, duckdb_url: str) -> None:
    root = project(tmp_path)
    card = (root / "scorecard/shop.yml").read_text("utf-8").replace("table: orders", "table: orders, fetched: true")
    write(root, {"scorecard/shop.yml": card})
    assert len(fetched(_order(root, duckdb_url)).lines) == 8
