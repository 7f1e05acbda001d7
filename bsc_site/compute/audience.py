"""Audience: the project as a circle of readers may see it, with every trace of the rest removed."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from enum import Enum
from typing import Protocol, TypeAlias, TypeVar

from bsc_site.compute.formulas.parse import parse
from bsc_site.compute.formulas.tokens import FormulaError
from bsc_site.model.declared.initiative import Initiative
from bsc_site.model.declared.kpi import FromChildren, Kpi
from bsc_site.model.declared.project import Project
from bsc_site.model.declared.scorecard import (
    DEFAULT_AUDIENCES,
    NO_AUDIENCE,
    Drive,
    Objective,
    Perspective,
    Scorecard,
)


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


_Element = TypeVar("_Element", bound=_Addressed)


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
    not know is kept from everyone. Raises UnknownAudienceError.
    """
    if name is None:
        return project
    cuts = _cuts(project, name)
    hidden = _hidden(project, cuts)
    return Project(tuple(_visible(card, cuts[card.id], hidden) for card in project.scorecards))


@dataclass(frozen=True, slots=True)
class Apart:
    """How many elements are not for everybody, by the audience that they are declared for."""

    left_out: Mapping[str, int] = field(default_factory=dict)
    """Those that the readers of the site do not see."""
    shown: Mapping[str, int] = field(default_factory=dict)
    """Those that they see, narrower than the widest circle."""


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
    return Apart(left_out, shown)


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

    def kept(self, elements: Iterable[_Element]) -> tuple[_Element, ...]:
        return tuple(element for element in elements if self.keeps(element))


@dataclass(frozen=True, slots=True)
class _Hidden:
    """Ids that may not be named: KPIs project-wide, everything else as `kind/scorecard/id`."""

    kpis: frozenset[str]
    others: frozenset[str]
    known: frozenset[str]
    """Every KPI of the project, hidden or not."""
    tags: frozenset[str]
    """Every tag of a hidden KPI."""

    def names(self, reference: str, card: str) -> bool:
        kind, _, rest = reference.partition("/")
        if kind == "kpi":
            return rest.rpartition("/")[2] in self.kpis
        return f"{kind}/{rest if '/' in rest else f'{card}/{rest}'}" in self.others


def _hidden(project: Project, cuts: dict[str, _Cut]) -> _Hidden:
    kpis, others = set(), set()
    for card in project.scorecards:
        keeps = cuts[card.id].keeps
        kpis |= {kpi.id for kpi in card.kpis if not keeps(kpi)}
        others |= {f"initiative/{card.id}/{each.id}" for each in card.initiatives if not keeps(each)}
        others |= {f"risk/{card.id}/{each.id}" for each in card.risks if not keeps(each)}
        for row in card.perspectives:
            gone = not keeps(row)
            others |= {f"perspective/{card.id}/{row.id}"} if gone else set()
            others |= {f"objective/{card.id}/{each.id}" for each in row.objectives if gone or not keeps(each)}
    tags = frozenset(tag for each in kpis for tag in project.kpis[each].tags)
    return _Hidden(frozenset(kpis), frozenset(others), frozenset(project.kpis), tags)


def _visible(card: Scorecard, cut: _Cut, hidden: _Hidden) -> Scorecard:
    shown = card.model_copy(
        update={
            "perspectives": tuple(_perspective(each, card, cut, hidden) for each in cut.kept(card.perspectives)),
            "kpis": tuple(_kpi(each, hidden) for each in cut.kept(card.kpis)),
            "initiatives": tuple(_initiative(each, card, hidden) for each in cut.kept(card.initiatives)),
            "reviews": tuple(each for each in cut.kept(card.reviews) if not hidden.names(each.on, card.id)),
            "risks": tuple(
                each for each in cut.kept(card.risks) if each.on is None or not hidden.names(each.on, card.id)
            ),
        },
    )
    shown.__dict__.pop("objectives", None)  # a copy would remember those from before anything was hidden
    return shown


def _perspective(row: Perspective, card: Scorecard, cut: _Cut, hidden: _Hidden) -> Perspective:
    return row.model_copy(
        update={"objectives": tuple(_objective(each, card, hidden) for each in cut.kept(row.objectives))}
    )


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
