"""Open SDG: the data of an indicator, with a column for each disaggregation; the headline has none of them."""

from __future__ import annotations

from bsc_site.load.formats.file_head import FileHead
from bsc_site.load.layouts.export_layout import ExportLayout, always


def _lacks(head: FileHead) -> str:
    """Year is the first column and Value the last one."""
    filled = head.first.filled
    if not filled or filled[0].casefold() != "year":
        return "Year"
    return "" if filled[-1].casefold() == "value" else "Value"


OPEN_SDG = ExportLayout(
    "open_sdg",
    always({"period": "Year", "value": "Value", "where": {"rest": "empty"}}),
    _lacks,
)
