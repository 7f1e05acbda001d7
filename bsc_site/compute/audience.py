"""Audience: the project as a circle of readers may see it, with every trace of the rest removed."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import field, replace
from enum import Enum
from typing import Protocol, TypeAlias

from bsc_site.compute.tacit_audience import people_named, tacitly_kept, themes_named
from bsc_site.model.declared.cascade import Goal
from bsc_site.model.declared.initiative import Initiative
from bsc_site.model.declared.kpi import FromChildren, Kpi
from bsc_site.model.declared.project import Project
from bsc_site.model.declared.review import Review, Risk
from bsc_site.model.declared.scorecard import (
    DEFAULT_AUDIENCES,
    NO_AUDIENCE,
    Drive,
    Objective,
    Perspective,
    Scorecard,
)
from bsc_site.model.formula_grammar.parse import parse
from bsc_site.model.formula_grammar.tokens import FormulaError
from bsc_site.model.problem import Finding
from bsc_site.model.rules.rollups import MADE_FROM_HIDDEN
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


class _Addressed(Protocol):
    @property
    def audience(self) -> str | None: ...


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
    shown = [_visible(card, cuts[card.id], hidden) for card in project.scorecards]
    return replace(project, scorecards=_without_strangers(project.scorecards, shown))


@dataclass(frozen=True, slots=True)
class Apart:
    """How many elements are not for everybody, by the audience that they are declared for."""

    left_out: Mapping[str, int] = field(default_factory=dict)
    """Those that the readers of the site do not see."""
    shown: Mapping[str, int] = field(default_factory=dict)
    """Those that they see, narrower than the widest circle."""
    kpis: frozenset[str] = field(default=frozenset(), compare=False)
    """The ids of the KPIs that the readers do not see."""


def set_apart(project: Project, name: str | None) -> Apart:
    """What is not for everybody, in a site for the audience `name`; None sees everything.

    Raises UnknownAudienceError.
    """
    cuts = _cuts(project, name)
    left_out, shown = Counter[str](), Counter[str]()
    for card in project.scorecards:
        cut = cuts[card.id]
        for element in _elements(card):
            if element.audience is not None and not cut.keeps(element):
                left_out[element.audience] += 1
            elif element.audience is not None and element.audience != cut.audiences[0]:
                shown[element.audience] += 1
    hidden = _hidden(project, cuts)
    left_out.update(hidden.tacit)
    return Apart(left_out, shown, hidden.kpis)


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


def _elements(card: Scorecard) -> Iterator[_Addressed]:
    yield from card.perspectives
    for row in card.perspectives:
        yield from row.objectives
    yield from card.kpis
    yield from card.initiatives
    yield from card.reviews
    yield from card.risks


def _cuts(project: Project, name: str | None) -> dict[str, _Cut]:
    """Scorecard id to what is cut away; UnknownAudienceError when no scorecard knows the name."""
    known = {card.id: card.audiences or audiences_of(project) for card in project.scorecards}
    names = tuple(dict.fromkeys(each for audiences in known.values() for each in audiences))
    if name is not None and name not in names:
        raise UnknownAudienceError(name, (*names, NO_AUDIENCE))
    return {card: _Cut(audiences, name) for card, audiences in known.items()}


@dataclass(frozen=True, slots=True)
class _Cut:
    audiences: tuple[str, ...]
    name: str | None

    def keeps(self, element: _Addressed) -> bool:
        if element.audience is None or self.name is None:
            return True
        if self.name not in self.audiences or element.audience not in self.audiences:
            return False
        return self.audiences.index(element.audience) <= self.audiences.index(self.name)


@dataclass(frozen=True, slots=True)
class _Hidden:
    """Ids that may not be named: KPIs project-wide, everything else as `kind/scorecard/id`."""

    kpis: frozenset[str]
    others: frozenset[str]
    known: frozenset[str]
    """Every KPI of the project, hidden or not."""
    tags: frozenset[str]
    """Every tag of a hidden KPI."""
    tacit: tuple[str, ...] = ()
    """The audience of each element that is hidden for what it is made from, or belongs to."""

    def names(self, reference: str, card: str) -> bool:
        kind, _, rest = reference.partition("/")
        if kind == "kpi":
            return rest.rpartition("/")[2] in self.kpis
        return f"{kind}/{rest if '/' in rest else f'{card}/{rest}'}" in self.others


def _told_kpis(project: Project, cuts: Mapping[str, _Cut]) -> dict[str, str]:
    """KPIs that are hidden by the audience that they name."""
    kpis = ((kpi, cuts[card.id]) for card in project.scorecards for kpi in card.kpis)
    return {kpi.id: str(kpi.audience) for kpi, cut in kpis if not cut.keeps(kpi)}


def _told_goals(project: Project, cuts: Mapping[str, _Cut]) -> dict[Goal, str]:
    """Objectives that are hidden by the audience that they or their perspectives name."""
    found = {}
    for card in project.scorecards:
        cut = cuts[card.id]
        for row in card.perspectives:
            for objective in row.objectives:
                reason = next((each for each in (row, objective) if not cut.keeps(each)), None)
                if reason is not None:
                    found[Goal(card.id, objective.id)] = str(reason.audience)
    return found


def _hidden(project: Project, cuts: Mapping[str, _Cut]) -> _Hidden:
    told, goals = _told_kpis(project, cuts), _told_goals(project, cuts)
    tacit = tacitly_kept(project, told, goals)
    idle = _idle_initiatives(project, goals)
    kpis = frozenset((*told, *tacit))
    others = {f"objective/{goal.scorecard}/{goal.objective}" for goal in goals} | idle.keys()
    for card in project.scorecards:
        keeps = cuts[card.id].keeps
        others |= {f"initiative/{card.id}/{each.id}" for each in card.initiatives if not keeps(each)}
        others |= {f"risk/{card.id}/{each.id}" for each in card.risks if not keeps(each)}
        others |= {f"perspective/{card.id}/{row.id}" for row in card.perspectives if not keeps(row)}
    tags = frozenset(tag for each in kpis for tag in project.kpis[each].tags)
    reasons = (*(each.audience for each in tacit.values()), *idle.values())
    return _Hidden(kpis, frozenset(others), frozenset(project.kpis), tags, reasons)


def _idle_initiatives(project: Project, goals: Mapping[Goal, str]) -> dict[str, str]:
    """Initiatives that name no audience and serve hidden objectives only, with the audience of the first of these."""
    found = {}
    for card in project.scorecards:
        for each in card.initiatives:
            served = [Goal(card.id, name) for name in each.serves]
            if each.audience is None and served and all(goal in goals for goal in served):
                found[f"initiative/{card.id}/{each.id}"] = goals[served[0]]
    return found


def _visible(card: Scorecard, cut: _Cut, hidden: _Hidden) -> Scorecard:
    def stays(kind: str, name: str) -> bool:
        return not hidden.names(f"{kind}/{name}", card.id)

    def open_to_all(element: Review | Risk) -> bool:
        return cut.keeps(element) and (element.on is None or not hidden.names(element.on, card.id))

    rows = (each for each in card.perspectives if cut.keeps(each))
    shown = card.model_copy(
        update={
            "perspectives": tuple(_perspective(each, card, cut, hidden) for each in rows),
            "kpis": tuple(_kpi(each, hidden) for each in card.kpis if stays("kpi", each.id)),
            "initiatives": tuple(
                _initiative(each, card, hidden) for each in card.initiatives if stays("initiative", each.id)
            ),
            "reviews": tuple(each for each in card.reviews if open_to_all(each)),
            "risks": tuple(each for each in card.risks if open_to_all(each)),
        },
    )
    shown.__dict__.pop("objectives", None)  # a copy would remember those from before anything was hidden
    return shown


def _without_strangers(before: Sequence[Scorecard], shown: Sequence[Scorecard]) -> tuple[Scorecard, ...]:
    """The scorecards without the people and themes that nothing names any more; those never named stay."""
    named = {person for card in before for person in people_named(card)}
    strangers = named - {person for card in shown for person in people_named(card)}
    cards = []
    for card, now in zip(before, shown, strict=True):
        idle = themes_named(card) - themes_named(now)
        update = {
            "people": tuple(each for each in now.people if each.id not in strangers),
            "themes": tuple(each for each in now.themes if each.id not in idle),
        }
        cards.append(now.model_copy(update=update))
    return tuple(cards)


def _perspective(row: Perspective, card: Scorecard, cut: _Cut, hidden: _Hidden) -> Perspective:
    objectives = (each for each in row.objectives if cut.keeps(each))
    return row.model_copy(update={"objectives": tuple(_objective(each, card, hidden) for each in objectives)})


def _objective(objective: Objective, card: Scorecard, hidden: _Hidden) -> Objective:
    def shown(reference: str) -> bool:
        return not hidden.names(f"objective/{reference}", card.parent or card.id)

    drives = (each for each in objective.drives if not hidden.names(f"objective/{each.to}", card.id))
    return objective.model_copy(
        update={
            "kpis": tuple(each for each in objective.kpis if each not in hidden.kpis),
            "drives": tuple(_drive(each, hidden) for each in drives),
            "supports": tuple(each for each in objective.supports if shown(each)),
        },
    )


def _drive(drive: Drive, hidden: _Hidden) -> Drive:
    """Without its hidden KPIs; half a pair of cause and effect says nothing, so the pair goes as a whole."""
    via = () if hidden.kpis.intersection(drive.via) else drive.via
    return drive.model_copy(
        update={"via": via, "controls": tuple(each for each in drive.controls if each not in hidden.kpis)}
    )


def _initiative(initiative: Initiative, card: Scorecard, hidden: _Hidden) -> Initiative:
    def shown(kind: str, name: str) -> bool:
        return not hidden.names(f"{kind}/{name}", card.id)

    return initiative.model_copy(
        update={
            "serves": tuple(each for each in initiative.serves if shown("objective", each)),
            "depends_on": tuple(each for each in initiative.depends_on if shown("initiative", each)),
        },
    )


def _kpi(kpi: Kpi, hidden: _Hidden) -> Kpi:
    """Without its formula or roll-up when that may name a hidden KPI; its values were computed before."""
    if kpi.from_children is not None and _names_hidden(kpi.from_children, hidden):
        kpi = kpi.model_copy(update={"from_children": None})
    if kpi.formula is None or not hidden.kpis:
        return kpi
    try:
        secret = bool(parse(kpi.formula, hidden.known).names & hidden.kpis)
    except FormulaError:
        secret = True
    return kpi.model_copy(update={"formula": None}) if secret else kpi


def _names_hidden(rule: FromChildren, hidden: _Hidden) -> bool:
    return bool(hidden.kpis.intersection(rule.kpis)) or bool(rule.tag and rule.tag in hidden.tags)
