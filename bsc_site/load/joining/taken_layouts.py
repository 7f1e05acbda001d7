"""Taken layouts: a source that names the layout of an export has the keys that this stands for."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from bsc_site.load.joining.yaml_files import JoinedCard
from bsc_site.load.layouts.known_layouts import with_layout

_KPIS, _SOURCE = "kpis", "source"


def with_layouts(card: JoinedCard) -> JoinedCard:
    """The scorecard with every source as it stands with its layout."""
    kpis = card.value.get(_KPIS)
    if not isinstance(kpis, list) or not any(map(_names_layout, kpis)):
        return card
    return replace(card, value={**card.value, _KPIS: [_with_layout(each) for each in kpis]})


def _names_layout(kpi: Any) -> bool:
    source = kpi.get(_SOURCE) if isinstance(kpi, dict) else None
    return isinstance(source, dict) and isinstance(source.get("layout"), str)


def _with_layout(kpi: Any) -> Any:
    return {**kpi, _SOURCE: with_layout(kpi[_SOURCE])} if _names_layout(kpi) else kpi
