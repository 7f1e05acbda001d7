"""Number formats: how programs of an office write the figures of a KPI."""

from __future__ import annotations

from collections.abc import Iterable

MOST_DECIMALS = 4
_A_CURRENCY = 3


def number_format(unit: str, decimals: int) -> str:
    """As Excel shows a figure in the unit: `0.0"%"`, `#,##0 "EUR"`; the sign multiplies nothing."""
    digits = f"#,##0.{'0' * decimals}" if decimals else "#,##0"
    if unit == "%":
        return f'{digits}"%"'
    is_currency = len(unit) == _A_CURRENCY and unit.isupper()
    return f'{digits} "{unit}"' if is_currency else digits


def decimals_of(values: Iterable[float]) -> int:
    """The decimals that it takes to write all of them, at most four."""
    lengths = (len(repr(each).partition(".")[2].removesuffix("0")) for each in values)
    return min(MOST_DECIMALS, max(lengths, default=0))
