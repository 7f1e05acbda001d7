"""Twenty KPIs of a shop whose order lines are all in one Parquet file: counts and sums, by country and by price."""

from __future__ import annotations

import shutil
from pathlib import Path

COUNTRIES = ("United Kingdom", "EIRE", "Germany", "France", "Netherlands", "Spain", "Switzerland")
PRICES = ("0.42", "0.85", "1.25", "1.65", "2.1", "2.95")


def write_order_lines(folder: Path, file: Path) -> None:
    """A project of 20 KPIs of the order lines of `file`, which is copied below data/."""
    for name in ("scorecard", "data"):
        (folder / name).mkdir(parents=True, exist_ok=True)
    (folder / "mkdocs.yml").write_text("site_name: Order lines\n", encoding="utf-8")
    shutil.copy(file, folder / "data" / "orders.parquet")
    countries = list(enumerate(COUNTRIES))
    kpis = [
        *(_kpi(f"lines-{number}", f"count: rows, where: {{Country: {each}}}") for number, each in countries),
        *(_kpi(f"sold-{number}", f"value: Quantity, where: {{Country: {each}}}") for number, each in countries),
        *(_kpi(f"at-{number}", f"value: Quantity, where: {{Price: {each}}}") for number, each in enumerate(PRICES[:4])),
        _kpi("pieces", "value: Quantity"),
        _kpi("prices", f"value: Price, where: {{Price: [{', '.join(PRICES)}]}}", "mean"),
    ]
    lines = ["id: shop", "title: A shop", "mission: To sell", "vision: To sell more", "perspectives:"]
    lines += ["  - id: customer", "    name: Customer", "    objectives:"]
    lines += ["      - id: sales", "        name: Sell more", f"        kpis: [{', '.join(id_ for id_, _ in kpis)}]"]
    text = "\n".join([*lines, "kpis:", *(kpi for _, kpi in kpis)])
    (folder / "scorecard" / "scorecard.yml").write_text(text + "\n", encoding="utf-8")


def _kpi(id_: str, source: str, aggregate: str = "sum") -> tuple[str, str]:
    lines = [
        f"  - id: {id_}",
        f"    name: Measure {id_}",
        "    unit: count",
        "    direction: higher",
        "    frequency: monthly",
        f"    aggregate: {aggregate}",
        f"    source: {{file: data/orders.parquet, period: InvoiceDate, {source}}}",
    ]
    return id_, "\n".join(lines)
