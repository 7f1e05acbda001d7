"""Rules about ownership: every element belongs to someone, and not all to one."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from bsc_site.compute.health.subject import Subject, Verdict, breach
from bsc_site.model.rules.balance_sentences import NO_OWNER, OWNS_EVERYTHING, OWNS_NOTHING

_FEWEST_ELEMENTS = 4
"""Fewer may well belong to one person."""


def kpi_without_owner(subject: Subject) -> Iterator[Verdict]:
    """Every KPI has an owner."""
    for each in subject.own_kpis:
        told = breach(NO_OWNER, name=each.kpi.name)
        yield Verdict(f"kpi/{each.kpi.id}", None if each.kpi.owner else told, "owner")


def objective_without_owner(subject: Subject) -> Iterator[Verdict]:
    """Every objective has an owner."""
    for each in subject.card.objectives.values():
        told = breach(NO_OWNER, name=each.name)
        yield Verdict(subject.objective(each.id), None if each.owner else told, "owner")


def person_who_owns_nothing(subject: Subject) -> Iterator[Verdict]:
    """Everyone on the list of people has something to do."""
    for person in subject.card.people:
        told = breach(OWNS_NOTHING, name=person.name)
        yield Verdict(f"person/{person.id}", None if subject.whole.mentions[person.id] else told)


def owner_of_everything(subject: Subject) -> Iterator[Verdict]:
    """Objectives and KPIs belong to more than one person."""
    objectives = [each.owner for each in subject.card.objectives.values()]
    owners = [owner for owner in (*objectives, *(each.kpi.owner for each in subject.own_kpis)) if owner]
    if len(owners) < _FEWEST_ELEMENTS:
        return
    owner, count = Counter(owners).most_common(1)[0]
    person = subject.whole.assessment.project.people.get(owner)
    told = breach(OWNS_EVERYTHING, count=count, name=person.name if person else owner)
    yield Verdict(subject.address, told if count == len(owners) else None)
