"""Rules about ownership: every element belongs to someone, and not all to one."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from bsc_site.compute.health.subject import Subject, Verdict

_FEWEST_ELEMENTS = 4
"""Fewer may well belong to one person."""


def kpi_without_owner(subject: Subject) -> Iterator[Verdict]:
    """Every KPI has an owner."""
    for each in subject.own_kpis:
        flaw = f"'{each.kpi.name}' has no owner"
        yield Verdict(f"kpi/{each.kpi.id}", "" if each.kpi.owner else flaw, "owner")


def objective_without_owner(subject: Subject) -> Iterator[Verdict]:
    """Every objective has an owner."""
    for each in subject.card.objectives.values():
        yield Verdict(subject.objective(each.id), "" if each.owner else f"'{each.name}' has no owner", "owner")


def person_who_owns_nothing(subject: Subject) -> Iterator[Verdict]:
    """Everyone on the list of people has something to do."""
    for person in subject.card.people:
        flaw = f"'{person.name}' owns nothing: no objective, KPI, initiative, risk or decision"
        yield Verdict(f"person/{person.id}", "" if subject.whole.mentions[person.id] else flaw)


def owner_of_everything(subject: Subject) -> Iterator[Verdict]:
    """Objectives and KPIs belong to more than one person."""
    objectives = [each.owner for each in subject.card.objectives.values()]
    owners = [owner for owner in (*objectives, *(each.kpi.owner for each in subject.own_kpis)) if owner]
    if len(owners) < _FEWEST_ELEMENTS:
        return
    owner, count = Counter(owners).most_common(1)[0]
    person = subject.whole.assessment.project.people.get(owner)
    flaw = f"all {count} owned objectives and KPIs belong to '{person.name if person else owner}'"
    yield Verdict(subject.address, flaw if count == len(owners) else "")
