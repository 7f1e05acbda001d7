"""Whatever is edited: each edit is told once with its own cause, and no version differs from itself."""

from __future__ import annotations

from typing import Any

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.diff.versions import CARD, FIGURES, copied, kinds_of, project_of, told_of

KPIS = ("a", "b")
EDITS = {
    "description": ("definition", "definition", "Other words."),
    "incentive": ("definition", "definition", "The bonus."),
    "updater": ("owner", "definition", "bob"),
    "weight": ("weight", "weight", 3),
    "targets": ("target", "target", [{"period": "2025-06", "value": 30}]),
    "tolerance": ("target", "target", "50%"),
    "limit": ("target", "target", 90),
}
"""What may be edited of a KPI: key to the kind of difference, its cause, and the new value."""

few = settings(max_examples=30, deadline=None, suppress_health_check=[HealthCheck.too_slow])
edits = st.sets(st.tuples(st.sampled_from(KPIS), st.sampled_from(sorted(EDITS))))
figures = st.dictionaries(
    st.tuples(st.sampled_from(KPIS), st.sampled_from(sorted(FIGURES["a"]))), st.integers(0, 40), max_size=4
)


def _edited(made: set[tuple[str, str]]) -> dict[str, Any]:
    card = copied()
    for name, key in made:
        card["kpis"][KPIS.index(name)][key] = EDITS[key][2]
    return dict(card)


def _revised(made: dict[tuple[str, str], int]) -> dict[str, dict[str, float]]:
    data = {name: dict(rows) for name, rows in FIGURES.items()}
    for (name, period), value in made.items():
        data[name][period] = value
    return data


@few
@given(made=edits, revised=figures)
def test_each_edit_is_told_once_with_its_cause(made: set[tuple[str, str]], revised: dict[tuple[str, str], int]) -> None:
    data = _revised(revised)
    found = kinds_of(told_of(project_of(CARD), project_of(_edited(made)), (FIGURES, data)))
    expected = [(EDITS[key][0], f"kpi/{name}", (EDITS[key][1],)) for name, key in made]
    expected += [("figures", f"kpi/{name}", ("data",)) for name in KPIS if data[name] != FIGURES[name]]
    assert sorted(each for each in found if each[0] != "status") == sorted(expected)


@few
@given(made=edits, revised=figures)
def test_a_flip_names_only_what_was_edited(made: set[tuple[str, str]], revised: dict[tuple[str, str], int]) -> None:
    """And never nothing."""
    data = _revised(revised)
    possible = {EDITS[key][1] for _, key in made} | ({"data"} if data != FIGURES else set())
    found = kinds_of(told_of(project_of(CARD), project_of(_edited(made)), (FIGURES, data)))
    flips = [set(causes) for kind, _, causes in found if kind == "status"]
    assert [each for each in flips if not each or not each <= possible] == []


@few
@given(made=edits, revised=figures)
def test_no_version_differs_from_itself(made: set[tuple[str, str]], revised: dict[tuple[str, str], int]) -> None:
    data, project = _revised(revised), project_of(_edited(made))
    assert kinds_of(told_of(project, project, (data, data))) == []


@few
@given(made=edits, revised=figures)
def test_the_way_back_tells_as_much_as_the_way_there(
    made: set[tuple[str, str]], revised: dict[tuple[str, str], int]
) -> None:
    one, other = project_of(CARD), project_of(_edited(made))
    data = _revised(revised)
    there, back = told_of(one, other, (FIGURES, data)), told_of(other, one, (data, FIGURES))
    assert sorted(kinds_of(there)) == sorted(kinds_of(back))
