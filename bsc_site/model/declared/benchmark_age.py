"""Benchmark age: how old the figures of others may be before readers are told."""

from __future__ import annotations

from datetime import date

from bsc_site.model.declared.kpi import Benchmark

YEARS = 3


def is_old(benchmark: Benchmark, as_of: date) -> bool:
    """Whether its year lies more than three years back; a benchmark without a year cannot be called old."""
    return benchmark.year is not None and as_of.year - benchmark.year > YEARS


def year_text(benchmark: Benchmark, as_of: date) -> str:
    """`2023`, `2021, more than three years old`, `year not given`."""
    if benchmark.year is None:
        return "year not given"
    return f"{benchmark.year}, more than three years old" if is_old(benchmark, as_of) else str(benchmark.year)
