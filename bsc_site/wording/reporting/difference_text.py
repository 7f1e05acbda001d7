"""A difference in words: what is another about an element, and by which causes."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import reduce, singledispatch
from typing import NamedTuple

from bsc_site.model.declared.kpi import Kpi
from bsc_site.model.declared.project import Project
from bsc_site.model.declared.scorecard import Drive
from bsc_site.model.declared.targets import Target
from bsc_site.model.differences.difference import (
    ChangedFigure,
    ChangedFigures,
    Difference,
    DifferenceKind,
    Different,
    ElementKey,
    ElementSort,
    FormerId,
    InputCause,
    NoMore,
    OtherArrow,
    OtherDecision,
    OtherEntry,
    OtherField,
    OtherTarget,
    OtherTargets,
    StatusFlip,
    ToldDifference,
)
from bsc_site.model.vocabularies import InitiativeStatus, Status
from bsc_site.wording.figures import period_text
from bsc_site.wording.initiative_text import initiative_word
from bsc_site.wording.kpi_figures import declared_text, figure_text, figures_apart
from bsc_site.wording.language import enumeration, noted, say, say_count, told
from bsc_site.wording.reporting.field_text import field_texts, list_edits, value_text
from bsc_site.wording.reporting.minuted_text import decision_difference, entry_difference
from bsc_site.wording.reporting.people_named import PeopleNamed

CAUSES: Mapping[InputCause, str] = {
    InputCause.DATA: noted("data"),
    InputCause.TARGET: noted("target"),
    InputCause.DEFINITION: noted("definition"),
    InputCause.WEIGHT: noted("weight"),
    InputCause.REVIEW: noted("review"),
    InputCause.CODE: noted("code"),
}
KINDS: Mapping[DifferenceKind, str] = {
    DifferenceKind.STATUS: noted("Statuses"),
    DifferenceKind.FIGURES: noted("Figures"),
    DifferenceKind.TARGET: noted("Targets"),
    DifferenceKind.DEFINITION: noted("Definitions"),
    DifferenceKind.WEIGHT: noted("Weights"),
    DifferenceKind.OWNER: noted("Owners"),
    DifferenceKind.ARROW: noted("Arrows"),
    DifferenceKind.REVIEW: noted("Reviews"),
    DifferenceKind.ADDED: noted("Added"),
    DifferenceKind.RENAMED: noted("Renamed"),
    DifferenceKind.GONE: noted("Gone"),
    DifferenceKind.PROGRAM: noted("Program"),
}
SORTS: Mapping[ElementSort, str] = {
    ElementSort.PROJECT: noted("project"),
    ElementSort.SCORECARD: noted("scorecard"),
    ElementSort.PERSPECTIVE: noted("perspective"),
    ElementSort.OBJECTIVE: noted("objective"),
    ElementSort.KPI: noted("KPI"),
    ElementSort.INITIATIVE: noted("initiative"),
    ElementSort.RISK: noted("risk"),
    ElementSort.THEME: noted("theme"),
    ElementSort.PERSON: noted("person"),
}
MOST_FIGURES = 3
"""So many figures of one KPI are told; the others are counted."""


def causes_text(difference: Difference) -> str:
    """`data, target`."""
    return enumeration(told(CAUSES[each]) for each in difference.causes)


def sort_text(difference: Difference | ToldDifference) -> str:
    """What the element is: `KPI`."""
    return told(SORTS[difference.element.sort])


def difference_text(difference: Difference, projects: tuple[Project, Project]) -> str:
    """What is another, without the element's name and without a full stop: `On track to At risk`.

    `projects` are both versions, by whose words it is told.
    """
    return _told(difference.what, AtElement(difference.element, projects))


class AtElement(NamedTuple):
    """The element of which something is told, and both versions of the project."""

    key: ElementKey
    projects: tuple[Project, Project]

    def kpi_name(self, kpi: str) -> str:
        """What readers call a KPI, of today or of before; its id where there is none."""
        return next((each.kpis[kpi].name for each in reversed(self.projects) if kpi in each.kpis), kpi)

    def goal_name(self, objective: str) -> str:
        """What readers call an objective of this or of a named scorecard; its id where there is none."""
        *home, last = objective.split("/")
        name = home[0] if home else self.key.scorecard
        cards = (card for project in reversed(self.projects) for card in project.scorecards if card.id == name)
        return next((card.objectives[last].name for card in cards if last in card.objectives), objective)

    @property
    def people(self) -> PeopleNamed:
        """What the people of both versions are called."""
        return PeopleNamed(self.projects)

    @property
    def kpi(self) -> Kpi | None:
        """The KPI as it is declared today, by which its figures are written."""
        return self.projects[1].kpis.get(self.key.id) if self.key.sort is ElementSort.KPI else None


@singledispatch
def _told(what: Different, _: AtElement) -> str:
    raise TypeError(what)


@_told.register
def _gone_or_new(_: NoMore, at: AtElement) -> str:
    return at.key.id


@_told.register
def _renamed(what: FormerId, at: AtElement) -> str:
    return say("{now} instead of {before}", now=at.key.id, before=what.id)


@_told.register
def _flip(flip: StatusFlip, at: AtElement) -> str:
    earlier, later = at.projects
    before = flip.own[0] or _status(flip.before, flip.scores[0], at.key, earlier)
    after = flip.own[1] or _status(flip.after, flip.scores[1], at.key, later)
    return say("{before} to {after}", before=before, after=after)


def _status(status: Status | InitiativeStatus, score: float | None, key: ElementKey, project: Project) -> str:
    """A status in the words of the scorecard that the element belongs to."""
    cards = {card.id: card for card in project.scorecards}
    home = project.home_of.get(key.id) if key.sort is ElementSort.KPI else cards.get(key.scorecard or key.id)
    words = (home or project.root).words
    return words.of(status, score) if isinstance(status, Status) else initiative_word(status, words)


@_told.register
def _figures(what: ChangedFigures, at: AtElement) -> str:
    """The latest of them, and how many there are beside."""
    shown = [_figure(each, at.kpi) for each in reversed(what.figures[-MOST_FIGURES:])]
    more = len(what.figures) - len(shown)
    if more:
        shown.append(say_count("{count} more figure", "{count} more figures", more))
    return enumeration(shown)


def _figure(figure: ChangedFigure, kpi: Kpi | None) -> str:
    period = period_text(figure.period)
    if figure.before is not None and figure.after is not None:
        before, after = _apart(kpi, figure.before, figure.after)
        return say("{period}: {before} became {after}", period=period, before=before, after=after)
    if figure.before is None:
        return say("{period}: {after} is new", period=period, after=_quantity(kpi, figure.after))
    return say("{period}: {before} is gone", period=period, before=_quantity(kpi, figure.before))


def _apart(kpi: Kpi | None, before: float, after: float) -> tuple[str, str]:
    return figures_apart(kpi, before, after) if kpi else (value_text(before), value_text(after))


def _quantity(kpi: Kpi | None, value: float | None) -> str:
    return figure_text(kpi, value) if kpi else value_text(value)


@_told.register
def _targets(what: OtherTargets, at: AtElement) -> str:
    sentences = (_target(each, at.kpi) for each in what.targets)
    return reduce(lambda first, second: say("{first}; {second}", first=first, second=second), sentences)


def _target(target: OtherTarget, kpi: Kpi | None) -> str:
    before, after = target
    if before is not None and after is not None:
        figures = {"before": _aim(before, kpi), "after": _aim(after, kpi), "period": period_text(after.period)}
        return say("{after} by {period}, before that {before}", **figures)
    if after is not None:
        return say("{after} by {period} is new", after=_aim(after, kpi), period=period_text(after.period))
    if before is not None:
        return say("{before} by {period} is gone", before=_aim(before, kpi), period=period_text(before.period))
    return ""


def _aim(target: Target, kpi: Kpi | None) -> str:
    """What is to be reached: one value, or both ends of a band; with its note where only that is another."""
    if target.value is not None or kpi is None:
        return declared_text(kpi, target.value) if kpi else value_text(target)
    return say("{low} to {high}", low=declared_text(kpi, target.low), high=declared_text(kpi, target.high))


@_told.register
def _entry(what: OtherEntry, _: AtElement) -> str:
    return entry_difference(what)


@_told.register
def _decision(what: OtherDecision, at: AtElement) -> str:
    return decision_difference(what, at.people)


@_told.register
def _field(field: OtherField, at: AtElement) -> str:
    listed = list_edits(field, at.kpi_name if field.key == "kpis" else at.goal_name)
    if listed:
        return listed
    before, after = at.people.pair(field) or field_texts(field, at.kpi)
    if not after:
        return say("{key} edited", key=field.key)
    return say("{key}: {after}, before that {before}", key=field.key, before=before, after=after)


@_told.register
def _arrow(arrow: OtherArrow, at: AtElement) -> str:
    to = at.goal_name(arrow.to)
    if arrow.before is None:
        return say("{key} {to} is new", key=arrow.key, to=to)
    if arrow.after is None:
        return say("{key} {to} is gone", key=arrow.key, to=to)
    return say("{key} {to}: {keys}", key=arrow.key, to=to, keys=enumeration(_edited(arrow, at)))


def _edited(arrow: OtherArrow, at: AtElement) -> Iterator[str]:
    before, after = arrow.before, arrow.after
    if not isinstance(before, Drive) or not isinstance(after, Drive):
        return
    for name in type(after).model_fields:
        old, new = getattr(before, name), getattr(after, name)
        if old != new:
            yield _field(OtherField(name, old, new), at)
