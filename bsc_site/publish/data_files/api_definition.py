"""The definition of a KPI in the published data: everything that decides what its figures mean."""

from __future__ import annotations

from typing import Any

from bsc_site.model.concluded.assessment import KpiAssessment
from bsc_site.model.declared.kpi import Kpi
from bsc_site.publish.data_files.published_json import plain
from bsc_site.wording.calculations.origin_text import source_text


def definition(found: KpiAssessment) -> dict[str, Any]:
    """What is measured, from where, against what and how it is judged, as the scorecard file declares it."""
    kpi = found.kpi
    return {
        "description": kpi.description,
        "purpose": kpi.purpose,
        "formula_in_words": kpi.formula_in_words,
        "formula": kpi.formula,
        "source": source_text(found.origin),
        "aggregate": kpi.aggregate.value if kpi.aggregate else None,
        "updater": kpi.updater,
        "due": str(kpi.due) if kpi.due else None,
        "weight": [
            {"from": str(each.from_) if each.from_ else None, "value": plain(each.value)} for each in kpi.weight
        ],
        "scoring": kpi.scoring.method.value,
        "tolerance": str(kpi.tolerance) if kpi.tolerance else None,
        "path": kpi.path.value,
        "baseline": _baseline(kpi),
        "targets": _targets(kpi),
        "benchmark": _benchmark(kpi),
        "kind_of_data": kpi.kind_of_data,
        "rebase": [{"period": str(each.period), "because": each.because} for each in kpi.rebase],
        "tags": list(kpi.tags),
    }


def _baseline(kpi: Kpi) -> dict[str, Any] | None:
    if kpi.baseline is None:
        return None
    return {"period": str(kpi.baseline.period), "value": plain(kpi.baseline.value)}


def _targets(kpi: Kpi) -> list[dict[str, Any]]:
    return [
        {
            "period": str(each.period),
            "value": plain(each.value),
            "low": plain(each.low),
            "high": plain(each.high),
            "note": each.note,
        }
        for each in kpi.targets
    ]


def _benchmark(kpi: Kpi) -> dict[str, Any] | None:
    if kpi.benchmark is None:
        return None
    return {
        "low": plain(kpi.benchmark.low),
        "high": plain(kpi.benchmark.high),
        "value": plain(kpi.benchmark.value),
        "source": kpi.benchmark.source,
        "year": kpi.benchmark.year,
    }
