"""Each rule about balance finds what it is about, says the number, and keeps quiet otherwise."""

from __future__ import annotations

from datetime import date

import pytest

from bsc_site.compute.health.checks import CHECKS
from bsc_site.model.problem import Severity
from bsc_site.model.rules import RULES, balance
from bsc_site.wording.problems.finding_text import finding_message
from tests.builders.snippets import found, kpis, objectives, result
from tests.health.cases import CASES, RuleCase, one_kpi, rows

EVERY_CASE = pytest.mark.parametrize("case", CASES, ids=[each.code for each in CASES])
MUST_BE_MENDED = {"BSC212", "BSC231", "BSC232", "BSC242", "BSC245", "BSC251", "BSC252", "BSC261"}


@EVERY_CASE
def test_a_scorecard_that_breaks_the_rule_is_told_where_and_by_how_much(case: RuleCase) -> None:
    """One finding, at the element, with its number."""
    assert [(each.element, finding_message(each)) for each in found(case.code, case.breaks)] == [
        (case.element, case.says)
    ]


@EVERY_CASE
def test_a_scorecard_that_keeps_the_rule_is_left_alone(case: RuleCase) -> None:
    """Nothing is found, although the rule looked."""
    assert found(case.code, case.keeps) == []


@EVERY_CASE
def test_a_rule_counts_what_it_looked_at(case: RuleCase) -> None:
    """The share of checks that passed is that of a real number of checks."""
    one = result(case.code, case.breaks)
    assert 0 <= one.passed < one.checked


def test_every_rule_has_a_check_and_a_case() -> None:
    """A code that is documented is looked into, and the other way round."""
    assert [each.code for each in balance.RULES] == [each.code for each in CHECKS]
    assert {each.code for each in CASES} | {"BSC273"} == {each.code for each in balance.RULES}


def test_what_readers_suffer_from_is_a_warning_and_a_matter_of_judgement_a_note() -> None:
    """No owner, KPI or target, stale figures, averaged percentages, work for nothing."""
    assert {each.code for each in balance.RULES if each.severity is Severity.WARNING} == MUST_BE_MENDED
    assert {each.severity for each in balance.RULES} == {Severity.WARNING, Severity.NOTE}


@pytest.mark.parametrize("code", [each.code for each in balance.RULES])
def test_every_rule_says_why_how_to_mend_it_and_where_it_comes_from(code: str) -> None:
    """Sentences, and a title without a full stop."""
    rule = RULES[code]
    assert (rule.title[-1] != ".", rule.meaning[-1] in ".)", rule.mend[-1] in ".)?", rule.source[-1]) == (
        True,
        True,
        True,
        ".",
    )


def test_a_scorecard_is_old_after_a_year() -> None:
    """365 days are a year; 366 are more."""
    old, young = date(2024, 12, 30), date(2024, 12, 31)
    assert [finding_message(each) for each in found("BSC273", "description: x", changed=old)] == [
        "its files last changed on 30 Dec 2024, 366 days ago"
    ]
    assert found("BSC273", "description: x", changed=young) == []
    assert found("BSC273", "description: x") == []


def test_a_link_within_a_row_leads_neither_up_nor_down() -> None:
    """One objective of a row may well help another."""
    assert found("BSC204", rows("{id: a, name: A, drives: [b]}, {id: b, name: B}")) == []


def test_with_two_rows_every_link_between_them_touches_the_top_one() -> None:
    """There is no middle that could be linked."""
    assert (
        found("BSC207", rows("{id: a, name: A}", "{id: b, name: B, drives: [a]}, {id: c, name: C, drives: [a]}")) == []
    )


def test_a_map_without_any_link_is_told_once() -> None:
    """One line instead of one for each objective."""
    assert [finding_message(each) for each in found("BSC203", objectives(15))] == [
        "none of the 15 objectives is linked to another one"
    ]


def test_several_circles_are_told_one_by_one() -> None:
    """Each at its first objective."""
    ways = {"a": "b", "b": "a, c", "c": "d", "d": "c"}
    content = ", ".join(f"{{id: {each}, name: N, drives: [{to}]}}" for each, to in ways.items())
    assert [each.element for each in found("BSC205", rows(content))] == ["objective/c/a", "objective/c/c"]


@pytest.mark.slow
def test_a_long_chain_of_links_is_no_circle() -> None:
    """Five thousand objectives in a row do not exhaust anything."""
    entries = "".join(f"      - {{id: o{each}, name: O, drives: [o{each + 1}]}}\n" for each in range(5000))
    snippet = f"perspectives:\n  - id: p\n    name: P\n    objectives:\n{entries}      - {{id: o5000, name: O}}\n"
    assert found("BSC205", snippet) == []


def test_a_row_without_leading_kpi_is_told_instead_of_its_objectives() -> None:
    """The same lack is told once."""
    snippet = rows("{id: a, name: A, kpis: [k0]}, {id: b, name: B, kpis: [k1]}") + kpis(2)
    assert (len(found("BSC214", snippet)), len(found("BSC215", snippet))) == (1, 0)


def test_a_second_scorecard_or_a_review_means_that_it_is_not_the_first_one() -> None:
    """A pilot is only suggested in the beginning."""
    assert found("BSC217", kpis(11), "description: below") == []
    assert found("BSC217", kpis(11) + "reviews: [{period: 2025-06, on: kpi/k1, analysis: x}]\n") == []
    assert found("BSC217", kpis(10)) == []


def test_a_kpi_that_is_only_watched_needs_no_target() -> None:
    """`direction: none` says so; yes/no KPIs, bands and pace do without."""
    for keys in ("direction: none", "unit: yes/no", "scoring: pace", "direction: band, scoring: {low: 1, high: 2}"):
        assert found("BSC231", one_kpi(keys)) == []


def test_targets_that_come_with_the_data_are_targets() -> None:
    """They lie neither in the past nor ahead."""
    figures = "figures: {k: {2025-11: {value: 5, target: 4}, 2025-12: {value: 5, target: 4}}}"
    assert found("BSC231", one_kpi("unit: count", figures)) == []
    assert found("BSC232", one_kpi("targets: [{period: 2024-12, value: 5}]", figures)) == []


def test_a_kpi_without_any_figure_is_not_called_stale() -> None:
    """Another rule says that there are none."""
    assert found("BSC242", one_kpi("unit: count")) == []


def test_a_kpi_belongs_to_the_scorecard_that_declares_it() -> None:
    """It is not told again where a scorecard below lists it."""
    below = "parent: c\n" + rows("{id: o, name: O, kpis: [k]}")
    assert [each.element for each in found("BSC251", one_kpi("unit: count"), below)] == ["kpi/k"]


def test_too_few_periods_say_nothing_about_a_status_that_never_changed() -> None:
    """Eleven are too few."""
    figures = ", ".join(["11"] * 11)
    assert found("BSC233", one_kpi("targets: [{period: 2026-12, value: 10}]", f"figures: {{k: [{figures}]}}")) == []


def test_a_measured_ratio_is_not_an_averaged_one() -> None:
    """Numerator and denominator are added up first."""
    source = "{file: x.csv, period: p, numerator: a, denominator: b}"
    assert found("BSC245", one_kpi(f'unit: "%", source: {source}, frequency: quarterly')) == []


def test_any_ratio_must_not_be_averaged() -> None:
    """Not only percentages: numerator and denominator are there to be added up."""
    source = "{file: x.csv, period: p, numerator: a, denominator: b}"
    keys = f"unit: count, source: {source}, frequency: quarterly, aggregate: mean"
    assert [finding_message(each) for each in found("BSC245", one_kpi(keys, "figures: {k: [1, 2, 3]}"))] == [
        "1 figure of 'Visits' is the plain mean of up to 3 ratios; a small part counts as much as a large one"
    ]


def test_work_that_was_cancelled_has_not_ended_unfinished() -> None:
    """It says so itself."""
    plan = "initiatives: [{id: app, name: App, start: 2025-01, end: 2025-11, progress: 50%, status: cancelled}]"
    assert found("BSC262", plan) == []
