"""Which customers come back: orders that follow an earlier one within a window."""

from __future__ import annotations

from datetime import date

import numpy as np
import pandas as pd
import pytest

from bsc_site.load.counting.repeat_orders import Orders, shifted
from bsc_site.model.fields import Duration


def _orders(rows: list[tuple[int, int, str]]) -> Orders:
    days = [date.fromisoformat(day[:10]).toordinal() for _, _, day in rows]
    seconds = [3600 * int(day[11:13] or 0) for _, _, day in rows]
    columns = ([customer for customer, _, _ in rows], [order for _, order, _ in rows], days, seconds)
    return Orders(*(np.array(each, np.int64) for each in columns))


def _repeats(rows: list[tuple[int, int, str]], count: int = 12, unit: str = "month") -> list[bool]:
    return [bool(each) for each in _orders(rows).repeats(Duration(count, unit))]


def test_an_order_after_another_one_of_the_customer_is_a_repeat() -> None:
    assert _repeats([(1, 1, "2024-01-05"), (2, 2, "2024-01-06"), (1, 3, "2024-03-01")]) == [False, False, True]


def test_the_window_goes_by_the_calendar_and_holds_its_first_day() -> None:
    assert _repeats([(1, 1, "2023-03-15"), (1, 2, "2024-03-15")]) == [False, True]
    assert _repeats([(1, 1, "2023-03-14"), (1, 2, "2024-03-15")]) == [False, False]
    assert shifted(date(2024, 3, 31), Duration(1, "month"), -1) == date(2024, 2, 29)
    assert shifted(date(2024, 3, 31), Duration(2, "week")) == date(2024, 4, 14)


def test_rows_of_one_order_are_one_order() -> None:
    rows = [(1, 7, "2024-01-05 10"), (1, 7, "2024-01-05 11"), (1, 8, "2024-01-05 12")]
    assert _repeats(rows) == [False, False, True]


def test_orders_of_one_moment_are_not_earlier_than_one_another() -> None:
    assert _repeats([(1, 1, "2024-01-05"), (1, 2, "2024-01-05"), (1, 3, "2024-01-06")]) == [False, False, True]


@pytest.mark.parametrize(("count", "unit"), [(12, "month"), (30, "day"), (1, "year")])
def test_any_orders_agree_with_pandas(count: int, unit: str) -> None:
    chance = np.random.default_rng(count)
    size = 600
    customers, orders = chance.integers(0, 40, size), chance.integers(0, 250, size)
    days = chance.integers(date(2020, 1, 1).toordinal(), date(2023, 1, 1).toordinal(), size)
    found = Orders(customers, orders, days, chance.integers(0, 3, size)).repeats(Duration(count, unit))
    plain = Orders(customers, orders, days, np.zeros(size, np.int64)).repeats(Duration(count, unit))
    table = pd.DataFrame({"c": customers, "o": orders, "day": [pd.Timestamp.fromordinal(int(day)) for day in days]})
    each = table.groupby(["c", "o"])["day"].min().reset_index()
    back = {"day": pd.DateOffset(days=count), "month": pd.DateOffset(months=count), "year": pd.DateOffset(years=count)}
    pairs = each.merge(each, on="c", suffixes=("", "_before"))
    earlier = pairs[(pairs["day_before"] < pairs["day"]) & (pairs["day_before"] >= pairs["day"] - back[unit])]
    expected = table.merge(earlier[["c", "o"]].drop_duplicates(), on=["c", "o"], how="left", indicator=True)
    assert plain.tolist() == (expected["_merge"] == "both").tolist()
    assert found.sum() >= plain.sum()
