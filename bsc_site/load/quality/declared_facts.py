"""Declared facts: what a source says of its file, as the first facts about where figures come from."""

from __future__ import annotations

from functools import cache

from bsc_site.model.declared.sources.period_writing import PeriodWriting
from bsc_site.model.declared.sources.source import Source
from bsc_site.model.provenance import Found, OriginFact, TableOrigin


def declared_origin(file: str, source: Source, writing: PeriodWriting, column: str | None) -> TableOrigin:
    """A fact for each key that says something else than its default, in the order of the keys.

    `writing` is how periods are written, as source and KPI together say; `column` the heading of the column with the
    figures, None where each column is a period.
    """
    facts = [OriginFact(key, value) for key, value in source if key != "periods" and value != _default(key)]
    if writing != PeriodWriting():
        facts.append(OriginFact("periods", writing))
    named = (source.count, source.numerator, source.value, source.repeat_rate)
    if all(each is None for each in named):
        facts.append(OriginFact(Found.ACROSS) if column is None else OriginFact(Found.COLUMN, column))
    return TableOrigin(file, tuple(facts))


@cache
def _default(key: str) -> object:
    return Source.model_fields[key].get_default(call_default_factory=True)
