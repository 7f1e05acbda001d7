"""Rules about KPIs: how many there are, of which kind, and how they are defined."""

from __future__ import annotations

from collections.abc import Iterator

from bsc_site.compute.health.subject import Subject, Verdict
from bsc_site.compute.series.aggregation import PER_CENT, rule_of
from bsc_site.model.declared.kpi import Kpi
from bsc_site.model.declared.scorecard import Perspective
from bsc_site.model.figures import count_text
from bsc_site.model.vocabularies import Aggregate, Kind

MOST_KPIS, MOST_KPIS_ON_AN_OBJECTIVE, MOST_KPIS_TO_BEGIN_WITH = 25, 3, 10
_FEWEST_TO_COMPARE = 3
"""Fewer KPIs are too few to call all of them one-sided."""
_CODE_LENGTH = 3


def too_many_kpis(subject: Subject) -> Iterator[Verdict]:
    """At most 25 on one scorecard."""
    count = len(subject.assessed.kpis)
    flaw = f"{count} KPIs; more than {MOST_KPIS} are no longer the few that matter"
    yield Verdict(subject.address, flaw if count > MOST_KPIS else "", "kpis")


def objective_without_kpi(subject: Subject) -> Iterator[Verdict]:
    """Every objective has a KPI."""
    for each in subject.card.objectives.values():
        flaw = f"'{each.name}' has no KPI, so nobody can tell whether it is reached"
        yield Verdict(subject.objective(each.id), "" if each.kpis else flaw, "kpis")


def objective_with_too_many_kpis(subject: Subject) -> Iterator[Verdict]:
    """At most 3 on one objective."""
    for each in subject.card.objectives.values():
        count = len(each.kpis)
        flaw = f"'{each.name}' has {count} KPIs; {MOST_KPIS_ON_AN_OBJECTIVE} are the most that still point one way"
        yield Verdict(subject.objective(each.id), flaw if count > MOST_KPIS_ON_AN_OBJECTIVE else "", "kpis")


def perspective_without_leading_kpi(subject: Subject) -> Iterator[Verdict]:
    """Every perspective with KPIs has one that leads."""
    for row in subject.card.perspectives:
        kpis = _known(subject, (name for each in row.objectives for name in each.kpis))
        flaw = _none_leads(len(kpis), row.name)
        yield Verdict(f"perspective/{subject.card.id}/{row.id}", "" if _some_lead(kpis) else flaw)


def objective_without_leading_kpi(subject: Subject) -> Iterator[Verdict]:
    """Every objective with KPIs has one that leads; where its whole row has none, the row is told instead."""
    for row in subject.card.perspectives:
        if not _some_lead(_known(subject, (name for each in row.objectives for name in each.kpis))):
            continue
        for each in row.objectives:
            kpis = _known(subject, each.kpis)
            flaw = _none_leads(len(kpis), each.name)
            yield Verdict(subject.objective(each.id), "" if _some_lead(kpis) else flaw, "kpis")


def only_financial_kpis(subject: Subject) -> Iterator[Verdict]:
    """Not all KPIs are about money."""
    kpis = _known(subject, subject.assessed.kpis)
    if len(kpis) < _FEWEST_TO_COMPARE:
        return
    rows = {name: row for row in subject.card.perspectives for each in row.objectives for name in each.kpis}
    money = [kpi for kpi in kpis if _is_currency(kpi.unit) or _is_financial(rows.get(kpi.id))]
    flaw = f"all {len(kpis)} KPIs are about money"
    yield Verdict(subject.address, flaw if len(money) == len(kpis) else "", "kpis")


def pilot_suggested(subject: Subject) -> Iterator[Verdict]:
    """A first scorecard that nobody has reviewed yet begins with ten KPIs, or as a pilot."""
    if len(subject.whole.assessment.scorecards) > 1:
        return
    count = len(subject.assessed.kpis)
    first = not subject.card.pilot and not subject.card.reviews
    flaw = f"{count} KPIs on a first scorecard; begin with {MOST_KPIS_TO_BEGIN_WITH} at most, or call it a pilot"
    yield Verdict(subject.address, flaw if first and count > MOST_KPIS_TO_BEGIN_WITH else "", "kpis")


def kpi_without_description(subject: Subject) -> Iterator[Verdict]:
    """Every KPI says in words what it is."""
    for kpi in (each.kpi for each in subject.own_kpis):
        told = kpi.description or kpi.purpose or kpi.formula_in_words
        flaw = f"'{kpi.name}' has none of the 3 that say what it is: description, purpose, formula in words"
        yield Verdict(f"kpi/{kpi.id}", "" if told else flaw, "description")


def averaged_ratio(subject: Subject) -> Iterator[Verdict]:
    """A percentage or ratio of a longer time is never the mean of shorter ones."""
    for found in subject.own_kpis:
        kpi = found.kpi
        per_cent = kpi.unit.strip() == PER_CENT
        if not per_cent and not (kpi.source and kpi.source.numerator):
            continue
        most = max((each.count for each in found.points), default=1)
        means = sum(each.count > 1 for each in found.points)
        flaw = (
            f"{count_text(means, 'figure')} of '{kpi.name}' {'are' if means > 1 else 'is'} the plain mean of up to "
            f"{most} {'percentages' if per_cent else 'ratios'}; a small part counts as much as a large one"
        )
        yield Verdict(f"kpi/{kpi.id}", flaw if means and rule_of(kpi) is Aggregate.MEAN else "", "aggregate")


def same_measure_twice(subject: Subject) -> Iterator[Verdict]:
    """No two KPIs are the same figures."""
    first: dict[str, Kpi] = {}
    for kpi in (each.kpi for each in subject.own_kpis):
        if kpi.source is None and kpi.formula is None:
            continue
        formula = "".join((kpi.formula or "").split())
        earlier = first.setdefault(f"{kpi.source!r} {formula} {rule_of(kpi)}", kpi)
        flaw = f"'{kpi.name}' is 1 of 2 KPIs from the same source and formula; the other is '{earlier.name}'"
        yield Verdict(f"kpi/{kpi.id}", "" if earlier is kpi else flaw, "source" if kpi.source else "formula")


def _known(subject: Subject, names: Iterator[str] | tuple[str, ...]) -> list[Kpi]:
    kpis = subject.whole.assessment.kpis
    return [kpis[name].kpi for name in dict.fromkeys(names) if name in kpis]


def _some_lead(kpis: list[Kpi]) -> bool:
    return not kpis or any(kpi.kind is Kind.LEADING for kpi in kpis)


def _none_leads(count: int, name: str) -> str:
    return (
        f"the only KPI of '{name}' is a lagging one" if count == 1 else f"all {count} KPIs of '{name}' are lagging ones"
    )


def _is_currency(unit: str) -> bool:
    return len(unit) == _CODE_LENGTH and unit.isalpha() and unit.isupper()


def _is_financial(row: Perspective | None) -> bool:
    return row is not None and "financ" in f"{row.id} {row.name}".lower()
