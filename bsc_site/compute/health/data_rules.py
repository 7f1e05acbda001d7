"""Rules about data: where it comes from, how recent and how frequent it is."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise
from statistics import median

from bsc_site.compute.health.subject import Subject, Verdict
from bsc_site.model.concluded.assessment import KpiAssessment
from bsc_site.model.figures import count_text, date_text, period_text
from bsc_site.model.period import Period
from bsc_site.model.vocabularies import FreshnessWord

_FEWEST_FIGURES = 4
"""Fewer say nothing about how often they come."""


def kpi_without_source(subject: Subject) -> Iterator[Verdict]:
    """Every KPI has a source, a formula, or figures in a data file."""
    for found in subject.own_kpis:
        kpi = found.kpi
        flaw = f"'{kpi.name}' has neither source nor formula, and no figure in data/"
        told = kpi.source or kpi.formula or found.points
        yield Verdict(f"kpi/{kpi.id}", "" if told else flaw, "source")


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


def _late(subject: Subject, found: KpiAssessment, word: FreshnessWord) -> str:
    fresh = found.freshness
    if fresh.word is not word or fresh.next_period is None or fresh.next_due is None:
        return ""
    days = count_text((subject.as_of - fresh.next_due).days, "day")
    missing = count_text(fresh.missed, "period")
    return (
        f"'{found.kpi.name}' is {days} late: {period_text(fresh.next_period)} was due on {date_text(fresh.next_due)}; "
        f"{missing} {'is' if fresh.missed == 1 else 'are'} missing"
    )


def finer_than_its_data(subject: Subject) -> Iterator[Verdict]:
    """Figures come as often as the frequency says."""
    for found in subject.own_kpis:
        periods = [each.period for each in found.points]
        if len(periods) < _FEWEST_FIGURES:
            continue
        steps = _usual_step(periods)
        noun = found.kpi.frequency.noun
        flaw = (
            f"'{found.kpi.name}' is {found.kpi.frequency.value}, but its {len(periods)} figures "
            f"usually come every {count_text(steps, noun)}"
        )
        yield Verdict(f"kpi/{found.kpi.id}", flaw if steps > 1 else "", "frequency")


def _usual_step(periods: list[Period]) -> int:
    return round(median(after.ordinal - before.ordinal for before, after in pairwise(periods)))
