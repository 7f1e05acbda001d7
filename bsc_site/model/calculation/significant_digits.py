"""Digits: how many decimals a figure was written with, and how many of a computed one mean something."""

from __future__ import annotations

import math
from bisect import bisect_right
from collections.abc import Sequence
from decimal import Decimal

_SHORT = 7
"""Figures of so many digits were written so by somebody; longer ones come from arithmetic or false precision."""
_DUST = 12
"""Digits beyond these are left behind by the arithmetic of binary fractions."""
_SIZES = (0.01, 0.1, 10, 100, 1000)
_DECIMALS = (6, 5, 3, 2, 1, 0)


def _written(text: str) -> Decimal:
    return Decimal(text).normalize()


def own_decimals(value: float) -> int:
    """How many decimals a figure has as it was written: 3 for 99.996, none for 1200."""
    return _decimals_of(f"{value:.{_DUST}g}")


def _decimals_of(text: str) -> int:
    if _is_plain(text):
        return len(text) - 1 - text.find(".") if "." in text else 0
    exponent = _written(text).as_tuple().exponent
    return max(0, -exponent) if isinstance(exponent, int) else 0


def is_short(value: float) -> bool:
    """Whether the figure has no more digits than people write."""
    return _is_short(f"{value:.{_DUST}g}")


def _is_short(text: str) -> bool:
    if _is_plain(text):
        return len(text.replace(".", "").lstrip("-0") if "." in text else text.strip("-0")) <= _SHORT
    return len(_written(text).as_tuple().digits) <= _SHORT


def _is_plain(text: str) -> bool:
    """Whether it is a figure without an exponent, and none of inf and nan."""
    return "e" not in text and "n" not in text


def decimals_of_short(values: Sequence[float]) -> list[int]:
    """The decimals of those figures that are short, in their order: those of the others mean nothing."""
    joined = f"%.{_DUST}g " * len(values) % tuple(values)
    short = [text for text in joined.split() if len(text) <= _SHORT or _is_short(text)]
    if _is_plain(joined):
        return [len(text) - point if (point := text.find(".") + 1) else 0 for text in short]
    return list(map(_decimals_of, short))


def short_text(value: float) -> str | None:
    """The figure as it stands, where it has no more digits than people write, below 1,000; None for any other."""
    if not 0 < value < _SIZES[-1]:
        return None
    text = f"{value:.{_DUST}g}"
    return text if _is_at_hand(text) else None


def _is_at_hand(text: str) -> bool:
    """Whether it is a short figure without an exponent, as nearly all are: the quickest to find out."""
    return len(text) <= _SHORT + 1 and "e" not in text and text[-1].isdigit()


def coarse_decimals(value: float) -> int:
    """As many as give a figure about four significant digits: 3 for 1.23456789."""
    wanted = _DECIMALS[bisect_right(_SIZES, abs(value))]
    if abs(value) >= _SIZES[0] or value == 0:
        return wanted
    return max(wanted, 3 - math.floor(math.log10(abs(value))))


def sensible_decimals(value: float) -> int:
    """As many as the figure has where it is short; else about four significant digits."""
    text = f"{value:.{_DUST}g}"
    if _is_at_hand(text):
        return len(text) - 1 - text.find(".") if "." in text else 0
    whole, _, part = text.partition(".")
    if not (whole.removeprefix("-") + part).isdigit():  # very large, very small or none: there are few of those
        own = own_decimals(value)
        return own if is_short(value) else min(own, coarse_decimals(value))
    digits = len(text.strip("-0.")) - ("." in text.strip("-0."))
    return len(part) if digits <= _SHORT else min(len(part), coarse_decimals(value))


def coarse(*values: float) -> tuple[float, ...]:
    """Computed figures to about four significant digits, unless some could not be told apart any more."""
    rounded = tuple(round(each, coarse_decimals(each)) for each in values)
    return rounded if len(set(rounded)) == len(set(values)) else values
