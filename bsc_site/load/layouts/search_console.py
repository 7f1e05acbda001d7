"""Search Console: the performance report, a folder of CSV files of which Chart.csv has a row for each day."""

from __future__ import annotations

from bsc_site.load.formats.file_head import FileHead
from bsc_site.load.layouts.export_layout import ExportLayout, KnownMeasure, SourceKeys, headings_lacking

_COLUMNS = ("Clicks", "Impressions", "CTR", "Position")


def _keys(own: SourceKeys) -> SourceKeys:
    """Days in Chart.csv; the other files have no period, so a source that says `at` is one of them."""
    return {} if "at" in own else {"period": "Date"}


def _lacks(head: FileHead) -> str:
    return headings_lacking(head, *_COLUMNS)


SEARCH_CONSOLE = ExportLayout(
    "search_console",
    _keys,
    _lacks,
    (
        KnownMeasure("Clicks", ("Clicks",), {"value": "Clicks"}, {"aggregate": "sum"}),
        KnownMeasure("Impressions", ("Impressions",), {"value": "Impressions"}, {"aggregate": "sum"}),
        KnownMeasure(
            "Click-through rate",
            ("Clicks", "Impressions"),
            {"numerator": "Clicks", "denominator": "Impressions"},
            {"unit": "%"},
        ),
        KnownMeasure(
            "Average position",
            ("Position", "Impressions"),
            {"value": "Position", "weight": "Impressions"},
            {"aggregate": "mean"},
        ),
    ),
)
