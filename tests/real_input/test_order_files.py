"""Order files of others: revenue, order value, customers and those who come back, as pandas has them."""

from __future__ import annotations

import shutil
from datetime import date
from pathlib import Path
from typing import Any

import pandas as pd
import pytest

from bsc_site.compute.series.project_series import build_series
from bsc_site.load.readings.project_readings import load_readings
from tests.builders.data_files import project_of

WIDGETS = {"Lineitem name": {"like": "*widget"}}
GROUPS = {"number_of_tickets": {"at_least": 3}, "ward_code": {"not": "empty"}}
SUMMER = {"event_date": {"from": "2023-06", "to": "2023-08"}}
SOUND = {"Invoice": {"not": "C*"}, "Quantity": {"above": 0}}


def _series(root: Path, data: Path, as_of: date, *kpis: dict[str, Any]) -> dict[str, dict[str, float]]:
    """By KPI and period the figures that are read from one file; a problem of any kind fails."""
    (root / "data").mkdir()
    shutil.copyfile(data, root / "data" / data.name)
    project = project_of(*(_placed(each, data.name) for each in kpis))
    read = load_readings(root, project)
    assert (read.problems, read.findings) == ((), ())
    built = build_series(project, read.readings, as_of).series
    return {kpi: {str(each.period): each.value for each in one.observations} for kpi, one in built.items()}


def _placed(kpi: dict[str, Any], name: str) -> dict[str, Any]:
    return kpi | {"source": {"file": f"data/{name}", **kpi["source"]}} if "source" in kpi else kpi


def _by(frame: pd.DataFrame, day: str, grid: str = "M") -> pd.PeriodIndex:
    return pd.PeriodIndex(pd.to_datetime(frame[day]), freq=grid)


def _figures(series: pd.Series) -> dict[str, Any]:
    """By the names of periods, `2024-Q1` for a quarter, as approximate as sums in another order are."""
    names = [str(period).replace("Q", "-Q") for period in series.index]
    return {name: pytest.approx(value, rel=1e-12) for name, value in zip(names, series, strict=True)}


@pytest.fixture(scope="module")
def lines(real_data: Path) -> pd.DataFrame:
    """The sold lines of the online shop, without cancellations."""
    frame = pd.read_parquet(real_data / "online_retail_parquet/online_retail_2009_2010.parquet")
    frame = frame[~frame["Invoice"].astype(str).str.startswith("C") & (frame["Quantity"] > 0)]
    return frame.assign(month=_by(frame, "InvoiceDate"), amount=frame["Quantity"] * frame["Price"])


@pytest.fixture(scope="module")
def shop(real_data: Path, tmp_path_factory: pytest.TempPathFactory) -> dict[str, dict[str, float]]:
    """What is read of the online shop."""
    at: dict[str, Any] = {"period": "InvoiceDate", "where": SOUND}
    rate = {"customer": "Customer ID", "order": "Invoice", "window": "3 months"}
    return _series(
        tmp_path_factory.mktemp("shop"),
        real_data / "online_retail_parquet/online_retail_2009_2010.parquet",
        date(2011, 6, 1),
        {"id": "revenue", "aggregate": "sum", "source": {**at, "value": "Quantity * Price"}},
        {"id": "orders", "source": {**at, "count": {"distinct": "Invoice"}}},
        {"id": "quarter", "frequency": "quarterly", "source": {**at, "count": {"distinct": "Customer ID"}}},
        {"id": "order-value", "formula": "revenue / orders"},
        {"id": "price", "aggregate": "mean", "source": {**at, "value": "Price", "weight": "Quantity"}},
        {"id": "repeat-rate", "unit": "%", "source": {**at, "repeat_rate": rate}},
        {
            "id": "france",
            "aggregate": "sum",
            "source": {**at, "value": "Quantity * Price", "where": {**SOUND, "Country": "France"}},
        },
    )


def test_revenue_of_each_month_is_quantity_times_price(lines: pd.DataFrame, shop: dict[str, dict[str, float]]) -> None:
    assert shop["revenue"] == _figures(lines.groupby("month")["amount"].sum())
    assert shop["france"] == _figures(lines[lines["Country"] == "France"].groupby("month")["amount"].sum())


def test_orders_customers_and_order_value_count_each_text_once(
    lines: pd.DataFrame, shop: dict[str, dict[str, float]]
) -> None:
    orders = lines.groupby("month")["Invoice"].nunique()
    assert shop["orders"] == _figures(orders)
    assert shop["order-value"] == _figures(lines.groupby("month")["amount"].sum() / orders)
    assert shop["quarter"] == _figures(lines.groupby(_by(lines, "InvoiceDate", "Q"))["Customer ID"].nunique())


def test_the_mean_price_is_weighted_by_the_pieces(lines: pd.DataFrame, shop: dict[str, dict[str, float]]) -> None:
    months = lines.groupby("month")
    assert shop["price"] == _figures(months["amount"].sum() / months["Quantity"].sum())


def test_the_repeat_rate_is_that_of_its_definition(lines: pd.DataFrame, shop: dict[str, dict[str, float]]) -> None:
    known = lines.dropna(subset=["Customer ID"])
    moments = pd.to_datetime(known["InvoiceDate"]).groupby([known["Customer ID"], known["Invoice"]]).min()
    orders = moments.rename("at").reset_index().sort_values(["Customer ID", "at"])
    distinct = orders[["Customer ID", "at"]].drop_duplicates()
    distinct["before"] = distinct.groupby("Customer ID")["at"].shift()
    orders = orders.merge(distinct, on=["Customer ID", "at"])
    orders["repeats"] = orders["before"] >= orders["at"].dt.normalize() - pd.DateOffset(months=3)
    rows = known.merge(orders[["Customer ID", "Invoice", "repeats"]], on=["Customer ID", "Invoice"])
    share = rows.groupby(["month", "Customer ID"])["repeats"].max().groupby("month").mean() * 100
    assert shop["repeat-rate"] == _figures(share[share.index >= "2010-03"])
    assert len(shop["repeat-rate"]) == 10


def test_orders_with_several_lines_are_read_from_their_first(real_data: Path, tmp_path: Path) -> None:
    file = real_data / "shopify_sample_mit/shopify_orders_sample.csv"
    at: dict[str, Any] = {"period": "Created at"}
    found = _series(
        tmp_path,
        file,
        date(2026, 1, 1),
        {"id": "net", "aggregate": "sum", "source": {**at, "value": "Total - `Refunded Amount`"}},
        {"id": "orders", "source": {**at, "fill": ["Created at"], "count": {"distinct": "Name"}}},
        {"id": "customers", "source": {**at, "count": {"distinct": "Email"}}},
        {"id": "refunded", "unit": "%", "source": {**at, "numerator": "Refunded Amount", "denominator": "Total"}},
        {
            "id": "pieces",
            "aggregate": "sum",
            "source": {
                **at,
                "fill": ["Created at"],
                "value": "Lineitem quantity",
                "where": {"Lineitem name": {"like": "*widget"}},
            },
        },
    )
    table = pd.read_csv(file)
    table["month"] = pd.PeriodIndex(table["Created at"].ffill().str[:7], freq="M")
    heads = table[table["Total"].notna()].groupby("month")
    assert found["net"] == _figures(heads["Total"].sum() - heads["Refunded Amount"].sum())
    assert found["orders"] == _figures(table.groupby("month")["Name"].nunique())
    assert found["customers"] == _figures(heads["Email"].nunique())
    assert found["refunded"] == _figures(heads["Refunded Amount"].sum() / heads["Total"].sum() * 100)
    widgets = table[table["Lineitem name"].str.lower().str.endswith("widget")]
    assert found["pieces"] == _figures(widgets.groupby("month")["Lineitem quantity"].sum())


def test_tickets_and_events_of_a_festival(real_data: Path, tmp_path: Path) -> None:
    file = real_data / "leeds2023/events/tickets/orders.csv"
    at: dict[str, Any] = {"period": "created_at"}
    found = _series(
        tmp_path,
        file,
        date(2026, 1, 1),
        {"id": "events", "source": {**at, "count": {"distinct": "event_id"}}},
        {
            "id": "groups",
            "source": {
                **at,
                "count": "rows",
                "where": {"number_of_tickets": {"at_least": 3}, "ward_code": {"not": "empty"}},
            },
        },
        {
            "id": "summer",
            "aggregate": "sum",
            "source": {
                **at,
                "value": "number_of_tickets",
                "where": {"event_date": {"from": "2023-06", "to": "2023-08"}},
            },
        },
    )
    table = pd.read_csv(file)
    table["month"] = _by(table, "created_at")
    assert found["events"] == _figures(table.groupby("month")["event_id"].nunique())
    groups = table[(table["number_of_tickets"] >= 3) & table["ward_code"].notna()].groupby("month").size()
    assert {month: value for month, value in found["groups"].items() if value} == _figures(groups)
    summer = table[table["event_date"].between("2023-06-01", "2023-08-31")]
    sold = {month: value for month, value in found["summer"].items() if value}
    assert sold == _figures(summer.groupby("month")["number_of_tickets"].sum())


def test_waits_at_hospitals_are_shares_and_weighted_means(real_data: Path, tmp_path: Path) -> None:
    file = real_data / "nhs_ae/ae_attendances.csv"
    where: dict[str, Any] = {"type": 1, "org_code": {"not": ["RF4", "R*Z"]}}
    at: dict[str, Any] = {"period": "period", "where": where}
    found = _series(
        tmp_path,
        file,
        date(2026, 1, 1),
        {
            "id": "in-time",
            "unit": "%",
            "source": {**at, "numerator": "attendances - breaches", "denominator": "attendances"},
        },
        {
            "id": "admitted",
            "aggregate": "mean",
            "source": {
                **at,
                "value": "admissions / attendances",
                "weight": "attendances",
                "where": {**at["where"], "attendances": {"above": 0}},
            },
        },
    )
    table = pd.read_csv(file)
    table = table[(table["type"] == "1") & (table["org_code"] != "RF4") & ~table["org_code"].str.fullmatch("R.*Z")]
    months = table.assign(month=_by(table, "period")).groupby("month")
    assert found["in-time"] == _figures((1 - months["breaches"].sum() / months["attendances"].sum()) * 100)
    assert found["admitted"] == _figures(months["admissions"].sum() / months["attendances"].sum())
