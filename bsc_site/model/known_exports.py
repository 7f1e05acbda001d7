"""Known exports: the tools whose exports are read by the name of their layout."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Literal

LayoutName = Literal[
    "google_analytics_4",
    "search_console",
    "shopify_orders",
    "hubspot_report",
    "salesforce_report",
    "google_sheets",
    "power_bi_matrix",
    "tableau_crosstab",
    "world_bank",
    "eurostat",
    "open_sdg",
]


EXPORT_TITLES: Mapping[LayoutName, str] = {
    "google_analytics_4": "Google Analytics 4 report",
    "search_console": "Search Console performance report",
    "shopify_orders": "Shopify orders export",
    "hubspot_report": "HubSpot export",
    "salesforce_report": "Salesforce report",
    "google_sheets": "Google sheet",
    "power_bi_matrix": "Power BI matrix",
    "tableau_crosstab": "Tableau crosstab",
    "world_bank": "World Bank indicator",
    "eurostat": "Eurostat data set",
    "open_sdg": "Open SDG indicator",
}
"""How readers call the files of each."""
