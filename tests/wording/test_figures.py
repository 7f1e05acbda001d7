"""Figures are written for readers, in one way everywhere."""

from __future__ import annotations

from datetime import date
from gettext import NullTranslations

import pytest
from babel import Locale
from hypothesis import given
from hypothesis import strategies as st

from bsc_site.model.calculation.significant_digits import sensible_decimals
from bsc_site.model.period import parse_period, period_of
from bsc_site.wording.figures import (
    date_text,
    difference_unit,
    number_text,
    period_text,
    quantity_text,
    range_text,
    share_text,
    texts_apart,
)
from bsc_site.wording.language import Language, say_count, speaking


@pytest.mark.parametrize(
    ("value", "unit", "text"),
    [
        (41.2, "%", "41.2 %"),
        (1234.0, "EUR", "€ 1,234"),
        (6.375, "EUR", "€ 6.38"),
        (0.01234, "EUR", "€ 0.01234"),
        (1234.0, "INR", "₹ 1,234"),
        (1234.0, "CHF", "CHF 1,234"),
        (12.0, "FTE", "12 FTE"),
        (-0.5, "points", "−0.5 points"),
        (-0.0, "points", "0 points"),
        (99.996, "%", "99.996 %"),
        (99.99999996, "%", "99.99999996 %"),
        (99.99999999999999, "%", "100 %"),
        (100 / 3, "%", "33.33 %"),
        (3.1e-6, "", "0.0000031"),
        (1 / 3e6, "", "0.0000003333"),
        (1234567890123.0, "IDR", "IDR 1,234,567,890,123"),
        (12.0, "count", "12"),
        (1.0, "yes/no", "Yes"),
        (None, "%", "—"),
    ],
)
def test_a_value_carries_its_unit(value: float | None, unit: str, text: str) -> None:
    """Money has no more than two decimals, unless it is less than one."""
    assert quantity_text(value, unit) == text


@given(st.floats(0, 1200), st.integers(0, 14))
def test_a_figure_as_it_was_written_has_its_own_decimals(figure: float, digits: int) -> None:
    """Short ones are told as they are, without being counted again; it comes to the same."""
    value = round(figure, digits)
    text = f"{value:,.{sensible_decimals(value)}f}"
    assert number_text(value) == (text.rstrip("0").rstrip(".") if "." in text else text)


def test_nothing_and_everything_are_said_of_nothing_and_everything_only() -> None:
    """However few decimals a share has."""
    texts = [quantity_text(value, "%", 1) for value in (0, 0.04, 0.06, 99.94, 99.96, 100)]
    assert texts == ["0.0 %", "0.04 %", "0.1 %", "99.9 %", "99.96 %", "100.0 %"]


def test_nothing_is_never_below_zero() -> None:
    assert [number_text(-0.001, 2), number_text(-0.0), number_text(-0.4, 0)] == ["0.00", "0", "0"]


def test_two_figures_have_the_decimals_that_tell_them_apart() -> None:
    assert texts_apart(1234567.8912, 1234567.8913) == ("1,234,567.8912", "1,234,567.8913")
    assert texts_apart(41.26, 41.31, "EUR", 0) == ("€ 41.26", "€ 41.31")
    assert texts_apart(5, 5, "%") == ("5 %", "5 %")


def test_a_range_has_its_unit_once() -> None:
    assert [range_text(20, 40, unit) for unit in ("%", "EUR", "days", "count")] == [
        "20 to 40 %",
        "€ 20 to 40",
        "20 to 40 days",
        "20 to 40",
    ]


@pytest.mark.parametrize(
    ("low", "high", "expected"),
    [(1, 3, "1 to 3 points"), (-1, 1, "−1 to 1 point"), (0, 1, "0 to 1 point"), (-3, -1, "−3 to −1 point")],
)
def test_a_range_of_points_says_its_unit_once(low: float, high: float, expected: str) -> None:
    """In the form of its end, whatever the form of its beginning is."""
    assert range_text(low, high, "points") == expected


@pytest.mark.parametrize(
    ("text", "starts", "first", "last"),
    [
        ("2025", 1, "2025-01-01", "2025-12-31"),
        ("FY2025", 4, "2024-04-01", "2025-03-31"),
        ("FY2025-Q3", 4, "2024-10-01", "2024-12-31"),
        ("2025-H2", 1, "2025-07-01", "2025-12-31"),
        ("2025-W07", 1, "2025-02-10", "2025-02-16"),
        ("2024-02", 1, "2024-02-01", "2024-02-29"),
    ],
)
def test_a_period_has_a_first_and_a_last_day(text: str, starts: int, first: str, last: str) -> None:
    """And is found again by each of them."""
    period = parse_period(text, starts)
    assert (period.start.isoformat(), period.end.isoformat(), str(period)) == (first, last, text)
    assert {period_of(day, period.frequency, starts) for day in (period.start, period.end)} == {period}


def test_another_language_has_signs_and_months_of_its_own() -> None:
    with speaking(Language("de", Locale("de"), NullTranslations())):
        assert quantity_text(1234.5, "EUR", 2) == "1.234,50 €"
        assert (number_text(1234.5, 1), date_text(date(2025, 3, 5)), period_text(parse_period("2025-12", 1))) == (
            "1.234,5",
            "5 März 2025",
            "Dez. 2025",
        )
        assert say_count("{count} KPI", "{count} KPIs", 1234) == "1.234 KPIs"
    assert number_text(1234.5, 1) == "1,234.5"


@pytest.mark.parametrize(
    ("code", "figures"),
    [
        ("de", ("1.084 €", "−5 €", "12 CHF", "62 %", "20 to 40 €")),
        ("de_AT", ("€ 1.084", "€ −5", "CHF 12", "62 %", "€ 20 to 40")),
        ("fr", ("1\u202f084 €", "−5 €", "12 CHF", "62 %", "20 to 40 €")),
        ("es", ("1.084 €", "−5 €", "12 CHF", "62 %", "20 to 40 €")),
        ("ja", ("€1,084", "−€5", "CHF 12", "62%", "€20 to 40")),
        ("tr", ("€1.084", "−€5", "CHF 12", "%62", "€20 to 40")),
        ("nl", ("€ 1.084", "€ −5", "CHF 12", "62%", "€ 20 to 40")),
    ],
)
def test_a_sign_stands_where_the_language_has_it(code: str, figures: tuple[str, ...]) -> None:
    """By CLDR, before or behind, with a blank or without; a minus stands before a sign without one."""
    with speaking(Language(code, Locale.parse(code), NullTranslations())):
        owed = [quantity_text(*each) for each in ((1084.0, "EUR"), (-5.0, "EUR"), (12.0, "CHF"), (62.0, "%"))]
        assert (*owed, range_text(20, 40, "EUR")) == figures
        assert share_text(0.62) == figures[3]


@pytest.mark.parametrize(
    ("value", "decimals", "text"),
    [(1, 0, "1 point"), (-1, 0, "−1 point"), (1, 1, "1.0 points"), (0.6, 0, "1 point"), (2, 0, "2 points")],
)
def test_a_difference_of_one_is_one_point(value: float, decimals: int, text: str) -> None:
    assert quantity_text(value, difference_unit("%"), decimals) == text
