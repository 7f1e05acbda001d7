"""Duty: which figures are to be delivered, by whom, by when, and how late they are."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from bsc_site.model.concluded.assessment import KpiAssessment
from bsc_site.model.concluded.review_assessment import Duty


def duties(kpis: Iterable[KpiAssessment], as_of: date) -> tuple[Duty, ...]:
    """One for each KPI whose figures somebody delivers, the latest first; computed KPIs need nobody.

    It falls to the updater, otherwise to the owner, and to None where neither is named.
    """
    delivered = (each for each in kpis if each.kpi.formula is None and each.kpi.from_children is None)
    found = [_duty(each, as_of) for each in delivered]
    return tuple(sorted(found, key=lambda duty: (duty.due is not None, duty.due or as_of)))


def _duty(found: KpiAssessment, as_of: date) -> Duty:
    fresh = found.freshness
    late = (as_of - fresh.next_due).days if fresh.next_due else 0
    person = found.kpi.updater or found.kpi.owner
    return Duty(person, found.kpi.id, fresh.next_period, fresh.next_due, max(0, late), fresh.missed)
