"""Figures that are no whole numbers are added by `exact_sum`, which every Python does alike."""

from __future__ import annotations

import math
from fractions import Fraction

from hypothesis import given
from hypothesis import strategies as st

from bsc_site.model.calculation.exact_sum import exact_sum

_FINITE = st.floats(allow_nan=False, allow_infinity=False)


@given(st.lists(_FINITE, max_size=30))
def test_a_sum_is_rounded_once_and_infinite_where_no_float_holds_it(figures: list[float]) -> None:
    whole = sum(map(Fraction, figures), Fraction())
    try:
        expected = float(whole)
    except OverflowError:
        expected = math.inf if whole > 0 else -math.inf
    found = exact_sum(figures)
    assert found == expected or (math.isinf(found) and abs(expected) > 1.7e308)
    assert exact_sum(reversed(figures)) == found


def test_widths_of_letters_add_up_as_they_would_exactly() -> None:
    """Python 3.11 and 3.12 came to different tenths of a unit."""
    assert exact_sum([0.1] * 10) == 1
    assert exact_sum([1e308, 1e308, -1e308]) == 1e308
    assert exact_sum([1e308, 1e308]) == math.inf
