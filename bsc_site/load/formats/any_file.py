"""Any file: opens a data file of any kind as column headings with rows."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path, PurePosixPath, PureWindowsPath
from posixpath import normpath
from typing import Literal

from bsc_site.load.formats.csv_file import CsvForm, read_csv
from bsc_site.load.formats.excel_file import read_sheet
from bsc_site.load.formats.json_file import read_records
from bsc_site.load.formats.parquet_file import read_parquet
from bsc_site.load.tables.cells import TableError
from bsc_site.load.tables.opened import Opened, OpenedColumns, table_of
from bsc_site.load.tables.table import Table
from bsc_site.load.tables.table_end import one_table
from bsc_site.model.declared.sources.source import Source

Kind = Literal["csv", "excel", "json", "parquet"]

KINDS: dict[str, Kind] = {
    ".csv": "csv",
    ".tsv": "csv",
    ".txt": "csv",
    ".xlsx": "excel",
    ".xlsm": "excel",
    ".json": "json",
    ".parquet": "parquet",
}


@dataclass(frozen=True, slots=True)
class Layout:
    """Which table of which file is read, and how it is written. Sources with the same layout share one reading."""

    file: str
    kind: Kind | None = None
    sheet: str | int | None = None
    records: str | None = None
    form: CsvForm = field(default_factory=CsvForm)


def layout_of(source: Source) -> Layout:
    """The layout that a KPI's source declares."""
    form = CsvForm(source.delimiter, source.encoding, source.header, source.comment)
    file = normpath(PureWindowsPath(source.file).as_posix())  # knows the separators of every system
    return Layout(file, source.format, source.sheet, source.records, form)


def open_table(root: Path, layout: Layout) -> Table:
    """The table that `layout` describes in the project folder `root`, which knows what is damaged in it.

    Raises TableError when the file is missing, outside of the project folder or unreadable, and when it holds no such
    table.
    """
    path = _path_in(root, layout.file)
    kind = layout.kind or KINDS.get(path.suffix.lower())
    if kind is None:
        raise TableError("BSC303", f"'{path.suffix}' files cannot be read; use .csv, .xlsx, .json or .parquet")
    flaws: list[TableError] = []
    try:
        return table_of(layout.file, _opened(path, kind, layout, flaws.append), flaws)
    except OSError as error:
        raise TableError("BSC303", f"the file cannot be opened ({error.strerror or error})") from None


def _opened(
    path: Path,
    kind: Kind,
    layout: Layout,
    report: Callable[[TableError], None],
) -> Opened | OpenedColumns:
    if kind in {"csv", "excel"}:
        opened = (
            Opened(*read_csv(path, layout.form, report))
            if kind == "csv"
            else read_sheet(path, layout.sheet, layout.form.header)
        )
        return opened._replace(rows=one_table(opened.headings, opened.rows, report))
    if kind == "json":
        return Opened(0, *read_records(path, layout.records, layout.form.encoding))
    return read_parquet(path)


def _path_in(root: Path, file: str) -> Path:
    try:
        path = (root / file).resolve()
        inside = path.is_relative_to(root.resolve())
        exists, is_file = path.exists(), path.is_file()
    except (OSError, RuntimeError, ValueError) as error:
        raise TableError("BSC303", f"the path cannot be followed ({error})") from None
    if not inside or PureWindowsPath(file).drive:
        raise TableError("BSC302", "the file lies outside of the project folder; copy it into data/")
    if not exists:
        raise TableError("BSC301", "there is no such file" + _other_case(path, file))
    if not is_file:
        raise TableError("BSC303", "this is a folder, not a file" if path.is_dir() else "this is not a regular file")
    return path


def _other_case(path: Path, file: str) -> str:
    """A hint at a file of the same folder whose name is nearly the same, written like `file`."""
    from difflib import get_close_matches  # noqa: PLC0415  # only for a message

    if not path.parent.is_dir():
        return f"; there is no folder {path.parent.name} either"
    names = sorted(each.name for each in path.parent.iterdir() if each.exists())
    near = get_close_matches(path.name, names, n=1) or [name for name in names if name.lower() == path.name.lower()]
    return f"; did you mean '{PurePosixPath(file).with_name(near[0])}'?" if near else ""
