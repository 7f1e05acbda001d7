"""World Bank: an indicator for all countries, with a column for each year below lines of titles."""

from __future__ import annotations

from bsc_site.load.formats.file_head import FileHead
from bsc_site.load.layouts.export_layout import ExportLayout, always, headings_lacking

_COLUMNS = ("Country Name", "Country Code", "Indicator Name", "Indicator Code")


def _lacks(head: FileHead) -> str:
    return headings_lacking(head, *_COLUMNS)


WORLD_BANK = ExportLayout(
    "world_bank",
    always({"table": {"headings": list(_COLUMNS)}, "missing": [".."]}),
    _lacks,
)
