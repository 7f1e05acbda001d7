"""HubSpot: records that were exported from its lists and reports, a row for each with the id of the record."""

from __future__ import annotations

from bsc_site.load.formats.file_head import FileHead
from bsc_site.load.layouts.export_layout import ExportLayout, always

_NAMES = {"deal name", "company name", "first name", "ticket name", "deal stage", "lifecycle stage"}


def _lacks(head: FileHead) -> str:
    if not any("record id" in row.folded for row in head.rows):
        return "Record ID"
    return "" if any(_NAMES & row.folded for row in head.rows if "record id" in row.folded) else "Deal Name"


HUBSPOT_REPORT = ExportLayout("hubspot_report", always({"missing": ["(No value)"]}), _lacks)
