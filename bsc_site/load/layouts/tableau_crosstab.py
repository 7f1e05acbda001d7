"""Tableau: a crosstab that was downloaded as text, in UTF-16 with tabs, with totals in it."""

from __future__ import annotations

from bsc_site.load.formats.file_head import FileHead
from bsc_site.load.layouts.export_layout import ExportLayout, always


def _lacks(head: FileHead) -> str:
    return "" if head.encoding == "utf-16" and head.delimiter == "\t" else "UTF-16"


TABLEAU_CROSSTAB = ExportLayout(
    "tableau_crosstab",
    always({"encoding": "utf-16", "delimiter": "\t", "format": "csv", "totals": "left out"}),
    _lacks,
)
