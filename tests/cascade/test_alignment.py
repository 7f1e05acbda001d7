"""Who supports what: the matrix of objectives against the scorecards below, and the line of sight."""

from __future__ import annotations

from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from bsc_site.compute.cascade.alignment import alignment_of
from bsc_site.compute.cascade.line_of_sight import line_of_sight
from bsc_site.model.declared.cascade import Goal
from bsc_site.model.declared.project import Project
from bsc_site.model.declared.scorecard import Scorecard


@st.composite
def projects(draw: st.DrawFn) -> Project:
    """A root and up to nine scorecards below it at any depth, each objective supporting any of its parent's."""
    cards: list[Scorecard] = []
    for index in range(draw(st.integers(1, 10))):
        parent = draw(st.sampled_from(cards)) if cards else None
        above = [] if parent is None else list(parent.objectives)
        objectives = []
        for number in range(draw(st.integers(0, 4))):
            named = draw(st.lists(st.sampled_from(above), unique=True)) if above else []
            full = draw(st.booleans())
            supports = [f"{parent.id}/{each}" if full and parent else each for each in named]
            objectives.append({"id": f"o{number}", "name": f"O{number}", "supports": supports})
        rows = [
            {"id": "p", "name": "P", "objectives": objectives[:2]},
            {"id": "q", "name": "Q", "objectives": objectives[2:]},
        ]
        card = {"id": f"c{index}", "title": f"C{index}", "parent": parent.id if parent else None, "perspectives": rows}
        cards.append(Scorecard.model_validate(card))
    return Project(tuple(cards))


def _edges(project: Project) -> list[tuple[Goal, Goal]]:
    """Every entry of `supports` as written: from the objective below to the one above."""
    return [
        (Goal(card.id, objective.id), Goal(card.parent or "", each.rpartition("/")[2]))
        for card in project.scorecards
        for objective in card.objectives.values()
        for each in objective.supports
    ]


@given(projects())
def test_every_edge_stands_exactly_once_in_the_matrices(project: Project) -> None:
    """Under its own parent objective and its own scorecard, and nothing else stands there."""
    found = [
        (Goal(child, each), Goal(card.id, row.objective))
        for card in project.scorecards
        for row in alignment_of(project, card.id).rows
        for child, objectives in row.supporters.items()
        for each in objectives
    ]
    assert sorted(found) == sorted(_edges(project))


@given(projects())
def test_what_stands_alone_is_named(project: Project) -> None:
    """Above exactly what no edge leads to, below exactly what no edge starts from."""
    edges = _edges(project)
    for card in project.scorecards:
        found = alignment_of(project, card.id)
        assert set(found.unsupported) == {
            each for each in card.objectives if Goal(card.id, each) not in {above for _, above in edges}
        }
        children = [each for each in project.scorecards if each.parent == card.id]
        assert found.children == tuple(each.id for each in children)
        assert set(found.unsupporting) == {
            goal
            for child in children
            for goal in (Goal(child.id, each) for each in child.objectives)
            if goal not in {below for below, _ in edges}
        }
        assert found.supported + len(found.unsupported) == len(card.objectives)


@given(projects())
def test_each_level_of_the_line_of_sight_hangs_on_the_next(project: Project) -> None:
    """No level is empty, nothing stands twice, and each objective has an edge to the level beside it."""
    edges = set(_edges(project))
    for card in project.scorecards:
        for each in card.objectives:
            sight = line_of_sight(project.cascade, Goal(card.id, each))
            levels = (*sight.above, (sight.goal,), *sight.below)
            goals = [goal for level in levels for goal in level]
            assert len(goals) == len(set(goals))
            assert all(levels)
            for upper, lower in pairwise((*sight.above, (sight.goal,))):
                assert all(any((below, above) in edges for below in lower) for above in upper)
            for upper, lower in pairwise(((sight.goal,), *sight.below)):
                assert all(any((below, above) in edges for above in upper) for below in lower)


@given(projects())
def test_seeing_up_is_seeing_down_from_the_other_end(project: Project) -> None:
    """Whoever has an objective above has it in the line of sight of that one below."""
    goals = [Goal(card.id, each) for card in project.scorecards for each in card.objectives]
    sights = {goal: line_of_sight(project.cascade, goal) for goal in goals}
    for goal, sight in sights.items():
        for above in (each for level in sight.above for each in level):
            assert goal in {each for level in sights[above].below for each in level}
