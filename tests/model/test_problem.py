"""Problems come in one order, each once."""
# the names of tests are sentences

from __future__ import annotations

import pytest

from bsc_site.model.problem import Place, Problem, Severity, in_order
from bsc_site.model.rules import RULES
from bsc_site.model.rules.formulas import ABOUT_MISSING_KPIS


def _problem(line: int, severity: Severity = Severity.WARNING) -> Problem:
    return Problem(Place("scorecard/a.yml", line, 1), "BSC012", severity, "", "odd")


def test_they_are_sorted_by_line_and_told_once() -> None:
    assert in_order([_problem(9), _problem(2), _problem(9)], strict=False) == (_problem(2), _problem(9))


@pytest.mark.parametrize("severity", Severity)
def test_only_a_warning_becomes_an_error_where_strictness_is_asked_for(severity: Severity) -> None:
    expected = Severity.ERROR if severity is Severity.WARNING else severity
    assert [each.severity for each in in_order([_problem(1, severity)], strict=True)] == [expected]


def test_the_rules_about_missing_kpis_exist() -> None:
    assert RULES.keys() >= ABOUT_MISSING_KPIS
