"""Google Analytics 4: a report that was shared as a CSV file, with several tables below comments."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

from bsc_site.load.formats.file_head import FileHead, HeadRow
from bsc_site.load.layouts.export_layout import ExportLayout, SourceKeys, columns_named

_COUNTED = {"nth day": "days", "nth week": "weeks", "nth month": "months"}
_START, _END, _COMMENT = "# Start date:", "# End date:", "#"
_NUMBERED = [f"{digit}*" for digit in range(10)]
"""How the numbers of days begin: the headings of a table without rows that follows do not."""
_KNOWN_BY = 3
"""So many headings are enough to know a table by."""


def _keys(own: SourceKeys) -> SourceKeys:
    """The table that has the columns of the source; its days, weeks or months are counted from the date above it."""
    names = columns_named(own)
    keys: dict[str, object] = {"comment": "# ", **({"table": {"headings": names}} if names else {})}
    period = own.get("period")
    counted = _COUNTED.get(period.strip().casefold()) if isinstance(period, str) else None
    if counted:
        keys["where"] = {period: {"like": _NUMBERED}}
        keys["periods"] = {"counts": counted, "from": f"{_START} {{yyyymmdd}}"}
    return keys


def _lacks(head: FileHead) -> str:
    return "" if head.has(_START) and head.has(_END) else _START


def _tables(head: FileHead) -> list[SourceKeys]:
    """The tables of a report by their first headings; those without rows are left out."""
    named = [row.filled[:_KNOWN_BY] for row in _heading_rows(head)]
    found: list[SourceKeys] = []
    for place, names in enumerate(named):
        alike = [number for number, other in enumerate(named) if set(names) <= set(other)]
        number = {"number": alike.index(place) + 1} if len(alike) > 1 else {}
        found.append({"table": {"headings": list(names), **number}})
    return found


def _heading_rows(head: FileHead) -> Iterator[HeadRow]:
    begun = False
    for row, below in pairwise((*head.rows, HeadRow(0, ()))):
        text = row.filled[0] if row.filled else ""
        if begun and text and not text.startswith(_COMMENT):
            begun = False
            if below.filled and not below.filled[0].startswith(_COMMENT):
                yield row
        begun = begun or text.startswith(_END)


def _period(headings: Sequence[str]) -> str | None:
    return next((heading for heading in headings if heading.casefold() in _COUNTED), None)


GOOGLE_ANALYTICS_4 = ExportLayout("google_analytics_4", _keys, _lacks, tables=_tables, period=_period)
