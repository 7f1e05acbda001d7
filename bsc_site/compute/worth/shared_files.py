"""Shared files: what the readers of a site learn of data files that also hold figures which are kept from them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Mapping
from dataclasses import replace

from bsc_site.model.declared.project import Project
from bsc_site.model.series import Readings


def files_of_hidden(readings: Mapping[str, Readings], hidden: Collection[str]) -> frozenset[str]:
    """The data files with figures of the KPIs `hidden`."""
    return frozenset(file for name in hidden if name in readings for file in readings[name].files)


def without_hidden_rows(
    readings: Mapping[str, Readings], files: Collection[str], seen: Project
) -> Mapping[str, Readings]:
    """The readings without the true size of these files.

    A file whose rows name their KPIs has as many as all that are `seen` take; of any other only the KPI's own count.
    """
    if not files:
        return readings
    tidy = [name for name, kpi in seen.kpis.items() if kpi.source is None and name in readings]
    sizes = Counter[tuple[str, ...]]()
    for name in tidy:
        sizes[readings[name].files] += readings[name].facts.rows.taken
    return {
        name: each
        if set(files).isdisjoint(each.files)
        else _of_size(each, sizes[each.files] if name in tidy else each.facts.rows.taken)
        for name, each in readings.items()
    }


def _of_size(readings: Readings, size: int) -> Readings:
    return replace(readings, facts=replace(readings.facts, rows=replace(readings.facts.rows, read=size)))
