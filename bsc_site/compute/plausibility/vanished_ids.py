"""Vanished ids: those that the last version, or the site that stands, has, and no element has or had today."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple, TypeAlias

from bsc_site.model.declared.initiative import Initiative
from bsc_site.model.declared.kpi import Kpi
from bsc_site.model.declared.project import Project
from bsc_site.model.declared.scorecard import Objective, Person, Perspective, Scorecard
from bsc_site.model.problem import Finding
from bsc_site.model.rules.renames.former_ids import CALLED_OTHERWISE, GIVEN_UP

Element: TypeAlias = Kpi | Person | Scorecard | Perspective | Objective | Initiative


class ElementKind(NamedTuple):
    """A kind of elements, and the scorecard in which an id of it counts; empty where it counts in the whole project."""

    noun: str
    scorecard: str = ""


Ids: TypeAlias = Mapping[ElementKind, Mapping[str, str]]
"""Which ids there are of each kind, each with the name of its element; empty where it is not known."""


def ids_of(project: Project) -> dict[ElementKind, dict[str, str]]:
    """The ids of every element of a project that has an address of its own."""
    return {kind: {id_: _name(each) for id_, each in found.items()} for kind, found in _elements(project).items()}


def vanished_ids(project: Project, before: Sequence[Ids]) -> Iterator[Finding]:
    """A finding for each id that one of `before` has and the project knows neither as an id nor as an earlier one.

    What stood in a scorecard that is gone has gone with it.
    """
    today = _elements(project)
    told = set()
    for stood in before:
        for kind, names in stood.items():
            here = _kind_today(kind, project)
            elements = today.get(here)
            if elements is None:
                continue
            known = {*elements, *(former for each in elements.values() for former in each.was)}
            gone = [each for each in names if each not in known and (here, each) not in told]
            new = {id_: each for id_, each in elements.items() if id_ not in names and not {*each.was} & {*names}}
            told |= {(here, each) for each in gone}
            yield from (_finding(project, here, each, _become(each, names, gone, new)) for each in gone)


def _elements(project: Project) -> dict[ElementKind, dict[str, Element]]:
    below = {card.id: card for card in project.scorecards if card is not project.root}
    found: dict[ElementKind, dict[str, Element]] = {
        ElementKind("kpi"): {**project.kpis},
        ElementKind("person"): {**project.people},
        ElementKind("scorecard"): {**below},
    }
    for card in project.scorecards:
        found[ElementKind("perspective", card.id)] = {each.id: each for each in card.perspectives}
        found[ElementKind("objective", card.id)] = {**card.objectives}
        found[ElementKind("initiative", card.id)] = {each.id: each for each in card.initiatives}
    return found


def _name(element: Element) -> str:
    return element.title if isinstance(element, Scorecard) else element.name


def _kind_today(kind: ElementKind, project: Project) -> ElementKind:
    """The same kind in the scorecard as it is called today."""
    now = {former: card.id for card in project.scorecards for former in card.was}
    return kind._replace(scorecard=now.get(kind.scorecard, kind.scorecard))


def _become(old: str, names: Mapping[str, str], gone: Sequence[str], new: Mapping[str, Element]) -> Element | None:
    """What it has probably become: the one new element of the same name, or the only new one when it alone is gone."""
    alike = [each for each in new.values() if names[old] and _name(each) == names[old]]
    likely = alike or (list(new.values()) if len(gone) == 1 else [])
    return likely[0] if len(likely) == 1 else None


def _finding(project: Project, kind: ElementKind, old: str, now: Element | None) -> Finding:
    noun = "KPI" if kind.noun == "kpi" else kind.noun
    if now is None:
        home = kind.scorecard or project.root.id
        return Finding(f"scorecard/{home}", "", "BSC122", GIVEN_UP, (("kind", noun), ("old", old)))
    address = "/".join(filter(None, (kind.noun, kind.scorecard, now.id)))
    entries = ", ".join((*now.was, old))
    figures = (("kind", noun), ("old", old), ("id", now.id), ("entries", entries))
    return Finding(address, "", "BSC122", CALLED_OTHERWISE, figures)
