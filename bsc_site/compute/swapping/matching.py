"""Matching: which element of one version of a project is which of the other."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import TypeAlias

from bsc_site.model.declared.initiative import Initiative
from bsc_site.model.declared.kpi import Kpi
from bsc_site.model.declared.project import Project
from bsc_site.model.declared.review import Risk
from bsc_site.model.declared.scorecard import Objective, Person, Perspective, Scorecard, Theme
from bsc_site.model.differences.difference import ElementKey, ElementSort
from bsc_site.model.value_class import dataclass

AnyElement: TypeAlias = Scorecard | Perspective | Objective | Kpi | Initiative | Risk | Theme | Person


def elements_of(project: Project) -> dict[ElementKey, AnyElement]:
    """Every element of a project, in the order of its files."""
    return {key: each for card in project.scorecards for key, each in _of_card(card)}


def _of_card(card: Scorecard) -> Iterator[tuple[ElementKey, AnyElement]]:
    yield ElementKey(ElementSort.SCORECARD, card.id), card
    for row in card.perspectives:
        yield ElementKey(ElementSort.PERSPECTIVE, row.id, card.id), row
        for objective in row.objectives:
            yield ElementKey(ElementSort.OBJECTIVE, objective.id, card.id), objective
    yield from ((ElementKey(ElementSort.KPI, each.id), each) for each in card.kpis)
    yield from ((ElementKey(ElementSort.INITIATIVE, each.id, card.id), each) for each in card.initiatives)
    yield from ((ElementKey(ElementSort.RISK, each.id, card.id), each) for each in card.risks)
    yield from ((ElementKey(ElementSort.THEME, each.id, card.id), each) for each in card.themes)
    yield from ((ElementKey(ElementSort.PERSON, each.id), each) for each in card.people)


@dataclass(frozen=True, slots=True)
class Matched:
    """The elements of two versions: `formerly` is the key of each that both have, by the one that it has today."""

    before: Mapping[ElementKey, AnyElement]
    after: Mapping[ElementKey, AnyElement]
    formerly: Mapping[ElementKey, ElementKey]

    @property
    def today(self) -> dict[ElementKey, ElementKey]:
        """The key of today of each that both have, by its former one."""
        return {old: new for new, old in self.formerly.items()}

    @property
    def renamed(self) -> dict[str, str]:
        """Former ids of elements, each with that of today."""
        return {old.id: new.id for new, old in self.formerly.items() if old.id != new.id}


def matched(before: Project, after: Project) -> Matched:
    """The elements of both: each by its id, or by an earlier one that it names under `was`."""
    old, new = elements_of(before), elements_of(after)
    cards = {key.id: _former(key, each, old) for key, each in new.items() if key.sort is ElementSort.SCORECARD}
    formerly: dict[ElementKey, ElementKey] = {}
    taken: set[ElementKey] = set()
    for key, each in new.items():
        home = cards.get(key.scorecard)
        found = _former(key._replace(scorecard=home.id) if home else key, each, old)
        if found is not None and found not in taken:
            formerly[key] = found
            taken.add(found)
    return Matched(old, new, formerly)


def _former(key: ElementKey, element: AnyElement, old: Mapping[ElementKey, AnyElement]) -> ElementKey | None:
    """Its key in the earlier version: that of today, or the first that it had and nobody has today."""
    names = (key.id, *getattr(element, "was", ()))
    return next((each for name in names if (each := key._replace(id=name)) in old), None)
