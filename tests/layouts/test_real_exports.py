"""Real exports, read by the name of their layout: every figure is what pandas makes of the same file."""

from __future__ import annotations

import io
from pathlib import Path
from typing import Any

import pandas as pd
import pytest

from bsc_site.load.formats.file_head import head_of
from bsc_site.load.layouts.known_layouts import layout_of_file
from tests.layouts.reading import project_of, read
from tests.suggest.pasting import first_ten, read_after_pasting, suggested

KNOWN = {
    "shopify_sample_mit/shopify_orders.csv": "shopify_orders",
    "shopify_sample_mit/shopify_orders_sample.csv": "shopify_orders",
    "ga4_thetoolguru/Reports_snapshot.csv": "google_analytics_4",
    "ga4_thetoolguru/gsc/Chart.csv": "search_console",
    "ga4_thetoolguru/gsc/Queries.csv": "search_console",
    "ga4_thetoolguru/gsc/Pages.csv": "search_console",
    "ga4_thetoolguru/gsc/Countries.csv": "search_console",
    "ga4_thetoolguru/gsc/Devices.csv": "search_console",
}


def test_each_export_is_known_and_no_other_file(real_data: Path) -> None:
    files = [each for each in real_data.rglob("*.csv") if each.stat().st_size]
    found = {each.relative_to(real_data).as_posix(): layout_of_file(head_of(each)) for each in files}
    known = {name: layout.name for name, layout in found.items() if layout is not None}
    assert known.pop("ga4_thetoolguru/gsc/Search appearance.csv", "search_console") == "search_console"
    assert known == KNOWN
    assert len(found) > 25


MEDIUM = "Session source / medium"


def monthly(figures: pd.Series) -> dict[str, Any]:
    return {str(month): pytest.approx(value) for month, value in figures.items()}


@pytest.mark.parametrize("name", ["shopify_orders.csv", "shopify_orders_sample.csv"])
def test_shopify(real_data: Path, tmp_path: Path, name: str) -> None:
    content = (real_data / "shopify_sample_mit" / name).read_bytes()
    layout = {"layout": "shopify_orders"}
    root = project_of(
        tmp_path,
        name,
        content,
        {"id": "sales", "aggregate": "sum", "source": {**layout, "value": "Total"}},
        {"id": "net", "aggregate": "sum", "source": {**layout, "value": "Total - `Refunded Amount`"}},
        {"id": "orders", "source": {**layout, "count": {"distinct": "Name"}}},
        {"id": "mean", "aggregate": "mean", "source": {**layout, "value": "Total"}},
    )
    orders = pd.read_csv(io.BytesIO(content)).dropna(subset=["Created at"])
    month = pd.PeriodIndex(orders["Created at"].str[:7], freq="M")
    by = orders.assign(net=orders["Total"] - orders["Refunded Amount"]).groupby(month)
    assert read(root) == {
        "sales": monthly(by["Total"].sum()),
        "net": monthly(by["net"].sum()),
        "orders": monthly(by["Name"].nunique()),
        "mean": monthly(by["Total"].mean()),
    }


def test_search_console(real_data: Path, tmp_path: Path) -> None:
    content = (real_data / "ga4_thetoolguru/gsc/Chart.csv").read_bytes()
    layout = {"layout": "search_console"}
    root = project_of(
        tmp_path,
        "Chart.csv",
        content,
        {"id": "clicks", "aggregate": "sum", "source": {**layout, "value": "Clicks"}},
        {"id": "ctr", "unit": "%", "source": {**layout, "numerator": "Clicks", "denominator": "Impressions"}},
        {"id": "at", "aggregate": "mean", "source": {**layout, "value": "Position", "weight": "Impressions"}},
    )
    days = pd.read_csv(io.BytesIO(content))
    by = days.assign(weighted=days["Position"] * days["Impressions"]).groupby(days["Date"].str[:7])
    assert read(root) == {
        "clicks": monthly(by["Clicks"].sum()),
        "ctr": monthly(by["Clicks"].sum() / by["Impressions"].sum() * 100),
        "at": monthly(by["weighted"].sum() / by["Impressions"].sum()),
    }


def test_google_analytics_4(real_data: Path, tmp_path: Path) -> None:
    content = (real_data / "ga4_thetoolguru/Reports_snapshot.csv").read_bytes()
    layout = {"layout": "google_analytics_4", "at": "2026-02"}
    pages = {**layout, "value": "Views", "where": {"Page title and screen class": "leadsgo.io"}}
    root = project_of(
        tmp_path,
        "ga.csv",
        content,
        {"id": "new", "source": {**layout, "value": "New users"}},
        {"id": "views", "source": pages},
        {"id": "all-views", "aggregate": "sum", "source": {**layout, "value": "Views"}},
        {"id": "clifton", "source": {**layout, "value": "Active users", "where": {"City": "Clifton"}}},
        {"id": "direct", "source": {**layout, "value": "Sessions", "where": {MEDIUM: "(direct) / (none)"}}},
    )
    table = pd.read_csv(io.StringIO(content.decode()), skiprows=14, nrows=92)
    assert read(root) == {
        "new": {"2026-02": 1272},
        "views": {"2026-02": 500},
        "all-views": {"2026-02": table["Views"].sum()},
        "clifton": {"2026-02": 500},
        "direct": {"2026-02": 656},
    }


@pytest.mark.parametrize("name", ["shopify_sample_mit/shopify_orders_sample.csv", "ga4_thetoolguru/gsc/Chart.csv"])
def test_what_is_suggested_is_what_is_read(real_data: Path, tmp_path: Path, name: str) -> None:
    found = suggested(tmp_path, Path(name).name, (real_data / name).read_bytes())
    assert found.questions == []
    assert first_ten(read_after_pasting(found)) == found.shown
