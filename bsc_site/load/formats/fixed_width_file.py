"""Fixed width files: the rows of a text whose columns begin at the same place in every line."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import accumulate, islice
from pathlib import Path

from bsc_site.load.formats.csv_file import prove_text
from bsc_site.load.tables.cells import Row, TableError
from bsc_site.load.tables.file_layout import Layout, TextForm
from bsc_site.load.tables.raw_table import RawTable, Report
from bsc_site.model.saying.said import said
from bsc_site.model.sentences import table_sentences as told

_LOOKED_AT = 200
"""So many lines are looked at to propose where columns begin."""


def read_fixed_width(path: Path, layout: Layout, _: Report) -> RawTable:
    """The rows of the file from its first line on; the last column takes what is left of a line.

    Raises TableError for text that is not in its encoding, and where nothing says where columns begin.
    """
    encoding = layout.form.encoding or "utf-8-sig"
    prove_text(path, encoding)
    starts = _starts(layout.form)
    if not starts:
        proposal = ", ".join(str(each) for each in _proposed(path, encoding, layout))
        raise TableError("BSC379", said(told.WHERE_COLUMNS_BEGIN, proposal=proposal))
    return RawTable(_rows(path, encoding, layout.form.comment, starts), blank="")


def _starts(form: TextForm) -> tuple[int, ...]:
    """Where each column begins, counted from 1."""
    if form.columns_at:
        if list(form.columns_at) != sorted(set(form.columns_at)):
            raise TableError("BSC379", said(told.COLUMNS_BACKWARDS))
        return form.columns_at
    return tuple(accumulate(form.widths[:-1], initial=1)) if form.widths else ()


def _rows(path: Path, encoding: str, comment: str | None, starts: tuple[int, ...]) -> Iterator[Row]:
    ends = (*(start - 1 for start in starts[1:]), None)
    parts = [slice(start - 1, end) for start, end in zip(starts, ends, strict=True)]
    for number, line in _lines(path, encoding):
        left_out = comment and line.lstrip().startswith(comment)
        yield number, [] if left_out else [line[part].strip() for part in parts]


def _lines(path: Path, encoding: str) -> Iterator[tuple[int, str]]:
    with path.open(encoding=encoding) as file:
        for number, line in enumerate(file, start=1):
            yield number, line.rstrip("\n")


def _proposed(path: Path, encoding: str, layout: Layout) -> list[int]:
    """Where a column may begin: at a letter after a blank that all lines have there."""
    lines = [line for number, line in islice(_lines(path, encoding), _LOOKED_AT) if number >= layout.which.begins]
    filled = [line for line in lines if line.strip()]
    width = max(map(len, filled), default=0)
    blank = [all(line[place : place + 1] in {"", " "} for line in filled) for place in range(width)]
    return [place + 1 for place in range(width) if not blank[place] and (place == 0 or blank[place - 1])] or [1]
