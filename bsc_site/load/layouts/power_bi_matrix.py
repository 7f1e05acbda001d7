"""Power BI: a matrix that was exported as it looks, with its filters in a cell below it and totals in it."""

from __future__ import annotations

from bsc_site.load.formats.file_head import FileHead
from bsc_site.load.layouts.export_layout import ExportLayout, always

_SIGN = "Applied filters:"


def _lacks(head: FileHead) -> str:
    return "" if head.has(_SIGN) or head.has("No filters applied") else _SIGN


POWER_BI_MATRIX = ExportLayout("power_bi_matrix", always({"totals": "left out"}), _lacks)
