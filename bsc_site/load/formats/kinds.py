"""Kinds of file: each one with its endings and with what opens it; others may bring more."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from bsc_site.load.formats.csv_file import read_csv
from bsc_site.load.formats.fixed_width_file import read_fixed_width
from bsc_site.load.formats.html_file import read_page
from bsc_site.load.formats.json_file import read_records
from bsc_site.load.formats.parquet_file import read_parquet
from bsc_site.load.tables.file_layout import Layout
from bsc_site.load.tables.opened import OpenedColumns
from bsc_site.load.tables.raw_table import RawTable, Report
from bsc_site.model.value_class import dataclass

ENTRY_POINTS = "bsc_site.formats"
"""The group of entry points by which an installed package brings kinds of its own, each a `FileKind`."""


@dataclass(frozen=True, slots=True)
class FileKind:
    """One kind of file.

    `open` takes the path of a file, what the source says of it, and where to report single rows that are wrong. It
    raises TableError where the file cannot be read; errors of the disk are told by whoever asks.
    """

    name: str
    """What `format` in a source calls it."""
    endings: tuple[str, ...]
    """How names of such files end, in lower case, with the dot."""
    open: Callable[[Path, Layout, Report], RawTable | OpenedColumns]


def _read_database(path: Path, layout: Layout, report: Report) -> RawTable:
    from bsc_site.load.formats.sqlite_file import read_database  # noqa: PLC0415  # few projects have one

    return read_database(path, layout, report)


def _read_workbook(path: Path, layout: Layout, report: Report) -> RawTable:
    from bsc_site.load.sheets.any_workbook import read_workbook  # noqa: PLC0415  # most projects have none

    return read_workbook(path, layout, report)


KINDS = (
    FileKind("csv", (".csv", ".tsv", ".txt"), read_csv),
    FileKind("excel", (".xlsx", ".xlsm", ".xls", ".xlsb", ".ods"), _read_workbook),
    FileKind("json", (".json", ".jsonl", ".ndjson"), read_records),
    FileKind("parquet", (".parquet",), read_parquet),
    FileKind("sqlite", (".sqlite", ".sqlite3", ".db"), _read_database),
    FileKind("html", (".html", ".htm"), read_page),
    FileKind("fixed width", (".fwf", ".prn"), read_fixed_width),
)
ENDINGS = {ending: kind for kind in KINDS for ending in kind.endings}
_NAMES = {kind.name: kind for kind in KINDS}


def kind_of(ending: str, name: str | None = None) -> FileKind | None:
    """The kind of this name, otherwise that of files with this ending; None for one that nobody knows."""
    if name is not None and name in _NAMES:
        return _NAMES[name]
    if name is None and ending in ENDINGS:
        return ENDINGS[ending]
    return next((kind for kind in _brought() if name == kind.name or (name is None and ending in kind.endings)), None)


def _brought() -> list[FileKind]:
    """The kinds of installed packages; looked for only where no kind of our own fits."""
    from importlib.metadata import entry_points  # noqa: PLC0415  # reads every installed package

    found = (each.load() for each in entry_points(group=ENTRY_POINTS))
    return [kind for kind in found if isinstance(kind, FileKind)]
