"""The layouts that are known, which of them a file has, and the keys of a source that names one."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from bsc_site.load.formats.file_head import FileHead
from bsc_site.load.layouts.eurostat import EUROSTAT
from bsc_site.load.layouts.export_layout import ExportLayout
from bsc_site.load.layouts.google_analytics_4 import GOOGLE_ANALYTICS_4
from bsc_site.load.layouts.google_sheets import GOOGLE_SHEETS
from bsc_site.load.layouts.hubspot_report import HUBSPOT_REPORT
from bsc_site.load.layouts.open_sdg import OPEN_SDG
from bsc_site.load.layouts.power_bi_matrix import POWER_BI_MATRIX
from bsc_site.load.layouts.salesforce_report import SALESFORCE_REPORT
from bsc_site.load.layouts.search_console import SEARCH_CONSOLE
from bsc_site.load.layouts.shopify_orders import SHOPIFY_ORDERS
from bsc_site.load.layouts.tableau_crosstab import TABLEAU_CROSSTAB
from bsc_site.load.layouts.world_bank import WORLD_BANK

LAYOUTS: Mapping[str, ExportLayout] = {
    each.name: each
    for each in (
        GOOGLE_ANALYTICS_4,
        SEARCH_CONSOLE,
        SHOPIFY_ORDERS,
        HUBSPOT_REPORT,
        SALESFORCE_REPORT,
        GOOGLE_SHEETS,
        POWER_BI_MATRIX,
        TABLEAU_CROSSTAB,
        WORLD_BANK,
        EUROSTAT,
        OPEN_SDG,
    )
}
"""By the word in `source.layout`."""
_WAYS: tuple[tuple[frozenset[str], ...], ...] = (
    (frozenset({"period"}), frozenset({"columns"}), frozenset({"at"})),
    (frozenset({"value"}), frozenset({"numerator", "denominator"}), frozenset({"count"}), frozenset({"repeat_rate"})),
    (frozenset({"table"}), frozenset({"rows"}), frozenset({"header"})),
    (frozenset({"fill"}), frozenset({"fill_down"})),
)
"""Ways to say one thing: a source that says it in one way takes no other one from its layout."""


def layout_of_file(head: FileHead) -> ExportLayout | None:
    """The layout that a file has; None where it has none, or more than one might fit."""
    found = [each for each in LAYOUTS.values() if each.distinct and not each.lacks(head)]
    return found[0] if len(found) == 1 else None


def with_layout(source: Mapping[str, Any]) -> dict[str, Any]:
    """A source with the keys that its layout stands for; what it says itself holds, key by key."""
    layout = LAYOUTS.get(str(source.get("layout")))
    if layout is None:
        return dict(source)
    added = {key: value for key, value in layout.keys(source).items() if not _said_otherwise(key, source)}
    return _over(source, added)


def _over(own: Mapping[str, Any], added: Mapping[str, Any]) -> dict[str, Any]:
    merged = {**own}
    for key, value in added.items():
        mine = own.get(key)
        if isinstance(mine, Mapping) and isinstance(value, Mapping):
            merged[key] = {**value, **mine}
        elif key not in own:
            merged[key] = value
    return merged


def _said_otherwise(key: str, own: Mapping[str, Any]) -> bool:
    ways = next((ways for ways in _WAYS if any(key in way for way in ways)), ())
    return any(way & own.keys() for way in ways if key not in way)
