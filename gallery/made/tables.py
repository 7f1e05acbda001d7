"""Tables of made figures as the bytes of files, and months, weeks and quarters as they are written in them."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable
from datetime import date, timedelta

Row = list[object]


def csv_bytes(rows: Iterable[Row], delimiter: str = ",") -> bytes:
    """The rows as UTF-8 text with Unix line ends."""
    text = io.StringIO()
    csv.writer(text, delimiter=delimiter, lineterminator="\n").writerows(rows)
    return text.getvalue().encode()


def months(first_year: int, count: int) -> list[str]:
    """`2023-01` and those that follow."""
    return [f"{first_year + i // 12}-{i % 12 + 1:02}" for i in range(count)]


def weeks(monday: date, count: int) -> list[str]:
    """`2024-W01` and those that follow, from the week of this Monday on."""
    days = (monday + timedelta(weeks=i) for i in range(count))
    return [f"{day.isocalendar().year}-W{day.isocalendar().week:02}" for day in days]


def days(first: date, count: int) -> list[date]:
    """The first day and those that follow."""
    return [first + timedelta(days=i) for i in range(count)]


def earlier(values: list[float], index: int, lag: int) -> float:
    """The value some periods before; at the beginning the first one."""
    return values[max(0, index - lag)]


def course(points: dict[int, float], count: int) -> list[float]:
    """A line through the points, level before the first and after the last."""
    known = sorted(points.items())
    return [_between(known, i) for i in range(count)]


def _between(known: list[tuple[int, float]], index: int) -> float:
    before = [point for point in known if point[0] <= index]
    after = [point for point in known if point[0] > index]
    if not before:
        return after[0][1]
    if not after:
        return before[-1][1]
    (left, low), (right, high) = before[-1], after[0]
    return low + (high - low) * (index - left) / (right - left)
