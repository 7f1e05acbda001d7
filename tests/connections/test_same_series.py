"""One declaration gives the same figures on DuckDB, PostgreSQL and Spark, and those that Python adds up."""

from __future__ import annotations

from collections import defaultdict
from pathlib import Path

import pytest

from bsc_site.load.connections.patience import Asking
from bsc_site.load.connections.series_of_sources import series_of_sources
from bsc_site.load.readings.project_readings import load_readings
from bsc_site.load.scorecards.project_folder import load_project
from bsc_site.model.declared.project import Project
from tests.connections.orders import orders, project


def _loaded(root: Path) -> Project:
    loaded = load_project(project(root))
    assert loaded.project is not None, [str(each) for each in loaded.problems]
    return loaded.project


def _series(root: Path, url: str) -> dict[str, str]:
    found = series_of_sources(root, _loaded(root), Asking({"WAREHOUSE_URL": url}))
    assert (found.findings, found.problems, found.stale) == ([], (), [])
    return {name: each.content.decode() for name, each in found.series.items()}


def _sums(region: str = "") -> dict[str, float]:
    sums: dict[str, float] = defaultdict(float)
    for _, _, there, day, quantity, price, _ in orders():
        if region in {"", there}:
            sums[f"{day:%Y-%m}"] += quantity * float(price)
    return {month: round(value, 2) for month, value in sums.items()}


def test_the_figures_are_those_that_python_adds_up(tmp_path: Path, duckdb_url: str) -> None:
    loaded = _loaded(tmp_path)
    read = load_readings(tmp_path, loaded, asking=Asking({"WAREHOUSE_URL": duckdb_url}))
    assert (read.problems, read.findings) == ((), ())
    found = {name: {str(row.period): row.value for row in each.rows} for name, each in read.readings.items()}
    assert found["revenue"] == _sums()
    assert found["north"] == _sums("North")
    quarters = defaultdict(set)
    for _, customer, _, day, *_ in orders():
        year, part = divmod(day.year * 12 + day.month - 4, 12)
        quarters[f"FY{year + 1}-Q{part // 3 + 1}"].add(customer)
    assert found["customers"] == {quarter: len(names) for quarter, names in quarters.items()}
    ratio = {str(row.period): row.denominator for row in read.readings["order-value"].rows}
    assert sum(value or 0 for value in ratio.values()) == 100


def test_postgresql_gives_the_same_bytes(tmp_path: Path, duckdb_url: str, postgres_url: str) -> None:
    assert _series(tmp_path, postgres_url) == _series(tmp_path, duckdb_url)


@pytest.mark.slow
def test_spark_gives_the_same_bytes(tmp_path: Path, duckdb_url: str, spark_url: str) -> None:
    assert _series(tmp_path, spark_url) == _series(tmp_path, duckdb_url)
