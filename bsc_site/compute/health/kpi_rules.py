"""Rules about KPIs: how many there are, of which kind, and how they are defined."""

from __future__ import annotations

from collections.abc import Iterator

from bsc_site.compute.health.subject import Breach, Subject, Verdict, breach
from bsc_site.compute.series.aggregation import PER_CENT, rule_of
from bsc_site.model.declared.kpi import Kpi
from bsc_site.model.declared.scorecard import Perspective
from bsc_site.model.rules.balance_sentences import (
    AVERAGED_PERCENTAGES,
    AVERAGED_RATIOS,
    KPI_WITHOUT_DESCRIPTION,
    NONE_LEADS,
    OBJECTIVE_WITH_TOO_MANY_KPIS,
    OBJECTIVE_WITHOUT_KPI,
    ONLY_FINANCIAL_KPIS,
    PILOT_SUGGESTED,
    SAME_MEASURE_TWICE,
    TOO_MANY_KPIS,
)
from bsc_site.model.vocabularies import Aggregate, Kind

MOST_KPIS, MOST_KPIS_ON_AN_OBJECTIVE, MOST_KPIS_TO_BEGIN_WITH = 25, 3, 10
_FEWEST_TO_COMPARE = 3
"""Fewer KPIs are too few to call all of them one-sided."""


def too_many_kpis(subject: Subject) -> Iterator[Verdict]:
    """At most 25 on one scorecard."""
    count = len(subject.assessed.kpis)
    told = breach(TOO_MANY_KPIS, count=count, most=MOST_KPIS)
    yield Verdict(subject.address, told if count > MOST_KPIS else None, "kpis")


def objective_without_kpi(subject: Subject) -> Iterator[Verdict]:
    """Every objective has a KPI."""
    for each in subject.card.objectives.values():
        told = breach(OBJECTIVE_WITHOUT_KPI, name=each.name)
        yield Verdict(subject.objective(each.id), None if each.kpis else told, "kpis")


def objective_with_too_many_kpis(subject: Subject) -> Iterator[Verdict]:
    """At most 3 on one objective."""
    for each in subject.card.objectives.values():
        count = len(each.kpis)
        told = breach(OBJECTIVE_WITH_TOO_MANY_KPIS, name=each.name, count=count, most=MOST_KPIS_ON_AN_OBJECTIVE)
        yield Verdict(subject.objective(each.id), told if count > MOST_KPIS_ON_AN_OBJECTIVE else None, "kpis")


def perspective_without_leading_kpi(subject: Subject) -> Iterator[Verdict]:
    """Every perspective with KPIs has one that leads."""
    for row in subject.card.perspectives:
        kpis = _known(subject, (name for each in row.objectives for name in each.kpis))
        yield Verdict(f"perspective/{subject.card.id}/{row.id}", _none_leads(kpis, row.name))


def objective_without_leading_kpi(subject: Subject) -> Iterator[Verdict]:
    """Every objective with KPIs has one that leads; where its whole row has none, the row is told instead."""
    for row in subject.card.perspectives:
        if not _some_lead(_known(subject, (name for each in row.objectives for name in each.kpis))):
            continue
        for each in row.objectives:
            kpis = _known(subject, each.kpis)
            yield Verdict(subject.objective(each.id), _none_leads(kpis, each.name), "kpis")


def only_financial_kpis(subject: Subject) -> Iterator[Verdict]:
    """Not all KPIs are about money."""
    kpis = _known(subject, subject.assessed.kpis)
    if len(kpis) < _FEWEST_TO_COMPARE:
        return
    rows = {name: row for row in subject.card.perspectives for each in row.objectives for name in each.kpis}
    money = [kpi for kpi in kpis if kpi.in_money or _is_financial(rows.get(kpi.id))]
    told = breach(ONLY_FINANCIAL_KPIS, count=len(kpis))
    yield Verdict(subject.address, told if len(money) == len(kpis) else None, "kpis")


def pilot_suggested(subject: Subject) -> Iterator[Verdict]:
    """A first scorecard that nobody has reviewed yet begins with ten KPIs, or as a pilot."""
    if len(subject.whole.assessment.scorecards) > 1:
        return
    count = len(subject.assessed.kpis)
    first = not subject.card.pilot and not subject.card.reviews
    told = breach(PILOT_SUGGESTED, count=count, most=MOST_KPIS_TO_BEGIN_WITH)
    yield Verdict(subject.address, told if first and count > MOST_KPIS_TO_BEGIN_WITH else None, "kpis")


def kpi_without_description(subject: Subject) -> Iterator[Verdict]:
    """Every KPI says in words what it is."""
    for kpi in (each.kpi for each in subject.own_kpis):
        described = kpi.description or kpi.purpose or kpi.formula_in_words
        told = breach(KPI_WITHOUT_DESCRIPTION, name=kpi.name)
        yield Verdict(f"kpi/{kpi.id}", None if described else told, "description")


def averaged_ratio(subject: Subject) -> Iterator[Verdict]:
    """A percentage or ratio of a longer time is never the mean of shorter ones."""
    for found in subject.own_kpis:
        kpi = found.kpi
        per_cent = kpi.unit.strip() == PER_CENT
        if not per_cent and not (kpi.source and kpi.source.numerator):
            continue
        most = max((each.count for each in found.points), default=1)
        means = sum(each.count > 1 for each in found.points)
        sentence = AVERAGED_PERCENTAGES if per_cent else AVERAGED_RATIOS
        told = breach(sentence, name=kpi.name, count=means, most=most)
        yield Verdict(f"kpi/{kpi.id}", told if means and rule_of(kpi) is Aggregate.MEAN else None, "aggregate")


def same_measure_twice(subject: Subject) -> Iterator[Verdict]:
    """No two KPIs are the same figures."""
    first: dict[str, Kpi] = {}
    for kpi in (each.kpi for each in subject.own_kpis):
        if kpi.source is None and kpi.formula is None:
            continue
        formula = "".join((kpi.formula or "").split())
        earlier = first.setdefault(f"{kpi.source!r} {formula} {rule_of(kpi)}", kpi)
        told = breach(SAME_MEASURE_TWICE, name=kpi.name, other=earlier.name)
        yield Verdict(f"kpi/{kpi.id}", None if earlier is kpi else told, "source" if kpi.source else "formula")


def _known(subject: Subject, names: Iterator[str] | tuple[str, ...]) -> list[Kpi]:
    kpis = subject.whole.assessment.kpis
    return [kpis[name].kpi for name in dict.fromkeys(names) if name in kpis]


def _some_lead(kpis: list[Kpi]) -> bool:
    return not kpis or any(kpi.kind is Kind.LEADING for kpi in kpis)


def _none_leads(kpis: list[Kpi], name: str) -> Breach | None:
    return None if _some_lead(kpis) else breach(NONE_LEADS, count=len(kpis), name=name)


def _is_financial(row: Perspective | None) -> bool:
    return row is not None and "financ" in f"{row.id} {row.name}".lower()
