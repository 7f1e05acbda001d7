"""Arithmetic over the columns of a row: names as they stand in the table, results as those of a KPI's formula."""

from __future__ import annotations

import math

import numpy as np
import pytest

from bsc_site.compute.formulas.evaluate import NoResultError, value_of
from bsc_site.load.arithmetic.column_tokens import ColumnTokens
from bsc_site.load.arithmetic.row_evaluation import RowFigures, row_figures
from bsc_site.load.tables.headings import HeadingError
from bsc_site.model.formula_grammar.parse import FormulaNode, tree_of
from bsc_site.model.formula_grammar.tokens import FormulaError
from bsc_site.model.sentences.figure_sentences import TWO_READINGS

HEADINGS = (
    *("Quantity", "Price", "Unit price", "Price - Discount", "Discount"),
    *("2024", "Non-paid", "Sum of (EUR)", "max"),
)
NAN = math.nan


def _tree(text: str) -> FormulaNode:
    return tree_of(ColumnTokens(HEADINGS).of(text))


def _result(text: str, **columns: list[float]) -> RowFigures:
    figures = {name.replace("_", " "): np.array(each, np.float64) for name, each in columns.items()}
    return row_figures(_tree(text), figures, len(next(iter(figures.values()))))


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Quantity * Price", {"Quantity", "Price"}),
        ("quantity*price", {"Quantity", "Price"}),
        ("Quantity * `Unit price`", {"Quantity", "Unit price"}),
        ('Quantity * "Unit price"', {"Quantity", "Unit price"}),
        ("Quantity * Unit  price", {"Quantity", "Unit price"}),
        ("`Price - Discount` * 2", {"Price - Discount"}),
        ("`Price` - `Discount`", {"Price", "Discount"}),
        ("`2024` - 2023", {"2024"}),
        ("Non-paid / Quantity", {"Non-paid", "Quantity"}),
        ("Sum of (EUR) * 2", {"Sum of (EUR)"}),
        ("max(max, 0)", {"max"}),
        ("coalesce(Discount, 0)", {"Discount"}),
        ("Quantity-Discount", {"Quantity", "Discount"}),
    ],
)
def test_columns_are_named_as_they_stand_in_the_table(text: str, names: set[str]) -> None:
    assert _tree(text).names == names


@pytest.mark.parametrize(("text", "what"), [("Price - Discount * 2", "Price - Discount"), ("2024 * 2", "2024")])
def test_what_is_a_column_and_arithmetic_too_asks_for_backticks(text: str, what: str) -> None:
    with pytest.raises(FormulaError) as error:
        _tree(text)
    assert error.value.sentence == TWO_READINGS
    assert dict(error.value.figures)["text"] == what


def test_an_unknown_name_is_told_with_the_nearest_column() -> None:
    with pytest.raises(HeadingError, match="there is no column 'Pricee'; did you mean 'Price'"):
        _tree("Quantity * Pricee")
    with pytest.raises(HeadingError, match="there is no column 'Unit prize'; did you mean 'Unit price'"):
        _tree("Quantity * `Unit prize`")


@pytest.mark.parametrize(
    "text", ["Quantity * `Unit price", "Quantity *", "Quantity Price", "Quantity & 2", "min()", ""]
)
def test_what_is_no_arithmetic_is_refused(text: str) -> None:
    with pytest.raises(FormulaError):
        _tree(text)


def test_an_empty_operand_gives_no_figure_and_coalesce_says_what_it_means() -> None:
    assert np.array_equal(_result("Quantity * Price", Quantity=[2, NAN], Price=[3, 4]).values, [6, NAN], equal_nan=True)
    assert _result("Quantity * coalesce(Price, 1)", Quantity=[2, 5], Price=[3, NAN]).values.tolist() == [6, 5]


def test_a_zero_divisor_is_marked_only_where_it_is_asked_for() -> None:
    plain = _result("Quantity / Price", Quantity=[6, 6, NAN], Price=[3, 0, 0])
    assert plain.zero_divisor.tolist() == [False, True, False]
    asked = _result("if(Price == 0, 0, Quantity / Price)", Quantity=[6, 6], Price=[3, 0])
    assert asked.values.tolist() == [2, 0]
    assert not asked.zero_divisor.any()


def test_rows_come_out_as_a_formula_of_kpis_does() -> None:
    """The same tree, whether it is evaluated for columns or for one figure each."""
    chance = np.random.default_rng(7)
    known = {"Quantity": [0.0, 1.0, -2.5, NAN], "Price": [2.0, 0.0, 2.675, NAN, 1e300], "Discount": [0.5, 3.0, NAN]}
    for _ in range(400):
        tree = _tree(_formula(chance, 3))
        rows = [{name: float(chance.choice(each)) for name, each in known.items()} for _ in range(8)]
        figures = {name: np.array([row[name] for row in rows]) for name in known}
        found = row_figures(tree, figures, len(rows))
        for place, row in enumerate(rows):
            assert _alone(tree, row) == _at(found, place), (tree, row)


def _formula(chance: np.random.Generator, depth: int) -> str:
    if depth == 0 or chance.random() < 0.15:
        return str(chance.choice(["`Quantity`", "`Price`", "`Discount`", "2", "0", "0.1"]))
    one, two, three = (_formula(chance, depth - 1) for _ in range(3))
    shapes = [
        *(f"({one} {sign} {two})" for sign in ("+", "-", "*", "/", "%", "<", ">=", "==", "!=", "and", "or")),
        *(f"min({one}, {two})", f"max({one}, {two}, {three})", f"abs({one})", f"round({one}, 2)"),
        *(f"-{one}", f"(not {one})", f"if({one} > {two}, {two}, {three})", f"coalesce({one}, {two})"),
    ]
    return str(chance.choice(shapes))


def _alone(tree: FormulaNode, row: dict[str, float]) -> float | None:
    try:
        return round(value_of(tree, {name: value for name, value in row.items() if not math.isnan(value)}), 9) + 0.0
    except NoResultError:
        return None


def _at(found: RowFigures, place: int) -> float | None:
    value = float(found.values[place])
    return None if math.isnan(value) else round(value, 9) + 0.0
