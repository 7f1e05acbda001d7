"""Each kind of edit is told once, at its element, with its cause."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from tests.diff.versions import CARD, FIGURES, copied, kinds_of, project_of, told_of

Edit = Callable[[dict[str, Any]], None]


def _objective(card: dict[str, Any], index: int = 0) -> dict[str, Any]:
    found: dict[str, Any] = card["perspectives"][0]["objectives"][index]
    return found


def _set(element: Callable[[dict[str, Any]], dict[str, Any]], **keys: Any) -> Edit:
    return lambda card: element(card).update(keys)


def _kpi(card: dict[str, Any]) -> dict[str, Any]:
    found: dict[str, Any] = card["kpis"][0]
    return found


def _row(card: dict[str, Any]) -> dict[str, Any]:
    found: dict[str, Any] = card["perspectives"][0]
    return found


EDITS: dict[str, tuple[Edit, list[tuple[str, str, tuple[str, ...]]]]] = {
    "target": (
        _set(_kpi, targets=[{"period": "2025-06", "value": 21}]),
        [("target", "kpi/a", ("target",))],
    ),
    "red flag": (_set(_kpi, thresholds={"red_flag": 3}), [("target", "kpi/a", ("target",))]),
    "description": (_set(_kpi, description="All of it."), [("definition", "kpi/a", ("definition",))]),
    "name": (_set(_objective, name="Another"), [("definition", "objective/c/o", ("definition",))]),
    "weight": (_set(_kpi, weight=3), [("weight", "kpi/a", ("weight",))]),
    "weight of an objective": (_set(_objective, weight=3), [("weight", "objective/c/o", ("weight",))]),
    "weight of a perspective": (_set(_row, weight=3), [("weight", "perspective/c/p", ("weight",))]),
    "owner": (_set(_kpi, owner="bob"), [("owner", "kpi/a", ("definition",))]),
    "updater": (_set(_kpi, updater="bob"), [("owner", "kpi/a", ("definition",))]),
    "arrow gone": (_set(_objective, drives=[]), [("arrow", "objective/c/o", ("definition",))]),
    "arrow edited": (
        _set(_objective, drives=[{"to": "u", "lag": "3 months"}]),
        [("arrow", "objective/c/o", ("definition",))],
    ),
    "arrow new": (
        lambda card: _objective(card, 1).update(drives=[{"to": "o"}]),
        [("arrow", "objective/c/u", ("definition",))],
    ),
    "title": (_set(lambda card: card, title="Other"), [("definition", "scorecard/c", ("definition",))]),
    "added": (
        lambda card: card["kpis"].append({"id": "d", "name": "D"}),
        [("added", "kpi/d", ("definition",))],
    ),
    "gone": (lambda card: card["people"].pop(), [("gone", "person/bob", ("definition",))]),
    "moved": (
        lambda card: card["perspectives"].append(
            {"id": "q", "name": "Q", "objectives": [_row(card)["objectives"].pop()]}
        ),
        [("definition", "objective/c/u", ("definition",)), ("added", "perspective/c/q", ("definition",))],
    ),
}


@pytest.mark.parametrize("name", EDITS)
def test_an_edit_is_told_once_with_its_cause(name: str) -> None:
    edit, expected = EDITS[name]
    card = copied()
    edit(card)
    assert kinds_of(told_of(project_of(CARD), project_of(card))) == expected


@pytest.mark.parametrize("name", EDITS)
def test_an_edit_that_is_taken_back_is_told_once_too(name: str) -> None:
    card = copied()
    EDITS[name][0](card)
    assert len(told_of(project_of(card), project_of(CARD)).differences) == len(EDITS[name][1])


def test_nothing_is_another_in_one_and_the_same_version() -> None:
    assert kinds_of(told_of(project_of(CARD), project_of(CARD))) == []


def test_a_revised_figure_is_told_with_data_as_its_cause() -> None:
    data = {**FIGURES, "a": {**FIGURES["a"], "2025-04": 19.5}}
    found = told_of(project_of(CARD), project_of(CARD), (FIGURES, data))
    assert kinds_of(found) == [("figures", "kpi/a", ("data",))]


def test_a_renamed_kpi_is_the_same_also_where_its_rows_were_renamed() -> None:
    """Objectives that list it, and figures, are not told as edited."""
    card = copied()
    card["kpis"][0] |= {"id": "z", "was": ["a"]}
    _objective(card)["kpis"][0] = "z"
    renamed = {"z": FIGURES["a"], "b": FIGURES["b"]}
    for data in (FIGURES, renamed):
        found = told_of(project_of(CARD), project_of(card), (FIGURES, data))
        assert kinds_of(found) == [("renamed", "kpi/z", ("definition",))]


def test_a_renamed_scorecard_takes_its_elements_with_it() -> None:
    card = {**copied(), "id": "x", "was": ["c"]}
    assert kinds_of(told_of(project_of(CARD), project_of(card))) == [("renamed", "scorecard/x", ("definition",))]


def test_what_a_child_takes_over_is_told_of_the_scorecard_that_says_it() -> None:
    child = {"id": "d", "title": "D", "parent": "c"}
    before = project_of(CARD, child)
    after = project_of({**CARD, "currency": "EUR"}, {**child, "currency": "EUR"})
    assert kinds_of(told_of(before, after)) == [("definition", "scorecard/c", ("definition",))]
