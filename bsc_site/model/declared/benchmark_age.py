"""Benchmark age: how old the figures of others may be before readers are told."""

from __future__ import annotations

from datetime import date

from bsc_site.model.declared.kpi import Benchmark

YEARS = 3


def is_old(benchmark: Benchmark, as_of: date) -> bool:
    """Whether its year lies more than three years back; a benchmark without a year cannot be called old."""
    return benchmark.year is not None and as_of.year - benchmark.year > YEARS
