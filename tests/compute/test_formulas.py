"""Formulas: what the language computes, and how each mistake is told."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bsc_site.compute.formulas.evaluate import NoResultError, value_of
from bsc_site.model.formula_grammar.parse import parse
from bsc_site.model.formula_grammar.tokens import FormulaError
from bsc_site.model.problem import Finding
from bsc_site.model.series import FromFormula
from bsc_site.wording.problems.finding_text import finding_message
from tests.builders.small_projects import built, figures_of, kpi, project, readings

FIGURES = {"a": 6.0, "b": 4.0, "a-b": 100.0, "repeat-rate": 30.0, "2nd-visit": 7.0, "zero": 0.0, "min": 9.0}
NAMES = frozenset(FIGURES)


@pytest.mark.parametrize(
    ("text", "result"),
    [
        ("a + b * 2", 14),
        ("(a + b) * 2", 20),
        ("a - b", 2),
        ("a-b", 100),
        ("repeat-rate / 2nd-visit * 7", 30),
        ("-2 ** 2", -4),
        ("2 ** 3 ** 2", 512),
        ("2 ** -1", 0.5),
        ("7 % 4", 3),
        ("1e3 + .5", 1000.5),
        ("min(a, b, 3)", 3),
        ("max(a)", 6),
        ("abs(-a)", 6),
        ("round(2.345, 1)", 2.3),
        ("sqrt(16)", 4),
        ("if(zero == 0, 1, a / zero)", 1),
        ("a > b and not b > a", 1),
        ("a < b or b = 4", 1),
        ("0.1 + 0.2 == 0.3", 1),
        ("coalesce(a, b)", 6),
        ("min + 1", 10),
    ],
)
def test_arithmetic_follows_the_usual_precedence_and_the_longest_id_wins(text: str, result: float) -> None:
    assert value_of(parse(text, NAMES), FIGURES) == pytest.approx(result)


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("a +", "the formula ends at position 4 where a figure is missing"),
        ("", "the formula ends at position 1 where a figure is missing"),
        ("a b", "'b' at position 3 does not belong there"),
        ("(a", "')' is missing at position 3, where the end stands"),
        ("sqrt(a b)", "')' is missing at position 8, where 'b' stands"),
        ("round(a, b, 2)", "round at position 1 takes 1 to 2 figures, not 3"),
        ("* a", "a figure is missing at position 1, where '*' stands"),
        ("a.__class__", "'.' at position 2 is not allowed in a formula"),
        ("a[0]", "'[' at position 2 is not allowed in a formula"),
        ("'a'", "''' at position 1 is not allowed in a formula"),
        ("__import__(a)", "'__import__' at position 1 is not known"),
        ("repeat-rte", "'repeat-rte' at position 1 is not known; did you mean 'repeat-rate'?"),
        ("a-zero", "'a-zero' at position 1 is not known; for a minus, write blanks: a - zero"),
        ("sqrt(a, b)", "sqrt at position 1 takes 1 figures, not 2"),
        ("1e999 * a", "the number at position 1 is too large"),
        ("1 < a < 2", "join two comparisons with 'and' at position 7"),
        ("(" * 200 + "a" + ")" * 200, "the formula is nested more than 100 operations deep"),
        ("-" * 500 + "a", "the formula is nested more than 100 operations deep"),
        ("+".join("a" * 500), "the formula is nested more than 100 operations deep"),
        ("a" * 3000, "the formula has 3,000 characters; 2,000 are allowed"),
    ],
)
def test_a_formula_that_cannot_be_read_says_where(text: str, message: str) -> None:
    with pytest.raises(FormulaError) as error:
        parse(text, NAMES)
    assert finding_message(Finding("kpi/k", "formula", "BSC401", error.value.sentence, error.value.figures)) == message


@pytest.mark.parametrize(
    "text", ["a / zero", "a % zero", "zero ** -1", "9 ** 9 ** 9 ** 9", "1e308 * 10", "sqrt(-1)", "(-8) ** 0.5"]
)
def test_a_result_that_is_no_number_is_refused(text: str) -> None:
    with pytest.raises(NoResultError):
        value_of(parse(text, NAMES), FIGURES)


@given(st.text(alphabet="ab-+*/%()., 0123456789<>=minsqrtif", max_size=60))
def test_no_text_can_break_the_evaluator(text: str) -> None:
    try:
        result = value_of(parse(text, NAMES), FIGURES)
    except (FormulaError, NoResultError):
        return
    assert abs(result) < float("inf")


def findings(*kpis: dict[str, Any]) -> list[tuple[str, str]]:
    """Element and code of each finding."""
    return [(each.element, each.code) for each in found(*kpis)]


def found(*kpis: dict[str, Any]) -> tuple[Finding, ...]:
    """The findings of a project without figures."""
    return built(project(*kpis)).findings


def test_a_circle_is_told_once_with_its_whole_chain() -> None:
    kpis = [
        kpi(id="a", formula="b + 1"),
        kpi(id="b", formula="c * 2"),
        kpi(id="c", formula="a"),
        kpi(id="d", formula="a"),
    ]
    (finding,) = found(*kpis)
    assert (finding.element, finding.code) == ("kpi/a", "BSC403")
    assert finding_message(finding) == "the formula leads back to itself: a → b → c → a"


@pytest.mark.parametrize(
    ("condition", "message"),
    [
        ("worth > 1", "'worth' at position 1 is not known"),
        ("targt > 1", "'targt' at position 1 is not known; did you mean 'target'?"),
        ("value-x > 1", "'value-x' at position 1 is not known; for a minus, write blanks: value - x"),
    ],
)
def test_a_name_that_a_rule_does_not_know_is_told_with_those_that_it_may_name(condition: str, message: str) -> None:
    (finding,) = found(kpi(id="a", scoring={"method": "rules", "rules": [{"when": condition, "status": "on_track"}]}))
    may = "a rule may name baseline, previous, red_flag, target, value"
    assert (finding.code, finding_message(finding)) == ("BSC402", f"{message}; {may}")


def test_a_formula_of_itself_is_a_circle() -> None:
    assert findings(kpi(id="a", formula="a + 1")) == [("kpi/a", "BSC403")]


def test_each_mistake_in_a_formula_has_its_rule() -> None:
    kpis = [
        kpi(id="q", frequency="quarterly"),
        kpi(id="a", formula="q +"),
        kpi(id="b", formula="qq * 2"),
        kpi(id="c", formula="q * 2"),
        kpi(id="d", formula="1 + 1"),
        kpi(id="e", scoring={"method": "rules", "rules": [{"when": "worth > 1", "status": "on_track"}]}),
    ]
    assert findings(*kpis) == [
        ("kpi/a", "BSC401"),
        ("kpi/b", "BSC402"),
        ("kpi/c", "BSC404"),
        ("kpi/d", "BSC408"),
        ("kpi/e", "BSC402"),
    ]


def test_a_formula_is_computed_where_all_its_kpis_have_a_value() -> None:
    one = project(kpi(id="a"), kpi(id="b"), kpi(id="f", formula="a / b * 100"))
    result = built(one, readings("a", {"2025-01": 1, "2025-02": 3}), readings("b", {"2025-02": 4, "2025-03": 5}))
    assert figures_of(result.series["f"]) == {"2025-02": 75}
    assert result.series["f"].origin == FromFormula("a / b * 100")


def test_a_division_by_zero_costs_one_period_and_one_finding() -> None:
    one = project(kpi(id="a"), kpi(id="b"), kpi(id="f", formula="a / b"))
    result = built(one, readings("a", {"2025-01": 1, "2025-02": 3}), readings("b", {"2025-01": 0, "2025-02": 4}))
    assert figures_of(result.series["f"]) == {"2025-02": 0.75}
    assert [(each.code, finding_message(each)) for each in result.findings] == [
        ("BSC405", "the formula divides by zero in Jan 2025; no value there"),
    ]


def test_finer_kpis_are_aggregated_by_their_own_rule_before_the_formula() -> None:
    one = project(
        kpi(id="orders", aggregate="sum"),
        kpi(id="staff", aggregate="mean"),
        kpi(id="each", formula="orders / staff", frequency="quarterly"),
    )
    result = built(
        one,
        readings("orders", {"2025-01": 10, "2025-02": 20, "2025-03": 30}),
        readings("staff", {"2025-01": 2, "2025-02": 3, "2025-03": 4}),
    )
    assert figures_of(result.series["each"]) == {"2025-Q1": 20}


def test_a_chain_of_five_hundred_formulas_is_computed() -> None:
    chain = [kpi(id="k0"), *(kpi(id=f"k{step}", formula=f"k{step - 1} + 1") for step in range(1, 500))]
    result = built(project(*reversed(chain)), readings("k0", {"2025-01": 1}))
    assert figures_of(result.series["k499"]) == {"2025-01": 500}


def test_a_formula_is_complete_only_when_all_its_kpis_are() -> None:
    one = project(kpi(id="a", aggregate="sum"), kpi(id="b"), kpi(id="f", formula="a + b"))
    daily = readings("a", {"2025-11-29": 1, "2025-12-30": 1}, covers_to="2025-12-30")
    result = built(one, daily, readings("b", {"2025-11": 1, "2025-12": 1}))
    assert [each.complete for each in result.series["f"].observations] == [True, False]
