"""The cascade: how the objectives of a scorecard and of those below it hang together."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import NamedTuple, TypeVar

from bsc_site.model.declared.kpi import Kpi
from bsc_site.model.declared.scorecard import Scorecard
from bsc_site.model.value_class import dataclass


class Goal(NamedTuple):
    """One objective of the project: the ids of its scorecard and of itself."""

    scorecard: str
    objective: str


@dataclass(frozen=True, slots=True)
class Cascade:
    """How the scorecards and the objectives of a project hang together.

    `children` holds for every scorecard those directly below it, in the order of the files; `supported` for every
    objective those of the parent scorecard that it supports, `supporters` those of the scorecards directly below that
    support it. Each may be empty; references that lead nowhere are left out.
    """

    children: Mapping[str, tuple[str, ...]]
    supported: Mapping[Goal, tuple[Goal, ...]]
    supporters: Mapping[Goal, tuple[Goal, ...]]


def cascade_of(scorecards: Iterable[Scorecard]) -> Cascade:
    """The cascade of these scorecards, in time proportional to their number."""
    cards = {card.id: card for card in scorecards}
    children: dict[str, list[str]] = {name: [] for name in cards}
    supporters = {Goal(card.id, name): list[Goal]() for card in cards.values() for name in card.objectives}
    supported: dict[Goal, tuple[Goal, ...]] = {}
    for card in cards.values():
        if card.parent in children:
            children[card.parent].append(card.id)
        for objective in card.objectives.values():
            goal = Goal(card.id, objective.id)
            named = (Goal(card.parent or "", each.rpartition("/")[2]) for each in objective.supports)
            supported[goal] = tuple(dict.fromkeys(each for each in named if each in supporters))
            for each in supported[goal]:
                supporters[each].append(goal)
    return Cascade(_frozen(children), supported, _frozen(supporters))


def goals_of_people(scorecards: Iterable[Scorecard], kpis: Mapping[str, Kpi]) -> dict[str, tuple[Goal, ...]]:
    """Person to the objectives in which they have a part: they own it, one of its KPIs or work for it; in order."""
    found: dict[str, dict[Goal, None]] = {}
    for card in scorecards:
        leads: dict[str, list[str | None]] = {}
        for initiative in card.initiatives:
            for served in initiative.serves:
                leads.setdefault(served, []).append(initiative.owner)
        for objective in card.objectives.values():
            known = [kpis[each] for each in objective.kpis if each in kpis]
            people = [person for kpi in known for person in (kpi.owner, kpi.updater)]
            for person in (objective.owner, *people, *leads.get(objective.id, ())):
                if person is not None:
                    found.setdefault(person, {})[Goal(card.id, objective.id)] = None
    return _frozen({person: list(goals) for person, goals in found.items()})


_Key = TypeVar("_Key")
_Item = TypeVar("_Item")


def _frozen(lists: Mapping[_Key, list[_Item]]) -> dict[_Key, tuple[_Item, ...]]:
    return {key: tuple(items) for key, items in lists.items()}
