"""How tables write figures, and what is read from it."""

from __future__ import annotations

import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bsc_site.load.figures.numbers import FigureError, NumberReader

PLAIN = NumberReader()
GROUPED = NumberReader(thousands=",")
GERMAN = NumberReader(decimal=",")
GERMAN_GROUPED = NumberReader(decimal=",", thousands=".")

READ = (
    (PLAIN, "41.2", 41.2),
    (PLAIN, " 41.2% ", 41.2),
    (PLAIN, "-3", -3.0),
    (PLAIN, "−3", -3.0),
    (PLAIN, "+3", 3.0),
    (PLAIN, ".5", 0.5),
    (PLAIN, "1e3", 1000.0),
    (PLAIN, "(12)", -12.0),
    (PLAIN, "€ 1,234.50", 1234.5),
    (PLAIN, "-€12", -12.0),
    (PLAIN, "1,234,567", 1234567.0),
    (PLAIN, "EUR 12.50", 12.5),
    (PLAIN, "12.50 GBP", 12.5),
    (PLAIN, "$(12)", -12.0),
    (PLAIN, "12\u00a0%", 12.0),
    (PLAIN, 7, 7.0),
    (PLAIN, "", None),
    (PLAIN, " \u00a0", None),
    (PLAIN, None, None),
    (GROUPED, "1,234", 1234.0),
    (GROUPED, "€ 1,234.50", 1234.5),
    (GROUPED, "(1,234)", -1234.0),
    (GROUPED, "1234", 1234.0),
    (NumberReader(thousands=" "), "1\u00a0234\u202f567.5", 1234567.5),
    (NumberReader(thousands="'"), "1’234", 1234.0),
    (GERMAN, "41,2", 41.2),
    (GERMAN, "1.234,5", 1234.5),
    (GERMAN, "1.234.567", 1234567.0),
    (GERMAN_GROUPED, "1.234", 1234.0),
    (GERMAN_GROUPED, "1.234,5 €", 1234.5),
    (NumberReader(missing=frozenset({"n/a", "-"})), " n/a ", None),
    (NumberReader(missing=frozenset({"-999"})), -999, None),
    (NumberReader(yes_no=True), "Yes", 1.0),
    (NumberReader(yes_no=True), "FALSE", 0.0),
    (NumberReader(yes_no=True), True, 1.0),
    (NumberReader(states={"green": 100.0, "amber": 50.0}), " Amber ", 50.0),
)
REFUSED = (
    (PLAIN, "1,234", '\'1,234\' can be read in two ways; declare `thousands: ","` or `decimal: ","`'),
    (GERMAN, "1.234", '\'1.234\' can be read in two ways; declare `thousands: "."` or `decimal: "."`'),
    (PLAIN, "12,5", "'12,5' has another decimal mark; declare `decimal: \",\"`"),
    (PLAIN, "1 234", "'1 234' is grouped; declare `thousands: \" \"`"),
    (PLAIN, "n/a", "'n/a' is not a number; if it means no value, declare `missing: [\"n/a\"]`"),
    (PLAIN, "NaN", "'NaN' is not a number; if it means no value, declare `missing: [\"NaN\"]`"),
    (PLAIN, "inf", "'inf' is not a number; if it means no value, declare `missing: [\"inf\"]`"),
    (PLAIN, "1e999", "'1e999' is too large for a number"),
    (PLAIN, "12 apples", "'12 apples' is not a number"),
    (PLAIN, "1_000", "'1_000' is not a number"),
    (PLAIN, "12:30", "'12:30' is not a number"),
    (PLAIN, "(-3)", "'(-3)' is not a number"),
    (PLAIN, "--3", "'--3' is not a number"),
    (PLAIN, True, "'true' is not a number"),
    (PLAIN, 10**400, f"'1{'0' * 39}…' is not a number"),
    (PLAIN, math.inf, "'inf' is not a number"),
    (GROUPED, "12,34", "'12,34' has another decimal mark; declare `decimal: \",\"`"),
    (NumberReader(states={"green": 100.0, "amber": 50.0}), "red", "'red' is none of the states green, amber"),
)


@pytest.mark.parametrize(("reader", "cell", "expected"), READ)
def test_a_figure_is_read_as_declared(reader: NumberReader, cell: str | float | None, expected: float | None) -> None:
    assert reader.read(cell) == expected


@pytest.mark.parametrize(("reader", "cell", "message"), REFUSED)
def test_a_cell_that_is_no_figure_says_what_to_do(reader: NumberReader, cell: str | float, message: str) -> None:
    with pytest.raises(FigureError) as refusal:
        reader.read(cell)
    assert str(refusal.value) == message


@given(st.floats(allow_nan=False, allow_infinity=False))
def test_every_number_is_read_back_from_its_text(number: float) -> None:
    assert PLAIN.read(repr(number)) == number


@given(st.text(), st.sampled_from([PLAIN, GROUPED, GERMAN, GERMAN_GROUPED, NumberReader(yes_no=True)]))
def test_any_text_is_a_finite_number_nothing_or_refused(text: str, reader: NumberReader) -> None:
    try:
        value = reader.read(text)
    except FigureError:
        return
    assert value is None or math.isfinite(value)
