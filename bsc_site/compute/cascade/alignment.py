"""Alignment: the objectives of a scorecard against the scorecards directly below it."""

from __future__ import annotations

from bsc_site.model.concluded.support import Alignment, AlignmentRow
from bsc_site.model.declared.cascade import Goal
from bsc_site.model.declared.project import Project


def alignment_of(project: Project, scorecard: str) -> Alignment:
    """Who supports what below the scorecard, and what stands alone. KeyError for an unknown scorecard."""
    cards = {card.id: card for card in project.scorecards}
    children = project.cascade.children[scorecard]
    rows = tuple(
        AlignmentRow(objective.id, row.id, _supporters(project, Goal(scorecard, objective.id)))
        for row in cards[scorecard].perspectives
        for objective in row.objectives
    )
    goals = (Goal(child, objective) for child in children for objective in cards[child].objectives)
    return Alignment(
        scorecard=scorecard,
        children=children,
        rows=rows,
        unsupported=tuple(each.objective for each in rows if not each.supporters),
        unsupporting=tuple(goal for goal in goals if not project.cascade.supported[goal]),
    )


def _supporters(project: Project, goal: Goal) -> dict[str, tuple[str, ...]]:
    found: dict[str, list[str]] = {}
    for each in project.cascade.supporters[goal]:
        found.setdefault(each.scorecard, []).append(each.objective)
    return {child: tuple(objectives) for child, objectives in found.items()}
