"""Tacit audience: what is kept from readers because it is made from, or belongs only to, what is kept from them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from bsc_site.compute.series.rollup_kpis import members_of
from bsc_site.model.declared.cascade import Goal
from bsc_site.model.declared.kpi import Kpi, ManualStatus
from bsc_site.model.declared.project import Project
from bsc_site.model.declared.scorecard import Scorecard
from bsc_site.model.formula_grammar.parse import parse
from bsc_site.model.formula_grammar.tokens import FormulaError
from bsc_site.model.value_class import dataclass


@dataclass(frozen=True, slots=True)
class MadeFrom:
    """Why a KPI is kept from readers: the KPI from which its figures are made, None for its objectives."""

    kpi: str | None
    audience: str
    """The circle for which the reason itself is declared."""


def ingredients(kpi: Kpi, project: Project) -> frozenset[str]:
    """The ids of the KPIs from which the figures of `kpi` are made; every id where its formula cannot be read."""
    known = frozenset(project.kpis)
    below = frozenset(members_of(kpi, project))
    if kpi.formula is None:
        return below
    try:
        return below | (parse(kpi.formula, known).names & known)
    except FormulaError:
        return known


def tacitly_kept(project: Project, told: Mapping[str, str], goals: Mapping[Goal, str]) -> dict[str, MadeFrom]:
    """KPIs that name no audience and are kept all the same, with the reason.

    `told` are the KPIs, `goals` the objectives that are kept by what they say themselves, each with its audience.
    """
    parts = {kpi.id: ingredients(kpi, project) for kpi in project.kpis.values() if kpi.computed}
    lists = _listed(project)
    kept = dict(told)
    found: dict[str, MadeFrom] = {}
    while True:
        fresh: dict[str, MadeFrom] = {}
        for name, kpi in project.kpis.items():
            if kpi.audience is not None or name in kept:
                continue
            made = next((each for each in sorted(parts.get(name, ())) if each in kept), None)
            homes = lists.get(name, [])
            if made is not None:
                fresh[name] = MadeFrom(made, kept[made])
            elif homes and all(each in goals for each in homes):
                fresh[name] = MadeFrom(None, goals[homes[0]])
        if not fresh:
            return found
        found |= fresh
        kept |= {name: reason.audience for name, reason in fresh.items()}


def _listed(project: Project) -> dict[str, list[Goal]]:
    """KPI id to the objectives that list it."""
    found: dict[str, list[Goal]] = {}
    for card in project.scorecards:
        for objective in card.objectives.values():
            for name in objective.kpis:
                found.setdefault(name, []).append(Goal(card.id, objective.id))
    return found


def people_named(card: Scorecard) -> Iterator[str | None]:
    """Everyone whom an element of the scorecard names."""
    for objective in card.objectives.values():
        yield from (objective.owner, _setter(objective.manual_status))
    for kpi in card.kpis:
        yield from (kpi.owner, kpi.updater, _setter(kpi.manual_status))
    for review in card.reviews:
        yield review.by
        yield from (each.owner for each in review.decisions)
    yield from (each.owner for each in card.initiatives)
    yield from (each.owner for each in card.risks)


def _setter(status: ManualStatus | None) -> str | None:
    return status.by if status is not None else None


def themes_named(card: Scorecard) -> frozenset[str]:
    """The themes to which an objective of the scorecard belongs."""
    return frozenset(theme for objective in card.objectives.values() for theme in objective.themes)
