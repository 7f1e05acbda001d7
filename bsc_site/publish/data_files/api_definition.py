"""The definition of a KPI in the published data: everything that decides what its figures mean."""

from __future__ import annotations

from bsc_site.model.concluded.assessment import KpiAssessment
from bsc_site.model.declared.kpi import Kpi
from bsc_site.model.declared.scorecard import Scorecard
from bsc_site.publish.published_data.published_kpi import (
    BaselineEntry,
    BenchmarkEntry,
    KpiDefinition,
    RebaseEntry,
    TargetEntry,
    WeightEntry,
)
from bsc_site.wording.calculations.origin_text import source_text


def definition(found: KpiAssessment, home: Scorecard) -> KpiDefinition:
    """What is measured, from where, against what and how it is judged, as the scorecard file declares it."""
    kpi, due = found.kpi, found.kpi.due or home.due
    return KpiDefinition(
        description=kpi.description,
        purpose=kpi.purpose,
        formula_in_words=kpi.formula_in_words,
        formula=kpi.formula,
        source=source_text(found.origin),
        aggregate=kpi.aggregate,
        updater=kpi.updater,
        due=str(due) if due else None,
        weight=_weights(kpi),
        scoring=kpi.scoring.method,
        tolerance=str(kpi.tolerance) if kpi.tolerance else None,
        path=kpi.path,
        baseline=_baseline(kpi),
        targets=_targets(kpi),
        benchmark=_benchmark(kpi),
        kind_of_data=kpi.kind_of_data,
        rebase=tuple(RebaseEntry(period=str(each.period), because=each.because) for each in kpi.rebase),
        tags=kpi.tags,
    )


def _weights(kpi: Kpi) -> tuple[WeightEntry, ...]:
    return tuple(WeightEntry(from_=str(each.from_) if each.from_ else None, value=each.value) for each in kpi.weight)


def _baseline(kpi: Kpi) -> BaselineEntry | None:
    if kpi.baseline is None or kpi.baseline.value is None:
        return None
    return BaselineEntry(period=str(kpi.baseline.period), value=kpi.baseline.value)


def _targets(kpi: Kpi) -> tuple[TargetEntry, ...]:
    return tuple(
        TargetEntry(
            period=str(each.period),
            value=each.value,
            low=each.low,
            high=each.high,
            from_=str(each.from_) if each.from_ else None,
            until=str(each.until) if each.until else None,
            note=each.note,
        )
        for each in kpi.targets
    )


def _benchmark(kpi: Kpi) -> BenchmarkEntry | None:
    if kpi.benchmark is None:
        return None
    return BenchmarkEntry(
        low=kpi.benchmark.low,
        high=kpi.benchmark.high,
        value=kpi.benchmark.value,
        source=kpi.benchmark.source,
        year=kpi.benchmark.year,
    )
