"""Known export: the tool from which a file was exported, which says how it is read."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Literal

from bsc_site.model.fields import Part

LayoutName = Literal[
    "google_analytics_4",
    "search_console",
    "shopify_orders",
    "hubspot_report",
    "google_sheets",
    "power_bi_matrix",
    "tableau_crosstab",
    "world_bank",
    "eurostat",
]


EXPORT_TITLES: Mapping[LayoutName, str] = {
    "google_analytics_4": "Google Analytics 4 report",
    "search_console": "Search Console performance report",
    "shopify_orders": "Shopify orders export",
    "hubspot_report": "HubSpot export",
    "google_sheets": "Google sheet",
    "power_bi_matrix": "Power BI matrix",
    "tableau_crosstab": "Tableau crosstab",
    "world_bank": "World Bank indicator",
    "eurostat": "Eurostat data set",
}
"""How readers call the files of each."""


class KnownExport(Part):
    """Which tool a file comes from."""

    layout: LayoutName | None = None
    """The tool whose export the file is, which stands for the keys by which all such files are read, where the source
    does not say otherwise: google_analytics_4, search_console, shopify_orders, hubspot_report, google_sheets,
    power_bi_matrix, tableau_crosstab, world_bank or eurostat."""
