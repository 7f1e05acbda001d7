"""Duty: which figures are to be delivered, by whom, by when, and how late they are."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from bsc_site.model.concluded.assessment import KpiAssessment
from bsc_site.model.concluded.overview import Duty, DutyRoster
from bsc_site.model.series import FromHidden


def roster_of(kpis: Iterable[KpiAssessment], as_of: date) -> DutyRoster:
    """One duty for each KPI whose figures somebody delivers; computed KPIs need nobody.

    It falls to the updater, otherwise to the owner, and to None where neither is named.
    """
    known = list(kpis)
    found = [_duty(each, as_of) for each in known if not _computed(each)]
    latest_first = sorted(found, key=lambda duty: (duty.due is not None, duty.due or as_of))
    return DutyRoster(tuple(latest_first), len(known) - len(found))


def _computed(found: KpiAssessment) -> bool:
    """An audience that may not see the formula is not told of a figure that nobody delivers."""
    return found.kpi.computed or isinstance(found.origin, FromHidden)


def _duty(found: KpiAssessment, as_of: date) -> Duty:
    fresh = found.freshness
    late = (as_of - fresh.next_due).days if fresh.next_due else 0
    person = found.kpi.updater or found.kpi.owner
    return Duty(person, found.kpi.id, fresh.next_period, fresh.next_due, max(0, late), fresh.missed)
