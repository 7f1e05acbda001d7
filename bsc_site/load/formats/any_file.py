"""Any file: opens a data file of any kind as column headings with rows."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path, PurePosixPath, PureWindowsPath

from bsc_site.load.beside.joined_columns import JoinError, with_joined
from bsc_site.load.formats.kinds import KINDS, FileKind, kind_of
from bsc_site.load.tables.cells import Row, TableError
from bsc_site.load.tables.choosing import chosen_table
from bsc_site.load.tables.file_layout import JoinedLayout, Layout
from bsc_site.load.tables.opened import Opened, OpenedColumns, table_of
from bsc_site.load.tables.raw_table import RawTable, Report
from bsc_site.load.tables.statistical_table import statistical
from bsc_site.load.tables.table import Table


def open_table(root: Path, layout: Layout) -> Table:
    """The table that `layout` describes in the project folder `root`, which knows what is damaged in it.

    Raises TableError when the file is missing, outside of the project folder or unreadable, and when it holds no such
    table; JoinError where that is a table whose columns stand beside it.
    """
    return with_other_tables(root, _table(root, layout), layout)


def with_other_tables(root: Path, table: Table, layout: Layout) -> Table:
    """The table with the columns of those that are joined to it. Raises JoinError."""
    for join in layout.joins:
        table = with_joined(table, _other_table(root, join), join)
    return table


def _other_table(root: Path, join: JoinedLayout) -> Table:
    try:
        table = _table(root, join.layout)
        flaw = next(iter(table.flaws), table.cut)
    except TableError as error:
        flaw = error
    if flaw is not None:
        file = f"{join.layout.file}, line {flaw.line}" if flaw.line else join.layout.file
        raise JoinError(flaw.code, f"{file}: {flaw.message}", "join.file")
    return table


def _table(root: Path, layout: Layout) -> Table:
    path = _path_in(root, layout.file)
    kind = kind_of(path.suffix.lower(), layout.kind)
    if kind is None:
        raise TableError("BSC303", _unknown(path, layout))
    flaws: list[TableError] = []
    try:
        return statistical(table_of(layout.file, _opened(path, kind, layout, flaws.append), flaws))
    except OSError as error:
        raise TableError("BSC303", f"the file cannot be opened ({error.strerror or error})") from None


def rows_of_file(root: Path, layout: Layout) -> Iterator[Row]:
    """Every row of the file as it stands, with what looks like a comment; none for files that hold columns.

    Raises TableError as `open_table` does.
    """
    path = _path_in(root, layout.file)
    kind = kind_of(path.suffix.lower(), layout.kind)
    found = kind.open(path, replace(layout, form=replace(layout.form, comment=None)), lambda _: None) if kind else None
    return iter(found.rows) if isinstance(found, RawTable) else iter(())


def _opened(path: Path, kind: FileKind, layout: Layout, report: Report) -> Opened | OpenedColumns:
    found = kind.open(path, layout, report)
    return chosen_table(found, layout.which, report) if isinstance(found, RawTable) else found


def _unknown(path: Path, layout: Layout) -> str:
    if layout.kind is not None:
        return f"there is no format '{layout.kind}'; there are: {', '.join(kind.name for kind in KINDS)}"
    *first, last = (kind.endings[0] for kind in KINDS)
    return f"'{path.suffix}' files cannot be read; use {', '.join(first)} or {last}"


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
