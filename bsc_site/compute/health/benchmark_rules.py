"""Rules about benchmarks: what others reached long ago, or nobody knows when, is no measure of today."""

from __future__ import annotations

from collections.abc import Iterator

from bsc_site.compute.health.subject import Subject, Verdict, breach
from bsc_site.model.concluded.assessment import KpiAssessment
from bsc_site.model.declared.benchmark_age import YEARS, is_old
from bsc_site.model.declared.kpi import Benchmark
from bsc_site.model.rules.balance_sentences import BENCHMARK_IS_OLD, BENCHMARK_WITHOUT_YEAR


def old_benchmark(subject: Subject) -> Iterator[Verdict]:
    """The figures of others are at most three years old."""
    for found, mark in _marks(subject):
        age = 0 if mark.year is None else subject.as_of.year - mark.year
        told = breach(BENCHMARK_IS_OLD, name=found.kpi.name, age=age, most=YEARS)
        yield Verdict(f"kpi/{found.kpi.id}", told if is_old(mark, subject.as_of) else None, "benchmark.year")


def benchmark_without_year(subject: Subject) -> Iterator[Verdict]:
    """A benchmark says which year its figures are of."""
    for found, mark in _marks(subject):
        told = breach(BENCHMARK_WITHOUT_YEAR, name=found.kpi.name, source=mark.source)
        yield Verdict(f"kpi/{found.kpi.id}", told if mark.year is None else None, "benchmark")


def _marks(subject: Subject) -> Iterator[tuple[KpiAssessment, Benchmark]]:
    for found in subject.own_kpis:
        if found.kpi.benchmark is not None:
            yield found, found.kpi.benchmark
