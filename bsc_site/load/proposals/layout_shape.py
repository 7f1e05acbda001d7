"""The shape of a known export: what its files measure is known, and so are the keys that say how they are read."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import product
from typing import Any

from bsc_site.load.layouts.export_layout import ExportLayout, KnownMeasure
from bsc_site.load.layouts.known_layouts import LAYOUTS, with_layout
from bsc_site.load.proposals.column_look import ColumnLook, texts_of
from bsc_site.load.proposals.openings import OpenedTable
from bsc_site.load.proposals.proposed import Choice, Keys, OpenQuestion, Proposal, ProposedKpi
from bsc_site.load.tables.headings import find_column
from bsc_site.model.saying.said import said
from bsc_site.model.sentences import suggestion_sentences as told

_MOST = 12
_ASIDE = ("Series", "Units", "Observation status", "Unit multiplier", "Unit measure")
"""Columns of Open SDG that are no disaggregations, and filled in headline rows too."""
_KNOWN_BY = 3
"""So many headings are enough to know a table by."""


def layout_proposal(opened: OpenedTable, layout: ExportLayout) -> Proposal | None:
    """What a table of a known export holds where that is known; None where it is to be looked at like any other."""
    if layout.name == "open_sdg":
        return _headlines(opened)
    measures = [each for each in layout.measures if _has(opened, each)]
    if not measures:
        return None
    kpis = tuple(ProposedKpi(each.name, each.source, each.keys) for each in measures)
    period = with_layout({"layout": layout.name}).get("period")
    if isinstance(period, str) and find_column(opened.table.headings, period) is None:
        return Proposal(
            kpis, (OpenQuestion(said(told.NO_PERIOD_COLUMN), (Choice(source={"at": 2025}),), example=True),)
        )
    return Proposal(kpis)


def with_its_layout(proposal: Proposal, opened: OpenedTable) -> Proposal:
    """The proposal without keys for which the layout of the file stands, and with the table by its headings."""
    name = opened.keys.get("layout")
    if name not in LAYOUTS or proposal.tidy:
        return proposal
    kpis = tuple(replace(each, source=_without_given(each.source, str(name))) for each in proposal.kpis)
    return replace(proposal, kpis=kpis)


def opening_keys(opened: OpenedTable) -> Keys:
    """The keys that open a table: of a known export by headings, which stay where lines move from one to the next."""
    keys = dict(opened.keys)
    if "layout" in keys and "header" in keys:
        del keys["header"]
        keys["table"] = {"headings": [heading for heading in opened.table.headings if heading][:_KNOWN_BY]}
    return keys


def _without_given(source: Keys, name: str) -> dict[str, Any]:
    """The keys without those of the layout; where that knows which rows count, no text of another row is missing."""
    given = LAYOUTS[name].keys(source)
    known = {"missing"} if source.get("period") in given.get("where", ()) else set()
    return {key: value for key, value in source.items() if given.get(key) != value and key not in known}


def _has(opened: OpenedTable, measure: KnownMeasure) -> bool:
    return all(find_column(opened.table.headings, name) is not None for name in measure.columns)


def _headlines(opened: OpenedTable) -> Proposal:
    """The headline of an Open SDG indicator, for each of its series and units where it has several."""
    aside = [look for look in opened.looks if look.heading in _ASIDE and look.cells]
    found = []
    for texts in list(_texts_aside(aside))[:_MOST]:
        where: Mapping[str, str] = dict(zip((look.heading for look in aside), texts, strict=True))
        name = ", ".join(text for look, text in zip(aside, texts, strict=True) if look.distinct > 1)
        unit = {"unit": where["Units"]} if "Units" in where else {}
        found.append(ProposedKpi(name, {"where": where} if where else {}, {**unit, "frequency": "yearly"}))
    return Proposal(tuple(found))


def _texts_aside(aside: Sequence[ColumnLook]) -> Iterator[tuple[str, ...]]:
    return product(*(texts_of(look.cells) for look in aside))
