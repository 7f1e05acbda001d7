"""Side KPIs: targets and benchmarks in other rows or files are read as if they were the figures of a KPI."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from typing import Literal

from bsc_site.model.declared.kpi import Kpi
from bsc_site.model.declared.project import Project
from bsc_site.model.declared.scorecard import Scorecard
from bsc_site.model.declared.sources.other_figures import OtherFigures
from bsc_site.model.declared.sources.source import Source
from bsc_site.model.problem import Finding

Side = Literal["target", "benchmark"]
SIDES: tuple[Side, ...] = ("target", "benchmark")
_OF_THE_FIGURES_ALONE = ("target", "benchmark", "note", "rating", "covers")
_WAYS = {"value", "numerator", "denominator", "count", "repeat_rate", "weight"}
_FIGURES = tuple(key for key in Source.model_fields if key in _WAYS)
"""The keys of a source by which its figures are found."""


def with_sides(project: Project) -> Project:
    """The project with a KPI more for each target and each benchmark that is read by itself."""
    if not any(side_of(kpi, side) for kpi in project.kpis.values() for side in SIDES):
        return project
    return replace(project, scorecards=tuple(map(_with_sides, project.scorecards)))


def side_of(kpi: Kpi, side: Side) -> Kpi | None:
    """The KPI as which its target or its benchmark is read; None where it has none, or in a column of its own rows."""
    source = kpi.source
    other = getattr(source, side) if source is not None else None
    if source is None or other is None or (side == "target" and isinstance(other, str)):
        return None
    other = OtherFigures(value=other) if isinstance(other, str) else other
    return kpi.model_copy(update={"id": f"{kpi.id} {side}", "source": _side_source(source, other)})


def findings_of_kpis(findings: Iterable[Finding]) -> Iterator[Finding]:
    """The findings, those about targets and benchmarks as findings about the KPI; what that one has too, once."""
    findings = tuple(findings)
    known = {(each.element, each.code, each.message) for each in findings}
    for each in findings:
        name, _, side = each.element.partition(" ")
        if not side:
            yield each
        elif (name, each.code, each.message) not in known:
            below = each.key.removeprefix("source").lstrip(".")
            yield Finding(name, f"source.{side}.{below}".rstrip("."), each.code, each.message)


def _with_sides(card: Scorecard) -> Scorecard:
    kpis = [each for kpi in card.kpis for each in (_alone(kpi), *(side_of(kpi, side) for side in SIDES)) if each]
    return card.model_copy(update={"kpis": tuple(kpis)})


def _alone(kpi: Kpi) -> Kpi:
    """The KPI without what is read by itself."""
    source = kpi.source
    if source is None or not any(side_of(kpi, side) for side in SIDES):
        return kpi
    column = source.target if isinstance(source.target, str) else None
    return kpi.model_copy(update={"source": source.model_copy(update={"target": column, "benchmark": None})})


def _side_source(source: Source, other: OtherFigures) -> Source:
    said = {key: getattr(other, key) for key in other.model_fields_set if key != "column"}
    if other.column is not None:
        said["value"] = other.column
    if other.file or other.query:
        return Source.model_construct(**said)
    said = {key: value for key, value in said.items() if value is not None}
    if "where" in said:
        said["where"] = {**source.where, **said["where"]}
    unsaid: dict[str, object] = {"expect": None, "gone": ()}
    unsaid |= dict.fromkeys(_OF_THE_FIGURES_ALONE) | (dict.fromkeys(_FIGURES) if "value" in said else {})
    return source.model_copy(update={**unsaid, **said})
