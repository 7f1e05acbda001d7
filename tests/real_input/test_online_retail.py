"""Online Retail: 525,461 order lines in a Parquet file, asked by SQL and counted again by pandas."""

from __future__ import annotations

import shutil
from pathlib import Path

import pandas as pd
import pytest

from bsc_site.load.readings.project_readings import LoadedReadings, load_readings
from bsc_site.load.scorecards.project_folder import load_project

FILE = "online_retail_2009_2010.parquet"
SCORECARD = """
id: shop
title: Shop
currency: GBP
perspectives: [{id: customers, name: Customers, objectives: [{id: sell, name: Sell, kpis: [revenue, order, repeat]}]}]
kpis:
  - id: revenue
    name: Revenue
    unit: GBP
    direction: higher
    source:
      query: &orders |
        with orders as (
          select Invoice, "Customer ID" as customer, strptime(InvoiceDate, '%Y-%m-%d %H:%M:%S') as moment,
            sum(Quantity * Price) as amount
          from 'data/online_retail_2009_2010.parquet'
          where Quantity > 0 and Price > 0 and Invoice not like 'C%'
          group by all
        ),
        counted as (
          select *, row_number() over (partition by customer order by moment, Invoice) > 1 as again from orders
        )
        select strftime(moment, '%Y-%m') as month, sum(amount) as revenue, count(distinct Invoice) as orders,
          count(distinct customer) filter (where again) as repeating, count(distinct customer) as customers
        from counted group by month
      period: month
      value: revenue
  - id: order
    name: Order value
    unit: GBP
    direction: higher
    source: {query: *orders, period: month, numerator: revenue, denominator: orders}
  - id: repeat
    name: Repeat purchase rate
    unit: "%"
    direction: higher
    source: {query: *orders, period: month, numerator: repeating, denominator: customers}
"""


@pytest.fixture(scope="module")
def read(real_data: Path, tmp_path_factory: pytest.TempPathFactory) -> LoadedReadings:
    root = tmp_path_factory.mktemp("retail")
    (root / "data").mkdir()
    (root / "scorecard").mkdir()
    shutil.copyfile(real_data / "online_retail_parquet" / FILE, root / "data" / FILE)
    (root / "scorecard/shop.yml").write_text(SCORECARD, encoding="utf-8")
    loaded = load_project(root)
    assert loaded.project is not None, [str(each) for each in loaded.problems]
    return load_readings(root, loaded.project)


@pytest.fixture(scope="module")
def lines(real_data: Path) -> pd.DataFrame:
    """The lines of orders that were not cancelled, with their month and amount."""
    table = pd.read_parquet(real_data / "online_retail_parquet" / FILE)
    sold = table[(table["Quantity"] > 0) & (table["Price"] > 0) & ~table["Invoice"].str.startswith("C")]
    return sold.assign(month=sold["InvoiceDate"].str[:7], amount=sold["Quantity"] * sold["Price"])


def test_nothing_is_a_problem(read: LoadedReadings) -> None:
    assert (read.problems, read.findings) == ((), ())


def test_monthly_revenue_is_that_of_pandas_to_the_cent(read: LoadedReadings, lines: pd.DataFrame) -> None:
    expected = lines.groupby("month")["amount"].sum().round(2).to_dict()
    assert {str(row.period): round(row.value or 0, 2) for row in read.readings["revenue"].rows} == expected


def test_the_order_value_is_that_of_pandas_to_the_cent(read: LoadedReadings, lines: pd.DataFrame) -> None:
    by_month = lines.groupby("month")
    expected = (by_month["amount"].sum() / by_month["Invoice"].nunique()).round(2).to_dict()
    found = {str(row.period): (row.numerator or 0) / (row.denominator or 1) for row in read.readings["order"].rows}
    assert {month: round(value, 2) for month, value in found.items()} == expected


def test_the_repeat_purchase_rate_is_that_of_pandas(read: LoadedReadings, lines: pd.DataFrame) -> None:
    orders = lines.drop_duplicates(["Invoice", "InvoiceDate", "Customer ID"]).dropna(subset="Customer ID")
    orders = orders.sort_values(["Customer ID", "InvoiceDate", "Invoice"])
    orders["again"] = orders.groupby("Customer ID").cumcount() > 0
    repeating = orders[orders["again"]].groupby("month")["Customer ID"].nunique()
    customers = orders.groupby("month")["Customer ID"].nunique()
    expected = {month: (int(repeating.get(month, 0)), int(count)) for month, count in customers.items()}
    assert {str(row.period): (row.numerator, row.denominator) for row in read.readings["repeat"].rows} == expected
