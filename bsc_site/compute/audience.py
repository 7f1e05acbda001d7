"""Audience: the project as a circle of readers may see it, with every trace of the rest removed."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import field, replace
from enum import Enum
from typing import TypeAlias

from bsc_site.compute.rollup.withheld_scores import judged_by_more
from bsc_site.compute.tacit_audience import tacitly_kept
from bsc_site.compute.visible_parts import Addressed, Cut, Hidden, visible, without_strangers
from bsc_site.model.declared.cascade import Goal
from bsc_site.model.declared.project import Project
from bsc_site.model.declared.scorecard import (
    DEFAULT_AUDIENCES,
    NO_AUDIENCE,
    Scorecard,
)
from bsc_site.model.kept_fields import kept_in, without_kept
from bsc_site.model.problem import Finding, Names
from bsc_site.model.rules.rollups import KEPT_WITH_OTHERS, MADE_FROM_HIDDEN
from bsc_site.model.value_class import dataclass


class Circle(Enum):
    """Readers who are asked for without the name of an audience."""

    WIDEST = "widest"
    """Everybody: the first of the project's audiences, whatever its name."""
    EVERYTHING = NO_AUDIENCE
    """Those from whom nothing is kept."""


Readers: TypeAlias = "str | Circle"
"""For whom a site is: an audience of the project by its name, or one of the two circles that every project has."""


class UnknownAudienceError(ValueError):
    """`audience` is none of the project's; `allowed` are those that are, and the name for everything."""

    def __init__(self, audience: str, allowed: tuple[str, ...]) -> None:
        """Keep both."""
        self.audience, self.allowed = audience, allowed
        super().__init__(audience, allowed)


def audiences_of(project: Project) -> tuple[str, ...]:
    """The project's audiences from the widest to the narrowest: those of the root scorecard, else the default."""
    return project.root.audiences or DEFAULT_AUDIENCES


def audience_of(project: Project, readers: Readers) -> str | None:
    """The name of the audience that is meant; None for those who see everything."""
    if readers is Circle.EVERYTHING or readers == NO_AUDIENCE:
        return None
    return audiences_of(project)[0] if isinstance(readers, Circle) else readers


def for_audience(project: Project, name: str | None) -> Project:
    """The project without what `name` may not see, nor any reference to it; None keeps everything.

    An element with an audience is kept when that stands at or before `name` in the list. An audience that the list does
    not know is kept from everyone. What says nothing of its audience goes with what it is made from, or with all that
    it belongs to. Raises UnknownAudienceError.
    """
    if name is None:
        return project
    cuts = _cuts(project, name)
    hidden = _hidden(project, cuts)
    shown = [visible(card, cuts[card.id], hidden) for card in project.scorecards if cuts[card.id].closed is None]
    return replace(project, scorecards=without_strangers(project.scorecards, shown))


def without_kept_fields(project: Project, name: str | None) -> Project:
    """The project with all its elements, and without the keys that `name` may not see. Raises UnknownAudienceError."""
    if name is None or not any(kept_in(card) for card in project.scorecards):
        return project
    cuts = _cuts(project, name)
    return replace(project, scorecards=tuple(without_kept(card, cuts[card.id].admits) for card in project.scorecards))


@dataclass(frozen=True, slots=True)
class Apart:
    """How many elements are not for everybody, by the audience that they are declared for."""

    left_out: Mapping[str, int] = field(default_factory=dict)
    """Those that the readers of the site do not see."""
    shown: Mapping[str, int] = field(default_factory=dict)
    """Those that they see, narrower than the widest circle."""
    kpis: frozenset[str] = field(default=frozenset(), compare=False)
    """The ids of the KPIs of whose data the readers do not see everything, or nothing."""


def set_apart(project: Project, name: str | None) -> Apart:
    """What is not for everybody, in a site for the audience `name`; None sees everything.

    Raises UnknownAudienceError.
    """
    cuts = _cuts(project, name)
    left_out, shown = Counter[str](), Counter[str]()
    for card in project.scorecards:
        cut = cuts[card.id]
        if cut.closed is not None:
            left_out[cut.closed] += 1
            continue
        kept = (each.audience for each in kept_in(card))
        for audience in (card.audience, *(each.audience for each in _elements(card)), *kept):
            if audience is not None and not cut.admits(audience):
                left_out[audience] += 1
            elif audience is not None and audience != cut.audiences[0]:
                shown[audience] += 1
    hidden = _hidden(project, cuts)
    left_out.update(hidden.tacit)
    return Apart(left_out, shown, hidden.kpis | frozenset(_with_kept_columns(project, cuts)))


def _with_kept_columns(project: Project, cuts: Mapping[str, Cut]) -> Iterator[str]:
    for card in project.scorecards:
        for kpi in card.kpis:
            if any(each.path[0] == "source" and not cuts[card.id].admits(each.audience) for each in kept_in(kpi)):
                yield kpi.id


def kept_without_a_word(project: Project) -> tuple[Finding, ...]:
    """A finding for each KPI that names no audience and is not for everybody for what it is made from."""
    widest = audiences_of(project)[0]
    cuts = _cuts(project, widest)
    kept = tacitly_kept(project, _told_kpis(project, cuts), _told_goals(project, cuts))
    return tuple(
        Finding(
            f"kpi/{name}",
            "",
            "BSC155",
            MADE_FROM_HIDDEN,
            (("kpi", reason.kpi), ("audience", reason.audience), ("widest", widest)),
        )
        for name, reason in kept.items()
        if reason.kpi is not None
    )


def kept_with_others(project: Project) -> tuple[Finding, ...]:
    """A finding for each scorecard with elements that name no audience and are kept with all that they belong to."""
    widest = audiences_of(project)[0]
    cuts = _cuts(project, widest)
    goals = _told_goals(project, cuts)
    tacit = tacitly_kept(project, _told_kpis(project, cuts), goals)
    homeless = {name for name, reason in tacit.items() if reason.kpi is None}
    shown = {card.id: card for card in for_audience(project, widest).scorecards}
    idle = _idle_initiatives([card for card in project.scorecards if card.id in shown], goals)
    found = []
    for card in (each for each in project.scorecards if each.id in shown):
        names = [each.name for each in card.kpis if each.id in homeless]
        names += [each.name for each in card.initiatives if f"initiative/{card.id}/{each.id}" in idle]
        for before, now in ((card.people, shown[card.id].people), (card.themes, shown[card.id].themes)):
            left = {each.id for each in now}
            names += [each.name for each in before if each.id not in left and cuts[card.id].keeps(each)]
        if names:
            figures = (("names", Names(tuple(names))), ("widest", widest))
            found.append(Finding(f"scorecard/{card.id}", "", "BSC159", KEPT_WITH_OTHERS, figures))
    return tuple(found)


def _elements(card: Scorecard) -> Iterator[Addressed]:
    yield from card.perspectives
    for row in card.perspectives:
        yield from row.objectives
        for objective in row.objectives:
            yield from objective.drives
    yield from card.kpis
    yield from card.initiatives
    for initiative in card.initiatives:
        yield from initiative.milestones
    yield from card.reviews
    for review in card.reviews:
        yield from review.decisions
    yield from card.risks
    yield from card.people
    yield from card.themes


def _cuts(project: Project, name: str | None) -> dict[str, Cut]:
    """Scorecard id to what is cut away; UnknownAudienceError when no scorecard knows the name."""
    known = {card.id: card.audiences or audiences_of(project) for card in project.scorecards}
    names = tuple(dict.fromkeys(each for audiences in known.values() for each in audiences))
    if name is not None and name not in names:
        raise UnknownAudienceError(name, (*names, NO_AUDIENCE))
    return _closed(project, {card: Cut(audiences, name) for card, audiences in known.items()})


def _closed(project: Project, cuts: dict[str, Cut]) -> dict[str, Cut]:
    """The same, closed where a scorecard below the top is kept as a whole: by its own word, or by one above it."""
    for card in project.scorecards[1:]:
        above = cuts[card.parent].closed if card.parent in cuts else None
        closed = above if above is not None or cuts[card.id].keeps(card) else card.audience
        if closed is not None:
            cuts[card.id] = replace(cuts[card.id], closed=closed)
    return cuts


def _told_kpis(project: Project, cuts: Mapping[str, Cut]) -> dict[str, str]:
    """KPIs that are hidden by the audience that they name."""
    kpis = ((kpi, cuts[card.id]) for card in project.scorecards for kpi in card.kpis)
    return {kpi.id: cut.closed or str(kpi.audience) for kpi, cut in kpis if not cut.keeps(kpi)}


def _told_goals(project: Project, cuts: Mapping[str, Cut]) -> dict[Goal, str]:
    """Objectives that are hidden by the audience that they or their perspectives name."""
    found = {}
    for card in project.scorecards:
        cut = cuts[card.id]
        for row in card.perspectives:
            for objective in row.objectives:
                reason = next((each for each in (row, objective) if not cut.keeps(each)), None)
                if reason is not None:
                    found[Goal(card.id, objective.id)] = cut.closed or str(reason.audience)
    return found


def _hidden(project: Project, cuts: Mapping[str, Cut]) -> Hidden:
    told, goals = _told_kpis(project, cuts), _told_goals(project, cuts)
    tacit = tacitly_kept(project, told, goals)
    idle = _idle_initiatives([card for card in project.scorecards if cuts[card.id].closed is None], goals)
    kpis = frozenset((*told, *tacit))
    others = {f"objective/{goal.scorecard}/{goal.objective}" for goal in goals} | idle.keys()
    for card in project.scorecards:
        keeps = cuts[card.id].keeps
        others |= {f"initiative/{card.id}/{each.id}" for each in card.initiatives if not keeps(each)}
        others |= {f"risk/{card.id}/{each.id}" for each in card.risks if not keeps(each)}
        others |= {f"perspective/{card.id}/{row.id}" for row in card.perspectives if not keeps(row)}
        others |= {f"scorecard/{card.id}"} if cuts[card.id].closed is not None else set()
    tags = frozenset(tag for each in kpis for tag in project.kpis[each].tags)
    reasons = (*(each.audience for each in tacit.values()), *idle.values())
    people = frozenset(each.id for card in project.scorecards for each in card.people if not cuts[card.id].keeps(each))
    judged = frozenset(_judged_by_more(project, cuts))
    return Hidden(kpis, frozenset(others), frozenset(project.kpis), tags, people, judged, reasons)


def _judged_by_more(project: Project, cuts: Mapping[str, Cut]) -> Iterator[str]:
    for card in project.scorecards:
        for kpi in card.kpis:
            if kept_in(kpi) and judged_by_more(kpi, without_kept(kpi, cuts[card.id].admits)):
                yield kpi.id


def _idle_initiatives(cards: Iterable[Scorecard], goals: Mapping[Goal, str]) -> dict[str, str]:
    """Initiatives that name no audience and serve hidden objectives only, with the audience of the first of these."""
    found = {}
    for card in cards:
        for each in card.initiatives:
            served = [Goal(card.id, name) for name in each.serves]
            if each.audience is None and served and all(goal in goals for goal in served):
                found[f"initiative/{card.id}/{each.id}"] = goals[served[0]]
    return found
