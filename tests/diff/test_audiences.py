"""What readers may not see is in no difference, neither as an element nor as a cause nor as a name."""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from bsc_site.compute.audience import Circle
from bsc_site.compute.past.period_edits import VersionThen, edits_between, seen_version
from bsc_site.model.declared.project import Project
from bsc_site.model.differences.difference import Comparison
from bsc_site.wording.reporting.report_json import json_of_comparison
from tests.builders.project_folders import loaded_from
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


def _board(value: Any) -> dict[str, Any]:
    return {"value": value, "audience": "board"}


def _card(place: str, **keys: Any) -> dict[str, Any]:
    """The scorecard with these keys at a KPI, an objective, an initiative, a person, a theme or a review."""
    card = {**copied(), "audiences": ["public", "board"]}
    goal = card["perspectives"][0]["objectives"][0]
    added = {
        "initiatives": {"id": "i", "name": "I", "start": "2025-01", "end": "2025-12"},
        "people": {"id": "zoe", "name": "Word"},
        "themes": {"id": "zest", "name": "Word"},
        "reviews": {"period": "2025-05", "on": "kpi/a", "analysis": "Word"},
    }
    match place:
        case "kpi":
            card["kpis"][0] |= keys
        case "objective":
            goal |= keys
        case _:
            card[place] = [*card.get(place, ()), added[place] | keys]
            goal |= {"people": {"owner": "zoe"}, "themes": {"themes": ["zest"]}}.get(place, {})
    return card


SOURCE = {"file": "data/a.csv", "period": "month", "value": "v"}
AIM = {"period": "2025-06", "value": 20}
ARROW = {"to": "u", "because": "Word"}
HIDDEN_SINCE: dict[str, tuple[dict[str, Any], dict[str, Any]]] = {
    "a key": (_card("kpi", description="Word"), _card("kpi", description=_board("Word"))),
    "a key, and its value": (_card("kpi", description="Word"), _card("kpi", description=_board("Other"))),
    "the owner": (_card("objective", owner="ann"), _card("objective", owner=_board("ann"))),
    "a key of the source": (
        _card("kpi", source={**SOURCE, "note": "Word"}),
        _card("kpi", source={**SOURCE, "note": _board("Word")}),
    ),
    "a key of a target": (
        _card("kpi", targets=[{**AIM, "note": "Word"}]),
        _card("kpi", targets=[{**AIM, "note": _board("Word")}]),
    ),
    "a key of an arrow": (
        _card("objective", drives=[ARROW]),
        _card("objective", drives=[{**ARROW, "because": _board("Word")}]),
    ),
    "an arrow": (_card("objective", drives=[ARROW]), _card("objective", drives=[{**ARROW, "audience": "board"}])),
    "a milestone": (
        _card("initiatives", milestones=[{"name": "Word", "due": "2025-05"}]),
        _card("initiatives", milestones=[{"name": "Word", "due": "2025-05", "audience": "board"}]),
    ),
    "a decision": (
        _card("reviews", analysis="A", decisions=[{"text": "Word"}]),
        _card("reviews", analysis="A", decisions=[{"text": "Word", "audience": "board"}]),
    ),
    "a review": (_card("reviews"), _card("reviews", audience="board")),
    "a person": (_card("people"), _card("people", audience="board")),
    "a theme": (_card("themes"), _card("themes", audience="board")),
}


def _loaded(folder: Path, card: dict[str, Any]) -> Project:
    loaded = loaded_from(folder, {"c.yml": json.dumps(card)})
    assert loaded.project is not None, loaded.problems
    return loaded.project


@pytest.mark.parametrize("what", HIDDEN_SINCE)
def test_what_is_hidden_since_is_in_no_edit_whatever_readers_could_see_then(what: str, tmp_path: Path) -> None:
    """Neither between two versions nor on the page of what changed, not even by the name of its key."""
    before, after = (_loaded(tmp_path / str(at), card) for at, card in enumerate(HIDDEN_SINCE[what]))
    assert kinds_of(told_of(before, after, readers=Circle.WIDEST)) == []
    assert _edits(before, after, "public") == []
    assert kinds_of(told_of(after, before, readers=Circle.WIDEST)) != []


def _edits(before: Project, after: Project, audience: str) -> list[tuple[str, str]]:
    sides = [seen_version(VersionThen(each, {}, "", date(2025, 6, 1)), after, audience) for each in (before, after)]
    assert sides[0] is not None
    assert sides[1] is not None
    found = edits_between(sides[0], sides[1], date(2025, 7, 1)).differences
    return [(each.kind.value, each.element.address) for each in found]


def test_what_stands_beside_a_hidden_key_is_told_as_before(tmp_path: Path) -> None:
    note = _board("Word")
    before = _loaded(tmp_path / "a", _card("kpi", source={**SOURCE, "note": note}, targets=[{**AIM, "note": note}]))
    moved = [{**AIM, "note": note, "value": 21}]
    source = {**SOURCE, "note": note, "file": "data/b.csv"}
    after = _loaded(tmp_path / "b", _card("kpi", source=source, targets=moved))
    edits = [("target", "kpi/a"), ("definition", "kpi/a")]
    assert _edits(before, after, "public") == edits
    assert [each[:2] for each in kinds_of(told_of(before, after, readers=Circle.WIDEST))] == edits
