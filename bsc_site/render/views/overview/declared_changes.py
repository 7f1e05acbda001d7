"""Declared changes: what the YAML of a scorecard says otherwise than a month ago, by kind."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from bsc_site.model.differences.difference import DifferenceKind, ElementKey, ElementSort, ToldDifference
from bsc_site.model.value_class import dataclass
from bsc_site.render.views.parts.page_parts import Link
from bsc_site.render.views.parts.standpoint import Standpoint
from bsc_site.wording.language import noted, say, say_count, told
from bsc_site.wording.reporting.difference_text import sort_text

_HEADINGS: Mapping[DifferenceKind, tuple[str, str]] = {
    DifferenceKind.STATUS: ("flipped", noted("Statuses that an edit flipped")),
    DifferenceKind.FIGURES: ("other-figures", noted("Figures revised afterwards")),
    DifferenceKind.TARGET: ("moved", noted("Targets that were moved")),
    DifferenceKind.DEFINITION: ("redefined", noted("Definitions that were edited")),
    DifferenceKind.WEIGHT: ("weights", noted("Weights that were edited")),
    DifferenceKind.OWNER: ("owners", noted("Owners that changed")),
    DifferenceKind.ARROW: ("arrows", noted("Arrows of the map that were edited")),
    DifferenceKind.REVIEW: ("minuted", noted("What reviews said and decided")),
    DifferenceKind.ADDED: ("added", noted("New elements")),
    DifferenceKind.RENAMED: ("renamed", noted("Elements with another id")),
    DifferenceKind.GONE: ("left", noted("Elements that are gone")),
}

_CAUSED = (DifferenceKind.STATUS, DifferenceKind.FIGURES)
"""Kinds that say nothing of their cause by themselves."""


@dataclass(frozen=True, slots=True)
class DeclaredRow:
    """One element that is declared otherwise; its link has no address where there is no page of it any more."""

    link: Link
    sort: str
    sentence: str


@dataclass(frozen=True, slots=True)
class DeclaredGroup:
    """Everything of one kind, under a heading with its anchor."""

    anchor: str
    heading: str
    rows: tuple[DeclaredRow, ...]


def declared_groups(here: Standpoint) -> tuple[DeclaredGroup, ...]:
    """What this scorecard declares otherwise; what belongs to no scorecard is told by the one at the top."""
    found = (each for each in here.assessment.changes.declared if not _told_elsewhere(each))
    return grouped(here, found)


def grouped(here: Standpoint, differences: Iterable[ToldDifference]) -> tuple[DeclaredGroup, ...]:
    """What is told of this scorecard, by kind."""
    found = [each for each in differences if _home(here, each) == here.id]
    return tuple(
        DeclaredGroup(anchor, told(heading), rows)
        for kind, (anchor, heading) in _HEADINGS.items()
        if (rows := tuple(_row(here, each) for each in found if each.kind is kind))
    )


def edited_summary(groups: tuple[DeclaredGroup, ...]) -> str:
    """The sentence for a month without any other news; empty where nothing is declared otherwise either."""
    count = sum(len(group.rows) for group in groups)
    if not count:
        return ""
    return say_count(
        "No figure is news; {count} thing is declared otherwise than a month ago.",
        "No figure is news; {count} things are declared otherwise than a month ago.",
        count,
    )


def _told_elsewhere(difference: ToldDifference) -> bool:
    """Whether the page says it already: KPIs that are gone or have another id have a list of their own."""
    return difference.kind is DifferenceKind.GONE and difference.element.sort is ElementSort.KPI


def _home(here: Standpoint, difference: ToldDifference) -> str:
    key, project = difference.element, here.assessment.project
    cards = {card.id for card in project.scorecards}
    if key.sort is ElementSort.KPI and (name := _today(here, key.id)) in project.home_of:
        return project.home_of[name].id
    home = key.id if key.sort is ElementSort.SCORECARD else key.scorecard
    return home if home in cards else project.root.id


def _today(here: Standpoint, kpi: str) -> str:
    """The id that a KPI of an earlier version has now."""
    return here.assessment.project.renamed_kpis.get(kpi, kpi)


def _row(here: Standpoint, difference: ToldDifference) -> DeclaredRow:
    link = Link(difference.name) if difference.kind is DifferenceKind.GONE else _link(here, difference)
    sentence = difference.sentence
    if difference.kind in _CAUSED:
        sentence = say("{what}; cause: {causes}", what=sentence, causes=difference.causes)
    return DeclaredRow(link, sort_text(difference), sentence)


def _link(here: Standpoint, difference: ToldDifference) -> Link:
    key = difference.element
    if key.sort is ElementSort.KPI:
        name = _today(here, key.id)
        return here.kpi(name) if name in here.assessment.kpis else Link(difference.name)
    return _of_card(here, key) or Link(difference.name)


def _of_card(here: Standpoint, key: ElementKey) -> Link | None:
    """The page of an element of this scorecard; None for what has none, and for what is not there any more."""
    if key.sort is ElementSort.OBJECTIVE and key.id in here.card.objectives:
        return here.objective(key.id)
    if key.sort is ElementSort.PERSPECTIVE and key.id in here.card.perspectives:
        return here.perspective(key.id)
    if key.sort is ElementSort.PERSON and key.id in here.assessment.project.people:
        return here.person(key.id)
    return here.initiative(key.id) if key.sort is ElementSort.INITIATIVE and key.id in here.card.initiatives else None
