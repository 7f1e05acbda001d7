"""Orders that every database of these tests holds, and the KPIs that ask for them."""

from __future__ import annotations

from datetime import date, timedelta
from decimal import Decimal
from pathlib import Path

from tests.builders.project_folders import write

Order = tuple[int, str, str, date, int, Decimal, float]
COLUMNS = ("id", "customer", "region", "order_date", "quantity", "price", "weight")
TYPES = ("integer", "varchar(20)", "varchar(20)", "date", "integer", "decimal(10,2)", "double precision")
CONNECTIONS = "warehouse:\n  url: ${WAREHOUSE_URL}\n"
SCORECARD = """
id: shop
title: Shop
fiscal_year_starts: 4
defaults: {source: {connection: warehouse, table: orders, period: order_date}}
kpis:
  - {id: revenue, name: Revenue, source: {value: sum(quantity * price)}}
  - {id: north, name: North, source: {value: sum(quantity * price), where: {region: North}}}
  - {id: orders, name: Orders, source: {count: rows, where: {region: [North, South], quantity: [1, 2, 3]}}}
  - {id: customers, name: Customers, frequency: quarterly, source: {value: count(distinct customer)}}
  - id: order-value
    name: Order value
    frequency: yearly
    source: {numerator: sum(quantity * price), denominator: count(*)}
  - {id: weight, name: Weight, frequency: weekly, direction: lower, source: {value: mean(weight / quantity)}}
  - {id: dearest, name: Dearest, frequency: half-yearly, direction: none, source: {value: max(price)}}
  - {id: daily, name: Daily, frequency: daily, direction: none, source: {value: min(weight), where: {customer: Ada}}}
"""


def orders() -> list[Order]:
    """A hundred orders over two years, of three customers in three regions."""
    names, regions = ("Ada", "Ben", "Cleo"), ("North", "South", "West")
    return [
        (
            each,
            names[each * each % 7 % 3],
            regions[each % 3],
            date(2024, 1, 5) + timedelta(days=each * 7 + each % 4),
            each % 5 + 1,
            Decimal(each * 37 % 1000) / 100 + 1,
            each * 0.1 + 0.7,
        )
        for each in range(100)
    ]


def project(root: Path) -> Path:
    """A project that asks the warehouse."""
    return write(root, {"scorecard/connections.yml": CONNECTIONS, "scorecard/shop.yml": SCORECARD})
