"""Rules about data: where it comes from, how recent and how frequent it is."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise
from statistics import median

from bsc_site.compute.health.subject import Breach, Subject, Verdict, breach
from bsc_site.model.concluded.assessment import KpiAssessment
from bsc_site.model.period import Period
from bsc_site.model.problem import Span
from bsc_site.model.rules.balance_sentences import FIGURES_ARE_LATE, FINER_THAN_ITS_DATA, KPI_WITHOUT_SOURCE
from bsc_site.model.vocabularies import FreshnessWord

_FEWEST_FIGURES = 4
"""Fewer say nothing about how often they come."""


def kpi_without_source(subject: Subject) -> Iterator[Verdict]:
    """Every KPI has a source, a formula, or figures in a data file."""
    for found in subject.own_kpis:
        kpi = found.kpi
        known = kpi.source or kpi.computed or found.points
        yield Verdict(f"kpi/{kpi.id}", None if known else breach(KPI_WITHOUT_SOURCE, name=kpi.name), "source")


def stale_data(subject: Subject) -> Iterator[Verdict]:
    """At most one period is missing."""
    for found in subject.own_kpis:
        if found.points:
            yield Verdict(f"kpi/{found.kpi.id}", _late(subject, found, FreshnessWord.STALE))


def overdue_data(subject: Subject) -> Iterator[Verdict]:
    """No period is missing."""
    for found in subject.own_kpis:
        if found.points:
            yield Verdict(f"kpi/{found.kpi.id}", _late(subject, found, FreshnessWord.OVERDUE))


def _late(subject: Subject, found: KpiAssessment, word: FreshnessWord) -> Breach | None:
    fresh = found.freshness
    if fresh.word is not word or fresh.next_period is None or fresh.next_due is None:
        return None
    late = Span((subject.as_of - fresh.next_due).days)
    return breach(
        FIGURES_ARE_LATE,
        name=found.kpi.name,
        late=late,
        next=fresh.next_period,
        due=fresh.next_due,
        count=fresh.missed,
    )


def finer_than_its_data(subject: Subject) -> Iterator[Verdict]:
    """Figures come as often as the frequency says."""
    for found in subject.own_kpis:
        periods = [each.period for each in found.points]
        if len(periods) < _FEWEST_FIGURES:
            continue
        steps = _usual_step(periods)
        own = found.kpi.frequency
        step = Span(steps, own)
        told = breach(FINER_THAN_ITS_DATA, name=found.kpi.name, frequency=own, count=len(periods), step=step)
        yield Verdict(f"kpi/{found.kpi.id}", told if steps > 1 else None, "frequency")


def _usual_step(periods: list[Period]) -> int:
    return round(median(after.ordinal - before.ordinal for before, after in pairwise(periods)))
