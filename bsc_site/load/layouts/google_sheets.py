"""Google Sheets: a sheet that was published to the web or downloaded as CSV."""

from __future__ import annotations

from bsc_site.load.formats.file_head import FileHead
from bsc_site.load.layouts.export_layout import ExportLayout, always


def _lacks(head: FileHead) -> str:
    """A sheet may look like anything; it is a text with commas or tabs."""
    return "" if head.delimiter in {",", "\t"} else ","


GOOGLE_SHEETS = ExportLayout("google_sheets", always({"format": "csv", "missing": ["#N/A"]}), _lacks, distinct=False)
