"""Kept columns: the figures of a KPI without what the data says beside them for other readers."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from bsc_site.model.declared.kpi import Kpi
from bsc_site.model.provenance import Found, Provenance
from bsc_site.model.series import Series

_TOLD_OF = {"target": Found.TARGETS, "benchmark": Found.OTHERS}


def without_kept_columns(series: Series, declared: Kpi, seen: Kpi) -> Series:
    """The series without the notes, ratings, targets and benchmarks that the KPI as it is `seen` does not have."""
    before, now = declared.source, seen.source
    if before is None or now is None or before is now:
        return series
    gone = {key for key in ("note", "rating", "target", "benchmark") if getattr(before, key) and not getattr(now, key)}
    if not gone:
        return series
    blank: dict[str, Any] = {"note": "", "rating": "", "target": None}
    beside = {key: value for key, value in blank.items() if key in gone}
    targets = () if "target" in gone else series.targets
    return replace(
        series,
        observations=tuple(each._replace(**beside) for each in series.observations),
        groups=tuple(
            replace(group, observations=tuple(each._replace(**beside) for each in group.observations))
            for group in series.groups
        ),
        targets=tuple(each._replace(note="") for each in targets) if "note" in gone else targets,
        others=None if "benchmark" in gone else series.others,
        origin=_without_facts(series.origin, gone) if isinstance(series.origin, Provenance) else series.origin,
    )


def _without_facts(origin: Provenance, gone: set[str]) -> Provenance:
    kinds = gone | {_TOLD_OF[key].value for key in gone if key in _TOLD_OF}
    tables = (
        replace(each, facts=tuple(fact for fact in each.facts if fact.kind not in kinds)) for each in origin.tables
    )
    return Provenance(tuple(tables))
