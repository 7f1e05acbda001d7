"""Mixture: a project of one version with the targets or weights of the other."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from bsc_site.compute.swapping.edits import TARGET_KEYS
from bsc_site.compute.swapping.matching import AnyElement, elements_of
from bsc_site.model.declared.kpi import Kpi
from bsc_site.model.declared.project import Project
from bsc_site.model.declared.scorecard import Objective, Perspective, Scorecard
from bsc_site.model.differences.difference import ElementKey, ElementSort
from bsc_site.model.value_class import dataclass
from bsc_site.model.vocabularies import Direction

_Keys = Mapping[ElementKey, ElementKey]


@dataclass(frozen=True, slots=True)
class Taken:
    """The project from which targets and weights are taken, and the key there of each element; what it lacks stays."""

    project: Project
    keys: _Keys
    targets: bool
    weights: bool


def mixed(project: Project, taken: Taken) -> Project:
    """The project with the targets and weights that are taken from the other version."""
    if not taken.targets and not taken.weights:
        return project
    found = elements_of(taken.project)
    others = {key: found[other] for key, other in taken.keys.items() if other in found}
    return Project(tuple(_card(card, others, taken) for card in project.scorecards))


def separable(one: Kpi, other: Kpi) -> bool:
    """Whether the targets of one declaration mean something under the other: more or less of the same figure."""
    one_sided = {one.direction, other.direction} == {Direction.HIGHER, Direction.LOWER}
    alike = (one.frequency, one.scoring.method, one.unit) == (other.frequency, other.scoring.method, other.unit)
    return alike and (one_sided or one.direction is other.direction)


def _card(card: Scorecard, others: Mapping[ElementKey, AnyElement], taken: Taken) -> Scorecard:
    update: dict[str, Any] = {
        "perspectives": tuple(_perspective(each, card.id, others, taken) for each in card.perspectives),
        "kpis": tuple(_kpi(each, others.get(ElementKey(ElementSort.KPI, each.id)), taken) for each in card.kpis),
    }
    other = others.get(ElementKey(ElementSort.SCORECARD, card.id))
    if taken.targets and isinstance(other, Scorecard):
        update["tolerance"] = other.tolerance
    made = card.model_copy(update=update)
    made.__dict__.pop("objectives", None)  # a copy would remember those from before anything was taken
    return made


def _perspective(row: Perspective, card: str, others: Mapping[ElementKey, AnyElement], taken: Taken) -> Perspective:
    if not taken.weights:
        return row
    objectives = tuple(
        each.model_copy(update=_weight(each, others.get(ElementKey(ElementSort.OBJECTIVE, each.id, card))))
        for each in row.objectives
    )
    weight = _weight(row, others.get(ElementKey(ElementSort.PERSPECTIVE, row.id, card)))
    return row.model_copy(update={"objectives": objectives, **weight})


def _weight(one: Perspective | Objective | Kpi, other: AnyElement | None) -> dict[str, Any]:
    return {"weight": other.weight} if isinstance(other, type(one)) else {}


def _kpi(kpi: Kpi, other: AnyElement | None, taken: Taken) -> Kpi:
    if not isinstance(other, Kpi):
        return kpi
    update = _weight(kpi, other) if taken.weights else {}
    if taken.targets and separable(kpi, other):
        update |= {key: getattr(other, key) for key in TARGET_KEYS}
    return kpi.model_copy(update=update) if update else kpi
