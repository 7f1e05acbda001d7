"""A measure of the library as the keys of a KPI in YAML."""

from __future__ import annotations

from typing import Any

from msgspec import UNSET

from bsc_site.load.library.library_measure import KnownBenchmark, LibraryMeasure


def declared_kpi(measure: LibraryMeasure) -> dict[str, Any]:
    """The keys of a KPI as far as the library knows them: neither an owner nor a target."""
    return {
        "id": measure.id,
        "name": measure.name,
        "description": _description(measure),
        "unit": measure.unit,
        "direction": measure.direction.value,
        "kind": measure.kind.value,
        "frequency": measure.frequency.value,
        **({"benchmark": _benchmark(measure.benchmark)} if measure.benchmark else {}),
    }


def _description(measure: LibraryMeasure) -> str:
    """What is counted, and behind it who defines it."""
    formula = f"{measure.formula[:1].upper()}{measure.formula[1:]}"
    return f"{formula} ({measure.definition})." if measure.definition else f"{formula}."


def _benchmark(known: KnownBenchmark) -> dict[str, Any]:
    figures = {"low": known.low, "high": known.high, "value": known.value}
    told = {name: int(each) if each == int(each) else each for name, each in figures.items() if each is not UNSET}
    return {**told, "source": known.source, "year": known.year}
