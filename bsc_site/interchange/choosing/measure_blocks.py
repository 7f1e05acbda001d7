"""Measures of the library as KPIs in YAML, ready to be pasted into a scorecard."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from msgspec import UNSET

from bsc_site.exchange.draft.yaml_text import yaml_text
from bsc_site.load.library.library_measure import KnownBenchmark, LibraryMeasure, Shelved
from bsc_site.wording.language import say


def kpi_blocks(found: Sequence[Shelved]) -> str:
    """`kpis:` with an entry for each measure; what only the organisation knows stands above as a comment."""
    told = say("Paste the entries below `kpis:` of your scorecard, name each in the `kpis:` of an objective, and add")
    more = say("`owner:`, `targets:` and the figures: in data/figures.csv, or by a `source:`.")
    return f"# {told}\n# {more}\n" + yaml_text({"kpis": [declared_kpi(each.measure) for each in found]})


def declared_kpi(measure: LibraryMeasure) -> dict[str, Any]:
    """The measure as the keys of a KPI, as far as the library knows them."""
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
    formula = f"{measure.formula[:1].upper()}{measure.formula[1:]}."
    return (
        f"{formula} {say('Defined by: {publication}', publication=measure.definition)}."
        if measure.definition
        else formula
    )


def _benchmark(known: KnownBenchmark) -> dict[str, Any]:
    figures = {"low": known.low, "high": known.high, "value": known.value}
    told = {name: int(each) if each == int(each) else each for name, each in figures.items() if each is not UNSET}
    return {**told, "source": known.source, "year": known.year}
