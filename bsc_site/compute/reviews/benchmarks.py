"""Benchmarks: those whose figures are old, or of an unknown year."""

from __future__ import annotations

from collections.abc import Iterator

from bsc_site.model.assessment import Assessment
from bsc_site.model.benchmark_age import is_old
from bsc_site.model.problem import Finding


def benchmark_findings(assessment: Assessment) -> Iterator[Finding]:
    """A finding for each benchmark that is more than three years old, or that names no year."""
    for name, found in assessment.kpis.items():
        mark = found.kpi.benchmark
        if mark is None:
            continue
        if mark.year is None:
            message = f"{mark.source} is named without a year; add year: of the figures, where the source says it"
            yield Finding(f"kpi/{name}", "benchmark", "BSC282", message)
        elif is_old(mark, assessment.as_of):
            message = f"the figures are of {mark.year}, more than three years ago; look for newer ones"
            yield Finding(f"kpi/{name}", "benchmark.year", "BSC281", message)
