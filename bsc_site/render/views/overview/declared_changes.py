"""Declared changes: what the YAML of a scorecard says otherwise than a month ago, by kind."""

from __future__ import annotations

from collections.abc import Mapping

from bsc_site.model.differences.difference import Difference, DifferenceKind, ElementKey, ElementSort
from bsc_site.model.value_class import dataclass
from bsc_site.render.views.parts.page_parts import Link
from bsc_site.render.views.parts.standpoint import Standpoint
from bsc_site.wording.language import noted, say_count, told
from bsc_site.wording.reporting.difference_text import difference_text, sort_text

_HEADINGS: Mapping[DifferenceKind, tuple[str, str]] = {
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
    found = [each for each in here.assessment.changes.declared if _home(here, each) == here.id]
    return tuple(
        DeclaredGroup(anchor, told(heading), rows)
        for kind, (anchor, heading) in _HEADINGS.items()
        if (rows := tuple(_row(here, each) for each in found if each.kind is kind and not _told_elsewhere(each)))
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


def _told_elsewhere(difference: Difference) -> bool:
    """Whether the page says it already: KPIs that are gone or have another id have a list of their own."""
    return difference.kind is DifferenceKind.GONE and difference.element.sort is ElementSort.KPI


def _home(here: Standpoint, difference: Difference) -> str:
    key, project = difference.element, here.assessment.project
    cards = {card.id for card in project.scorecards}
    if key.sort is ElementSort.KPI and key.id in project.home_of:
        return project.home_of[key.id].id
    home = key.id if key.sort is ElementSort.SCORECARD else key.scorecard
    return home if home in cards else project.root.id


def _row(here: Standpoint, difference: Difference) -> DeclaredRow:
    project = here.assessment.project
    link = Link(difference.name) if difference.kind is DifferenceKind.GONE else _link(here, difference)
    return DeclaredRow(link, sort_text(difference), difference_text(difference, (project, project)))


def _link(here: Standpoint, difference: Difference) -> Link:
    key = difference.element
    return here.kpi(key.id) if key.sort is ElementSort.KPI else _of_card(here, key) or Link(difference.name)


def _of_card(here: Standpoint, key: ElementKey) -> Link | None:
    """The page of an element of this scorecard; None for what has none."""
    if key.sort is ElementSort.OBJECTIVE:
        return here.objective(key.id)
    if key.sort is ElementSort.PERSPECTIVE:
        return here.perspective(key.id)
    return here.initiative(key.id) if key.sort is ElementSort.INITIATIVE else None
