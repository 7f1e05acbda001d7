"""How tables write figures, and what is read from it."""

from __future__ import annotations

import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bsc_site.load.figures.digits import product
from bsc_site.load.figures.numbers import FigureError, NumberReader
from bsc_site.load.figures.spelling import ColumnSpelling, Spellings, WrittenFigure

PLAIN = NumberReader()
POINTED = NumberReader(decimal=".")
GROUPED = NumberReader(thousands=",")
GERMAN = NumberReader(decimal=",")
GERMAN_GROUPED = NumberReader(decimal=",", thousands=".")


def column_of(reader: NumberReader) -> ColumnSpelling:
    """A column of which no cell is known yet."""
    return Spellings().of("data.csv", 0, reader.decimal, reader.thousands)


def read(reader: NumberReader, *cells: str | float | None) -> list[float | None]:
    """The figures of one column once all of them are known; None too where its cells leave two meanings."""
    column = column_of(reader)
    figures = [reader.read(cell, column) for cell in cells]
    return [each.settled if isinstance(each, WrittenFigure) else each for each in figures]


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
    (PLAIN, "12,5", 12.5),
    (PLAIN, "0,123", 0.123),
    (PLAIN, "1 234", 1234.0),
    (PLAIN, "1 234,567", 1234.567),
    (PLAIN, "1'234.5", 1234.5),
    (PLAIN, "12,34,567.5", 1234567.5),
    (PLAIN, "1,23,456", 123456.0),
    (PLAIN, "87.50-", -87.5),
    (PLAIN, "- 12.5", -12.5),
    (PLAIN, "£(1,234.5)", -1234.5),
    (PLAIN, "12,--", 12.0),
    (PLAIN, "CHF 12.-", 12.0),
    (PLAIN, "2.7 MIO", 2.7e6),
    (PLAIN, "2,7 Mio. €", 2.7e6),
    (PLAIN, "450 Tsd.", 450e3),
    (PLAIN, "1.5 Mrd", 1.5e9),
    (PLAIN, "3.25 MLN", 3.25e6),
    (PLAIN, "$2.5M", 2.5e6),
    (PLAIN, "€2.5m", 2.5e6),
    (PLAIN, "12.5 TEUR", 12500.0),
    (PLAIN, "T€ 12.5", 12500.0),
    (PLAIN, "640k", 640e3),
    (PLAIN, "4.5bn", 4.5e9),
    (PLAIN, "3.5 lakh", 350e3),
    (PLAIN, "17 percent", 17.0),
    (PLAIN, "17.5 (p)", 17.5),
    (PLAIN, "17.5²", 17.5),
    (PLAIN, "17.5*", 17.5),
    (PLAIN, "\uff11\uff12\uff0e\uff15", 12.5),
    (PLAIN, "\u0663\u066b\u0665", 3.5),
    (NumberReader(unit="days"), "12.5 days", 12.5),
    (NumberReader(unit="m"), "3.4 m", 3.4),
    (NumberReader(unit="Mio. EUR"), "3.4 Mio. EUR", 3.4),
    (NumberReader(unit="Mio. EUR"), "850 Tsd.", 0.85),
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
    (GERMAN, "1.234", 1234.0),
    (POINTED, "1.234", 1.234),
    (POINTED, "1,234", 1234.0),
    (NumberReader(thousands="."), "1.234", 1234.0),
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
    (PLAIN, "12 CR", "'12 CR' is not a number"),
    (PLAIN, "3.4m", "'3.4m' is not a number"),
    (PLAIN, "10-12", "'10-12' is not a number"),
    (PLAIN, "2 mil", "'2 mil' is not a number"),
    (PLAIN, "12 € 3", "'12 € 3' is not a number"),
    (PLAIN, "-", "'-' is not a number; if it means no value, declare `missing: [\"-\"]`; if it means 0, write 0"),
    (PLAIN, "#DIV/0!", "'#DIV/0!' is not a number; if it means no value, declare `missing: [\"#DIV/0!\"]`"),
    (PLAIN, "<5", "'<5' is not a number; if it means no value, declare `missing: [\"<5\"]`"),
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
    (
        GERMAN,
        "12.5",
        (
            "'12.5' has '.' before its decimals, but they begin with ',' as is declared; "
            "write all figures of a column alike"
        ),
    ),
    (GERMAN_GROUPED, "1 234", "'1 234' is not a number whose thousands have the mark '.' as declared"),
    (NumberReader(states={"green": 100.0, "amber": 50.0}), "red", "'red' is none of the states green, amber"),
)


@pytest.mark.parametrize(("reader", "cell", "expected"), READ)
def test_a_figure_is_read_as_declared(reader: NumberReader, cell: str | float | None, expected: float | None) -> None:
    assert read(reader, cell) == [expected]


@pytest.mark.parametrize(("reader", "cell", "message"), REFUSED)
def test_a_cell_that_is_no_figure_says_what_to_do(reader: NumberReader, cell: str | float, message: str) -> None:
    with pytest.raises(FigureError) as refusal:
        reader.read(cell, column_of(reader))
    assert str(refusal.value) == message


COLUMNS = (
    (("998", "1.012", "1.034,5"), [998, 1012, 1034.5]),
    (("1.012", "1.034", "1.1"), [1.012, 1.034, 1.1]),
    (("1,198", "12.5"), [1198, 12.5]),
    (("1,198", "12,34,567"), [1198, 1234567]),
    (("1.198", "0.998"), [1.198, 0.998]),
    (("1.198", "1.198.000"), [1198, 1198000]),
    (("998", "1.012", "1.034"), [998, None, None]),
    (("1,234", "1 300"), [None, 1300]),
)


@pytest.mark.parametrize(("cells", "expected"), COLUMNS)
def test_one_cell_of_a_column_tells_what_the_others_mean(cells: tuple[str, ...], expected: list[float | None]) -> None:
    assert read(PLAIN, *cells) == expected


def test_a_cell_that_contradicts_its_column_is_refused() -> None:
    with pytest.raises(FigureError, match="begin with ',' in '12,5' of the same column"):
        read(PLAIN, "12,5", "12.7")


def test_what_is_multiplied_is_multiplied_as_on_paper() -> None:
    assert product(0.07, 100) == 7
    assert product(41.2, 0.001) == 0.0412


@given(st.floats(allow_nan=False, allow_infinity=False))
def test_every_number_is_read_back_from_its_text(number: float) -> None:
    assert POINTED.read(repr(number), column_of(POINTED)) == number


@given(st.text(), st.sampled_from([PLAIN, GROUPED, GERMAN, GERMAN_GROUPED, NumberReader(yes_no=True)]))
def test_any_text_is_a_finite_number_nothing_or_refused(text: str, reader: NumberReader) -> None:
    try:
        value = reader.read(text, column_of(reader))
    except FigureError:
        return
    assert value is None or math.isfinite(value)
