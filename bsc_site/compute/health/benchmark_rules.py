"""Rules about benchmarks: what others reached long ago, or nobody knows when, is no measure of today."""

from __future__ import annotations

from collections.abc import Iterator

from bsc_site.compute.health.subject import Subject, Verdict
from bsc_site.model.concluded.assessment import KpiAssessment
from bsc_site.model.declared.benchmark_age import YEARS, is_old
from bsc_site.model.declared.kpi import Benchmark


def old_benchmark(subject: Subject) -> Iterator[Verdict]:
    """The figures of others are at most three years old."""
    for found, mark in _marks(subject):
        age = 0 if mark.year is None else subject.as_of.year - mark.year
        flaw = f"the benchmark of '{found.kpi.name}' is {age} years old; {YEARS} are the most that still compare"
        yield Verdict(f"kpi/{found.kpi.id}", flaw if is_old(mark, subject.as_of) else "", "benchmark.year")


def benchmark_without_year(subject: Subject) -> Iterator[Verdict]:
    """A benchmark says which year its figures are of."""
    for found, mark in _marks(subject):
        flaw = f"the benchmark of '{found.kpi.name}' names {mark.source}, and no year"
        yield Verdict(f"kpi/{found.kpi.id}", flaw if mark.year is None else "", "benchmark")


def _marks(subject: Subject) -> Iterator[tuple[KpiAssessment, Benchmark]]:
    for found in subject.own_kpis:
        if found.kpi.benchmark is not None:
            yield found, found.kpi.benchmark
