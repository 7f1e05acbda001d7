"""Eurostat: a data set as TSV, with all dimensions in its first column and letters of remarks behind figures."""

from __future__ import annotations

import re

from bsc_site.load.formats.file_head import FileHead
from bsc_site.load.layouts.export_layout import ExportLayout, always

_FIRST = re.compile(r"[\w,]+\\(?:time|time_period)", re.IGNORECASE)
_FLAGS = ("bep", "bd", "be", "bp", "bu", "de", "dp", "du", "ep", *"bcdefnprsuz")
"""The letters behind a figure that say how it came about: break in the series, estimated, provisional ..."""
_NOTHING = [":", *(f": {flag}" for flag in ("b", "c", "cd", "d", "m", "n", "u", "z", "bc", "bu", "cz"))]


def _lacks(head: FileHead) -> str:
    first = next(iter(head.first.cells), "")
    return "" if head.delimiter == "\t" and _FIRST.fullmatch(first) else "geo\\TIME_PERIOD"


EUROSTAT = ExportLayout(
    "eurostat",
    always(
        {"format": "csv", "delimiter": "\t", "missing": _NOTHING, "clean": {"strip": [f" {flag}" for flag in _FLAGS]}}
    ),
    _lacks,
)
