"""Layout: which table of which file a source means, and how the file is written."""

from __future__ import annotations

from dataclasses import field, replace
from pathlib import PureWindowsPath
from posixpath import normpath

from bsc_site.load.tables.raw_table import WhichTable
from bsc_site.model.declared.columns.period_name import pattern_in
from bsc_site.model.declared.sources.join_choice import Join
from bsc_site.model.declared.sources.source import Source
from bsc_site.model.declared.sources.table_choice import NO_HEADINGS, TableByHeadings
from bsc_site.model.declared.table_text import TableText
from bsc_site.model.value_class import dataclass


@dataclass(frozen=True, slots=True)
class TextForm:
    """How a text file is written; None means that it shows by itself."""

    delimiter: str | None = None
    encoding: str | None = None
    comment: str | None = None
    widths: tuple[int, ...] = ()
    columns_at: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class Layout:
    """Which table of which file is read, and how it is written. Sources with the same layout share one reading."""

    file: str
    kind: str | None = None
    sheet: str | int | None = None
    records: str | None = None
    form: TextForm = field(default_factory=TextForm)
    which: WhichTable = field(default_factory=WhichTable)
    member: str | None = None
    """The file that is meant of those packed in this one."""
    from_name: str = ""
    """The pattern by which the name of the file says the period of its rows."""
    skip: tuple[tuple[str, tuple[str, ...]], ...] = ()
    """Which texts of which columns leave a row out."""
    fill: tuple[str, ...] = ()
    """The columns that are filled downwards before rows are left out."""
    query: str = ""
    """What gives the table where it stands in no file."""
    joins: tuple[JoinedLayout, ...] = ()
    """The other tables whose columns stand beside its rows."""


@dataclass(frozen=True, slots=True)
class JoinedLayout:
    """Another table whose columns stand beside the rows of a table, and how its rows are found.

    `on` are pairs of headings, that of the table first; `exact` says that upper and lower case make a difference.
    """

    layout: Layout
    on: tuple[tuple[str, str], ...]
    prefix: str = ""
    unmatched: bool = False
    """Whether rows may have no partner."""
    exact: bool = False


def layout_of(source: Source) -> Layout:
    """The layout that a KPI's source declares."""
    joins = tuple(_joined(each, exact=source.case_sensitive) for each in source.join)
    if source.query:
        return Layout("", query=source.query, joins=joins)
    return replace(
        layout_of_file(source),
        from_name=pattern_in(source.period) if isinstance(source.period, str) else "",
        skip=tuple(source.skip.items()),
        fill=source.filled if source.skip and isinstance(source.filled, tuple) else (),
        joins=joins,
    )


def _joined(join: Join, *, exact: bool) -> JoinedLayout:
    empty = join.unmatched is not None
    return JoinedLayout(layout_of_file(join), tuple(join.on.items()), join.prefix, empty, exact)


def layout_of_file(source: Source | Join | TableText) -> Layout:
    """The layout of a table that a file holds, without those that are joined to it."""
    form = TextForm(source.delimiter, source.encoding, source.comment, source.widths, source.columns_at)
    file = normpath(PureWindowsPath(source.file).as_posix())  # knows the separators of every system
    return Layout(file, source.format, source.sheet, source.records, form, _which(source), source.member)


def _which(source: Source | Join | TableText) -> WhichTable:
    named = source.table
    by_headings = named if isinstance(named, TableByHeadings) else TableByHeadings.model_construct(headings=())
    unheaded = source.header == NO_HEADINGS
    return WhichTable(
        by_headings.headings,
        by_headings.number,
        source.rows.first if source.rows else 1,
        source.rows.last if source.rows else None,
        () if isinstance(source.header, str) else source.header,
        unheaded,
        named if isinstance(named, str) else None,
    )
