"""Twice as many scorecards are twice the work: no scorecard asks for the figures of all others anew."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from benchmarks.made_up import write_cascade
from bsc_site.outcomes import Order
from bsc_site.pipeline import examine
from tests.effort import growth

FEW, KPIS, MONTHS = 24, 4, 18


def test_everything_before_the_pages_grows_with_the_number_of_scorecards(tmp_path: Path) -> None:
    """Reading, checks, judgements, outlook."""
    orders = [Order(tmp_path / name, date(2026, 11, 5)) for name in ("few", "many")]
    for number, order in enumerate(orders, 1):
        write_cascade(order.root, number * FEW, KPIS, MONTHS)
    assert all(examine(order).assessment for order in orders)
    assert growth(lambda: examine(orders[0]), lambda: examine(orders[1])) < 2.1
