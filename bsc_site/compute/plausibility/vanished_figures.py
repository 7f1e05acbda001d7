"""Vanished figures: those that an earlier version of the data had and that are there no longer."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date

from bsc_site.model.declared.project import Project
from bsc_site.model.problem import Finding
from bsc_site.model.rules.plausibility import VANISHED
from bsc_site.model.series import Series


def vanished_figures(
    project: Project, before: Mapping[str, Series], now: Mapping[str, Series], day: date
) -> Iterator[Finding]:
    """A finding for each KPI of which `before`, the series of `day`, has complete periods that `now` has not.

    What is computed from others follows from them, and figures of another frequency cannot be compared.
    """
    for kpi in project.kpis.values():
        old = before.get(kpi.id)
        if old is None or kpi.computed or old.frequency is not now[kpi.id].frequency:
            continue
        known = {each.period for each in now[kpi.id].observations}
        gone = [each.period for each in old.complete if each.period not in known]
        if gone:
            told = (("count", len(gone)), ("day", day), ("first", gone[0]), ("last", gone[-1]))
            yield Finding(f"kpi/{kpi.id}", "", "BSC371", VANISHED.one, told, VANISHED.many)
