"""Connected: the project in which every KPI that asks a connection reads its series instead."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import field
from pathlib import Path

from bsc_site.load.connections.fetched_series import file_of
from bsc_site.load.connections.patience import Asking
from bsc_site.load.connections.series_of_sources import SeriesOfSources, Stale, series_of_sources
from bsc_site.load.tables.table import Table
from bsc_site.model.declared.kpi import Kpi
from bsc_site.model.declared.project import Project
from bsc_site.model.declared.sources.source import Source
from bsc_site.model.problem import Finding, Problem
from bsc_site.model.provenance import OriginFact, TableOrigin
from bsc_site.model.value_class import dataclass

_KEPT = ("scale", "covers", "cumulative", "fiscal_year_starts", "expect", "gone")
_SHOWN = ("connection", "table", "period", "value", "numerator", "denominator", "count", "where")


@dataclass(frozen=True, slots=True)
class Connected:
    """The project as its figures are read: sources of connections name the files of their series."""

    project: Project
    tables: Mapping[str, Table] = field(default_factory=dict)
    """The series that came fresh, by the file in which each would be kept."""
    origins: Mapping[str, TableOrigin] = field(default_factory=dict)
    """KPI id to what is said of where its figures come from."""
    findings: tuple[Finding, ...] = ()
    problems: tuple[Problem, ...] = ()
    stale: tuple[Stale, ...] = ()


def connected(root: Path, project: Project, asking: Asking) -> Connected:
    """The project with the series that its connections gave, or those that they gave last."""
    found = series_of_sources(root, project, asking)
    asked = {kpi.id: kpi for kpi in project.kpis.values() if kpi.source is not None and kpi.source.connection}
    if not asked:
        return Connected(project, problems=found.problems)
    reads = {name: _reading(kpi, found) for name, kpi in asked.items()}
    cards = tuple(
        card.model_copy(update={"kpis": tuple(reads.get(kpi.id, kpi) for kpi in card.kpis)})
        for card in project.scorecards
    )
    tables = {_file(asked[name]): series.table(_file(asked[name])) for name, series in found.series.items()}
    origins = {name: _origin(kpi) for name, kpi in asked.items()}
    return Connected(Project(cards), tables, origins, tuple(found.findings), found.problems, tuple(found.stale))


def _file(kpi: Kpi) -> str:
    return file_of(str(kpi.source.connection if kpi.source else ""), kpi.id)


def _reading(kpi: Kpi, found: SeriesOfSources) -> Kpi:
    """The KPI with a source that reads its series; one that reads nothing where there is none."""
    source = kpi.source or Source()
    if kpi.id in found.failed:
        return kpi.model_copy(update={"source": Source()})
    ratio = source.numerator is not None
    columns = {"numerator": "numerator", "denominator": "denominator"} if ratio else {"value": "value"}
    kept = {key: getattr(source, key) for key in _KEPT}
    plain = Source(file=_file(kpi), period="period", **columns)
    return kpi.model_copy(update={"source": plain.model_copy(update=kept)})


def _origin(kpi: Kpi) -> TableOrigin:
    source = kpi.source or Source()
    facts = (OriginFact(key, getattr(source, key)) for key in _SHOWN if getattr(source, key))
    return TableOrigin(str(source.connection), tuple(facts))
