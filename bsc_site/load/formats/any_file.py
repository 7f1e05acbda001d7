"""Any file: opens a data file of any kind as column headings with rows."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path, PurePosixPath, PureWindowsPath

from bsc_site.load.beside.joined_columns import JoinError, with_joined
from bsc_site.load.formats.kinds import ENDINGS, KINDS, kind_of
from bsc_site.load.packing.unpacked import PACKED, unpacked
from bsc_site.load.tables.cells import Row, TableError
from bsc_site.load.tables.choosing import chosen_table
from bsc_site.load.tables.columns import Flags
from bsc_site.load.tables.file_layout import JoinedLayout, Layout
from bsc_site.load.tables.opened import table_of
from bsc_site.load.tables.raw_table import RawTable
from bsc_site.load.tables.statistical_table import statistical
from bsc_site.load.tables.table import Table
from bsc_site.model.saying.hint_sentences import DID_YOU_MEAN
from bsc_site.model.saying.said import Listed, of_file, one_of, said
from bsc_site.model.sentences.in_data import file_sentences as told
from bsc_site.model.sentences.table_sentences import KIND_UNKNOWN


def open_table(root: Path, layout: Layout) -> Table:
    """The table that `layout` describes in the project folder `root`, which knows what is damaged in it.

    Raises TableError when the file is missing, outside of the project folder or unreadable, and when it holds no such
    table; JoinError where that is a table whose columns stand beside it.
    """
    return with_joins(root, _table(root, layout), layout.joins)


def with_joins(root: Path, table: Table, joins: Sequence[JoinedLayout]) -> Table:
    """The table with the columns of other tables beside its rows. Raises JoinError as `open_table` does."""
    for join in joins:
        table = with_joined(table, _other_table(root, join), join)
    return table


def _other_table(root: Path, join: JoinedLayout) -> Table:
    try:
        table = _table(root, join.layout)
        flaw = next(iter(table.flaws), table.cut)
    except TableError as error:
        flaw = error
    if flaw is not None:
        file = join.layout.file
        where = said(told.LINE_OF_FILE, file=file, line=str(flaw.line)) if flaw.line else file
        raise JoinError(flaw.code, of_file(where, flaw.message), "join.file")
    return table


def _table(root: Path, layout: Layout) -> Table:
    try:
        with _unpacked(_path_in(root, layout.file), layout) as path:
            return statistical(_of_kind(path, layout))
    except OSError as error:
        raise TableError("BSC303", said(told.CANNOT_BE_OPENED, reason=str(error.strerror or error))) from None


@contextmanager
def _unpacked(path: Path, layout: Layout) -> Iterator[Path]:
    """The file itself, or what is packed in it for as long as it is read."""
    if path.suffix.lower() not in PACKED:
        yield path
        return
    with unpacked(path, layout.member, ENDINGS) as inner:
        if not inner.suffix and layout.kind is None:
            raise TableError("BSC303", said(KIND_UNKNOWN))
        yield inner


def _of_kind(path: Path, layout: Layout) -> Table:
    kind = kind_of(path.suffix.lower(), layout.kind)
    if kind is None:
        raise TableError("BSC303", _unknown(path, layout))
    flaws: list[TableError] = []
    found = kind.open(path, layout, flaws.append)
    if isinstance(found, RawTable):
        return table_of(layout.file, chosen_table(found, layout.which, flaws.append), flaws)
    table = table_of(layout.file, found, flaws)
    return table if layout.which.everywhere else table.keep(_lines_of(table, layout))


def _lines_of(table: Table, layout: Layout) -> Flags:
    last = layout.which.last or len(table)
    return (table.lines >= layout.which.first) & (table.lines <= last)


def rows_of_file(root: Path, layout: Layout) -> Iterator[Row]:
    """Every row of the file as it stands, with what looks like a comment; none for files that hold columns.

    Raises TableError as `open_table` does.
    """
    with _unpacked(_path_in(root, layout.file), layout) as path:
        kind = kind_of(path.suffix.lower(), layout.kind)
        whole = replace(layout, form=replace(layout.form, comment=None))
        found = kind.open(path, whole, lambda _: None) if kind else None
        if isinstance(found, RawTable):
            yield from found.rows


def _unknown(path: Path, layout: Layout) -> str:
    if layout.kind is not None:
        there = Listed(kind.name for kind in KINDS)
        return said(told.NO_SUCH_FORMAT, format=layout.kind, there=there)
    return said(told.NO_KNOWN_ENDING, ending=path.suffix, endings=one_of(kind.endings[0] for kind in KINDS))


def _path_in(root: Path, file: str) -> Path:
    try:
        path = (root / file).resolve()
        inside = path.is_relative_to(root.resolve())
        exists, is_file = path.exists(), path.is_file()
    except (OSError, RuntimeError, ValueError) as error:
        raise TableError("BSC303", said(told.CANNOT_BE_FOLLOWED, reason=str(error))) from None
    if not inside or PureWindowsPath(file).drive:
        raise TableError("BSC302", said(told.FILE_OUTSIDE))
    if not exists:
        raise TableError("BSC301", said(told.NO_SUCH_FILE, hint=_other_case(path, file)))
    if not is_file:
        raise TableError("BSC303", said(told.A_FOLDER if path.is_dir() else told.NO_REGULAR_FILE))
    return path


def _other_case(path: Path, file: str) -> str:
    """A hint at a file of the same folder whose name is nearly the same, written like `file`."""
    from difflib import get_close_matches  # noqa: PLC0415  # only for a message

    if not path.parent.is_dir():
        return said(told.NO_FOLDER_EITHER, folder=path.parent.name)
    names = sorted(each.name for each in path.parent.iterdir() if each.exists())
    near = get_close_matches(path.name, names, n=1) or [name for name in names if name.lower() == path.name.lower()]
    return said(DID_YOU_MEAN, near=str(PurePosixPath(file).with_name(near[0]))) if near else ""
