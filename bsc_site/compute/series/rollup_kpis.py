"""Roll-up KPIs: those whose figures are made from those of the scorecards below."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping

from bsc_site.model.declared.kpi import Kpi
from bsc_site.model.declared.project import Project
from bsc_site.model.problem import Chain, Finding
from bsc_site.model.rules.rollups import COARSER_BELOW, ROLLUP_LEADS_BACK
from bsc_site.model.value_class import dataclass


@dataclass(frozen=True, slots=True)
class RollUps:
    """The KPIs that each roll-up is made from, by its id, and what is wrong with the others."""

    members: Mapping[str, tuple[str, ...]]
    findings: tuple[Finding, ...]


def read_rollups(project: Project, formulas: Mapping[str, Iterable[str]]) -> RollUps:
    """The members of every roll-up that can be computed; those built on a coarser KPI or on themselves are findings.

    `formulas` holds for each formula KPI the KPIs that it names: a circle may lead through them.
    """
    members = {each.id: members_of(each, project) for each in project.kpis.values() if each.from_children}
    findings = [found for name, below in members.items() for found in _coarser(project.kpis, name, below)]
    needs = {**{name: tuple(sorted(each)) for name, each in formulas.items()}, **members}
    circles = [(name, chain) for name in members if (chain := _chain_back(name, needs))]
    findings += [
        Finding(f"kpi/{name}", "from_children", "BSC410", ROLLUP_LEADS_BACK, (("chain", Chain(chain)),))
        for name, chain in circles
    ]
    bad = {found.element.removeprefix("kpi/") for found in findings}
    return RollUps({name: each for name, each in members.items() if name not in bad}, tuple(findings))


def members_of(kpi: Kpi, project: Project) -> tuple[str, ...]:
    """The KPIs that a roll-up is made from: those named, then those tagged in a scorecard directly below."""
    rule = kpi.from_children
    if rule is None:
        return ()
    named = [each for each in rule.kpis if each in project.kpis]
    if not rule.tag:
        return tuple(dict.fromkeys(named))
    cards = {card.id: card for card in project.scorecards}
    below = (cards[each] for each in project.cascade.children[project.home_of[kpi.id].id])
    tagged = [each.id for card in below for each in card.kpis if rule.tag in each.tags]
    return tuple(dict.fromkeys((*named, *tagged)))


def labels_of(kpis: Iterable[str], project: Project) -> dict[str, str]:
    """KPI id to its name with its scorecard, `Sales (North)`, and with its id where two would read the same."""
    labels = {each: f"{project.kpis[each].name} ({project.home_of[each].title})" for each in kpis}
    times = Counter(labels.values())
    return {each: label if times[label] == 1 else f"{label}, {each}" for each, label in labels.items()}


def _coarser(kpis: Mapping[str, Kpi], name: str, members: Iterable[str]) -> list[Finding]:
    own = kpis[name].frequency
    return [
        Finding(
            f"kpi/{name}",
            "from_children",
            "BSC411",
            COARSER_BELOW,
            (("below", each), ("frequency", kpis[each].frequency), ("own", own)),
        )
        for each in members
        if kpis[each].frequency.rank > own.rank
    ]


def _chain_back(start: str, needs: Mapping[str, tuple[str, ...]]) -> tuple[str, ...]:
    """The shortest way from `start` back to it, `start` first and last; empty when there is none."""
    ways: dict[str, tuple[str, ...]] = {start: (start,)}
    waiting = [start]
    for name in waiting:
        for each in needs.get(name, ()):
            if each == start:
                return (*ways[name], start)
            if each not in ways:
                ways[each] = (*ways[name], each)
                waiting.append(each)
    return ()
