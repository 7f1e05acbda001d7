"""What readers may not see is in no difference, neither as an element nor as a cause nor as a name."""

from __future__ import annotations

from typing import Any

from bsc_site.compute.audience import Circle
from bsc_site.model.differences.difference import Comparison
from bsc_site.wording.reporting.report_json import json_of_comparison
from tests.diff.versions import CARD, FIGURES, copied, kinds_of, project_of, told_of

SECRET: dict[str, Any] = {"id": "secret", "name": "Secret plan", "audience": "board", "direction": "none"}


def _with(secret: dict[str, Any] | None, **keys: Any) -> dict[str, Any]:
    card = copied()
    if secret is not None:
        card["kpis"].append({**SECRET, **secret})
        card["perspectives"][0]["objectives"][1]["kpis"] = ["secret"]
    return {**card, **keys}


def _public(before: dict[str, Any], after: dict[str, Any]) -> Comparison:
    figures = {**FIGURES, "secret": {"2025-06": 1.0}}
    later = {**FIGURES, "secret": {"2025-06": 2.0}}
    return told_of(project_of(before), project_of(after), (figures, later), Circle.WIDEST)


def test_the_edit_of_a_hidden_kpi_is_told_to_those_who_see_it_alone() -> None:
    before, after = _with({}), _with({"description": "New.", "weight": 3})
    assert kinds_of(_public(before, after)) == []
    everything = told_of(project_of(before), project_of(after))
    assert kinds_of(everything) == [
        ("definition", "kpi/secret", ("definition",)),
        ("weight", "kpi/secret", ("weight",)),
    ]


def test_a_hidden_kpi_neither_comes_nor_goes() -> None:
    assert kinds_of(_public(_with(None), _with({}))) == []
    assert kinds_of(_public(_with({}), _with(None))) == []


def test_what_is_hidden_since_is_not_called_gone() -> None:
    found = _public(_with({"audience": None}), _with({}))
    assert "secret" not in {each.element.id for each in found.differences}


def test_what_is_shown_since_is_new_and_its_past_stays_untold() -> None:
    found = _public(_with({}), _with({"audience": None}))
    assert [each for each in kinds_of(found) if each[1] == "kpi/secret"] == [("added", "kpi/secret", ("definition",))]
    assert "Secret plan" in json_of_comparison(found)


def test_a_formula_that_names_a_hidden_kpi_is_not_told() -> None:
    """Its figures are, with what made them others."""
    formula = {"id": "f", "name": "F", "formula": "secret * 2", "direction": "none", "audience": "public"}
    before, after = _with({}), _with({})
    before["kpis"].append(formula)
    after["kpis"].append({**formula, "formula": "secret * 3"})
    found = _public(before, after)
    assert kinds_of(found) == [("figures", "kpi/f", ("data", "definition"))]
    assert "secret" not in json_of_comparison(found).lower()


def test_an_organisation_s_own_audiences_count() -> None:
    card = {**CARD, "audiences": ["all-staff", "board"]}
    assert told_of(project_of(card), project_of(card), readers=Circle.WIDEST).audience == "all-staff"
