"""The subject that the rules about balance look at: one scorecard within its project."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import date
from functools import cached_property
from typing import Any, NamedTuple, TypeAlias

from bsc_site.compute.known.memory import Memory
from bsc_site.compute.known.value_code import ValueCode
from bsc_site.compute.known.value_word import word_of_values
from bsc_site.model.concluded.assessment import KpiAssessment, ScorecardAssessment
from bsc_site.model.concluded.project_assessment import Assessment
from bsc_site.model.declared.scorecard import Drive, Objective, Scorecard
from bsc_site.model.period import Period
from bsc_site.model.problem import Figure
from bsc_site.model.saying.said import Counted
from bsc_site.model.value_class import dataclass


class Breach(NamedTuple):
    """What is wrong with an element: the sentence of the rule, and the figures for its named places."""

    sentence: str | Counted
    figures: tuple[tuple[str, Figure], ...]


def breach(sentence: str | Counted, /, **figures: Figure) -> Breach:
    """A breach with its figures by the names of their places."""
    return Breach(sentence, tuple(figures.items()))


class Verdict(NamedTuple):
    """What a rule says about one element: None where all is well, otherwise what is wrong, with its figures."""

    element: str
    breach: Breach | None = None
    key: str = ""


class MapLink(NamedTuple):
    """One arrow of the map: the objective that declares it, its position there, and what is declared."""

    source: Objective
    position: int
    drive: Drive


@dataclass(frozen=True)
class Whole:
    """What rules need to know about the whole project; it is found out once."""

    assessment: Assessment

    @cached_property
    def mentions(self) -> Counter[str]:
        """Person id to how many elements, decisions and reviews name the person."""
        return Counter(name for card in self._cards for name in _named(card) if name)

    @cached_property
    def reviewed(self) -> dict[str, tuple[Period, ...]]:
        """Address (`kpi/<id>`, `objective/<scorecard>/<id>`) to the periods whose reviews speak of it."""
        periods: dict[str, list[Period]] = {}
        for card in self._cards:
            for review in card.reviews:
                periods.setdefault(_address(review.on, card.id), []).append(review.period)
        return {address: tuple(each) for address, each in periods.items()}

    @cached_property
    def objectives_of(self) -> dict[str, tuple[str, ...]]:
        """KPI id to the addresses of the objectives that list it."""
        found: dict[str, list[str]] = {}
        for card in self._cards:
            for objective in card.objectives.values():
                for kpi in objective.kpis:
                    found.setdefault(kpi, []).append(f"objective/{card.id}/{objective.id}")
        return {kpi: tuple(each) for kpi, each in found.items()}

    @property
    def _cards(self) -> tuple[Scorecard, ...]:
        return self.assessment.project.scorecards


def _named(card: Scorecard) -> Iterator[str | None]:
    """Everyone whom a scorecard gives something to do, once for each element."""
    yield from (objective.owner for objective in card.objectives.values())
    yield from (initiative.owner for initiative in card.initiatives)
    yield from (risk.owner for risk in card.risks)
    for kpi in card.kpis:
        yield kpi.owner
        yield kpi.updater
    for review in card.reviews:
        yield review.by
        yield from (decision.owner for decision in review.decisions)


def _address(reference: str, card: str) -> str:
    """The full address of what a review is about: KPIs have one id in the project, objectives one in a scorecard."""
    kind, _, rest = reference.partition("/")
    if kind == "kpi":
        return f"kpi/{rest.rpartition('/')[2]}"
    return reference if "/" in rest else f"{kind}/{card}/{rest}"


@dataclass(frozen=True)
class Subject:
    """One scorecard at one date; `changed` is the day its files last changed, None where that is unknown."""

    whole: Whole
    assessed: ScorecardAssessment
    changed: date | None = None
    some: tuple[KpiAssessment, ...] | None = None
    """The KPIs that are looked at where it is not all of them."""

    @property
    def card(self) -> Scorecard:
        """The scorecard as declared."""
        return self.assessed.scorecard

    @property
    def as_of(self) -> date:
        """The day of the build."""
        return self.whole.assessment.as_of

    @property
    def address(self) -> str:
        """The address of the scorecard itself."""
        return f"scorecard/{self.card.id}"

    def objective(self, objective: str) -> str:
        """The address of one of its objectives."""
        return f"objective/{self.card.id}/{objective}"

    @cached_property
    def own_kpis(self) -> tuple[KpiAssessment, ...]:
        """The KPIs that this very scorecard declares; those of others are looked at with their own."""
        if self.some is not None:
            return self.some
        known = self.whole.assessment.kpis
        return tuple(known[kpi.id] for kpi in self.card.kpis if kpi.id in known)

    @cached_property
    def terms(self) -> str:
        """The word of what is declared for its statuses, which rules look at beside a KPI and its figures."""
        return word_of_values(self.card.status_names, self.card.statuses)

    @cached_property
    def links(self) -> tuple[MapLink, ...]:
        """The arrows of the map, in the order of the file."""
        return tuple(
            MapLink(objective, position, drive)
            for objective in self.card.objectives.values()
            for position, drive in enumerate(objective.drives)
            if drive.to in self.card.objectives
        )

    @cached_property
    def row_of(self) -> dict[str, int]:
        """Objective id to its row of the map, 0 for the top one."""
        rows = enumerate(self.card.perspectives)
        return {objective.id: row for row, perspective in rows for objective in perspective.objectives}


class _VerdictsCode:
    """How what a rule says of one KPI is kept."""

    def __init__(self) -> None:
        self._code = ValueCode()

    def told(self, verdicts: tuple[Verdict, ...]) -> Any:
        return [
            [each.element, each.key, None if each.breach is None else self._code.told(tuple(each.breach))]
            for each in verdicts
        ]

    def value(self, told: Any) -> tuple[Verdict, ...]:
        return tuple(
            Verdict(element, None if breach is None else Breach(*self._code.value(breach)), key)
            for element, key, breach in told
        )

    def found(self, memory: Memory, rule: str, word: str) -> tuple[Verdict, ...] | None:
        found: tuple[Verdict, ...] | None = memory.found(rule, word, self)
        return found


_VERDICTS = _VerdictsCode()
Look: TypeAlias = Callable[[Subject], Iterator[Verdict]]
"""How a rule looks at a scorecard."""


def looked_at_alone(code: str, look: Look, subject: Subject, memory: Memory) -> Iterator[Verdict]:
    """What a rule says that looks at one KPI after the other, at nothing but the KPI and the terms of its scorecard."""
    words = subject.whole.assessment.words
    at = {each.kpi.id: f"{words[each.kpi.id]} {subject.terms}" if words else "" for each in subject.own_kpis}
    known = {name: _VERDICTS.found(memory, code, each) for name, each in at.items()}
    unknown = tuple(each for each in subject.own_kpis if known[each.kpi.id] is None)
    made: dict[str, list[Verdict]] = {f"kpi/{each.kpi.id}": [] for each in unknown}
    for verdict in look(replace(subject, some=unknown)) if unknown else ():
        made[verdict.element].append(verdict)
    for name, found in known.items():
        told = tuple(made[f"kpi/{name}"]) if found is None else found
        if found is None:
            memory.keep(code, at[name], told, _VERDICTS)
        yield from told
