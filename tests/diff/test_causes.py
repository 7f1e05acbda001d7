"""A status that flipped names the inputs that flipped it, and no other that was edited beside them."""

from __future__ import annotations

from typing import Any

import pytest

from tests.diff.versions import CARD, FIGURES, Data, copied, kinds_of, project_of, told_of


def _flips(data: dict[str, float] | None = None, **keys: Any) -> set[tuple[str, ...]]:
    """The causes of all flips after the figures of one KPI and these keys of it were edited."""
    card = copied()
    card["kpis"][0] |= keys
    after = {**FIGURES, "a": {**FIGURES["a"], **(data or {})}}
    found = told_of(project_of(CARD), project_of(card), (FIGURES, after))
    return {causes for kind, address, causes in kinds_of(found) if (kind, address) == ("status", "kpi/a")}


def _aim(value: float) -> list[dict[str, Any]]:
    return [{"period": "2025-06", "value": value}]


@pytest.mark.parametrize(
    ("data", "keys", "causes"),
    [
        ({"2025-06": 15}, {}, {("data",)}),
        (None, {"targets": _aim(40)}, {("target",)}),
        (None, {"direction": "lower"}, {("definition",)}),
        ({"2025-06": 15}, {"targets": _aim(40)}, {("data", "target")}),
        ({"2025-06": 21}, {"targets": _aim(21.5)}, {("data", "target")}),
        ({"2025-06": 23}, {"targets": _aim(40)}, {("target",)}),
        ({"2025-06": 15}, {"targets": _aim(19)}, {("data",)}),
        ({"2025-06": 15}, {"description": "Other words."}, {("data",)}),
        ({"2025-06": 15}, {"weight": 5}, {("data",)}),
        (None, {"direction": "lower", "targets": _aim(5)}, {("definition",)}),
        ({"2025-06": 23}, {}, set()),
    ],
    ids=[
        "data alone",
        "target alone",
        "definition alone",
        "either would have done",
        "only both together",
        "target in spite of data",
        "data in spite of target",
        "words beside",
        "weight beside",
        "both, of which one would have done",
        "no flip",
    ],
)
def test_a_flip_has_the_causes_that_swapping_shows(
    data: dict[str, float] | None, keys: dict[str, Any], causes: set[tuple[str, ...]]
) -> None:
    assert _flips(data, **keys) == causes


def test_a_target_that_means_nothing_under_the_old_declaration_is_swapped_with_it() -> None:
    """And both are named."""
    band = {"direction": "band", "targets": [{"period": "2025-06", "low": 1, "high": 2}]}
    assert _flips(None, **band) == {("target", "definition")}


def test_a_weight_flips_what_is_rolled_up() -> None:
    card = copied()
    card["kpis"][1]["weight"] = 9
    figures: Data = {**FIGURES, "b": {"2025-06": 1}}
    found = told_of(project_of(CARD), project_of(card), (figures, figures))
    flips = [each for each in kinds_of(found) if each[0] == "status"]
    assert flips
    assert {causes for _, _, causes in flips} == {("weight",)}


def test_figures_of_another_formula_are_its_doing() -> None:
    card = copied()
    card["kpis"].append({"id": "f", "name": "F", "formula": "a + b", "direction": "none"})
    other = copied(card)
    other["kpis"][2]["formula"] = "a - b"
    found = kinds_of(told_of(project_of(card), project_of(other)))
    assert found == [("figures", "kpi/f", ("definition",)), ("definition", "kpi/f", ("definition",))]


def test_figures_that_rest_on_a_formula_and_on_data_name_both() -> None:
    card = copied()
    card["kpis"].append({"id": "f", "name": "F", "formula": "a + b", "direction": "none"})
    other = copied(card)
    other["kpis"][2]["formula"] = "a + 2 * b"
    after = {**FIGURES, "b": {**FIGURES["b"], "2025-05": 50}}
    found = kinds_of(told_of(project_of(card), project_of(other), (FIGURES, after)))
    assert ("figures", "kpi/f", ("data", "definition")) in found
    assert ("figures", "kpi/b", ("data",)) in found


def test_an_initiative_flips_by_what_is_reported_or_by_its_plan() -> None:
    plan = {"id": "i", "name": "I", "start": "2025-01", "end": "2025-12", "progress": 0.5}
    before = project_of({**CARD, "initiatives": [plan]})
    late = project_of({**CARD, "initiatives": [{**plan, "progress": 0.1}]})
    short = project_of({**CARD, "initiatives": [{**plan, "end": "2025-08"}]})
    assert kinds_of(told_of(before, late))[0] == ("status", "initiative/c/i", ("data",))
    assert kinds_of(told_of(before, short))[0] == ("status", "initiative/c/i", ("definition",))
