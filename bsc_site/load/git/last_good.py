"""Last good: which day the figures are of that stand in for a connection that does not answer."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import NamedTuple

from bsc_site.load.connections.series_of_sources import Stale
from bsc_site.load.git.deliveries import delivery_days
from bsc_site.model.problem import Finding
from bsc_site.model.provenance import Found, Provenance
from bsc_site.model.sentences.asked import connection_sentences as told
from bsc_site.model.series import Readings


class LastGood(NamedTuple):
    """The readings, which say from when they are, and a finding for each KPI with figures that were fetched before."""

    readings: dict[str, Readings]
    findings: tuple[Finding, ...]


def with_last_good(root: Path, readings: Mapping[str, Readings], stale: Sequence[Stale]) -> LastGood:
    """The readings with the day of those that stand in for a connection, where it is known."""
    days = delivery_days(root, {each.file for each in stale})
    dated = dict(readings)
    for each in stale:
        if each.kpi in dated:
            dated[each.kpi] = _dated(dated[each.kpi], days.get(each.file))
    return LastGood(dated, tuple(_finding(each, days.get(each.file)) for each in stale))


def _dated(readings: Readings, day: date | None) -> Readings:
    tables = tuple(each.with_fact(Found.LAST_GOOD, day) for each in readings.origin.tables)
    return replace(readings, origin=Provenance(tables))


def _finding(stale: Stale, day: date | None) -> Finding:
    figures = (("wrong", str(stale.wrong)), ("file", stale.file))
    element = f"kpi/{stale.kpi}"
    if day is None:
        return Finding(element, "source.connection", "BSC415", told.LAST_GOOD_UNDATED, figures)
    return Finding(element, "source.connection", "BSC415", told.LAST_GOOD, (*figures, ("day", day)))
