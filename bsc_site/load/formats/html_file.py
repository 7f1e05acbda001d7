"""HTML files: the rows of one table of a page that was saved; nothing is loaded from elsewhere."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any, NamedTuple

from bsc_site.load.tables.by_headings import heading_rows
from bsc_site.load.tables.cells import Cell, MergedText, Row, TableError, is_blank, text_of
from bsc_site.load.tables.file_layout import Layout
from bsc_site.load.tables.headings import listed
from bsc_site.load.tables.raw_table import RawTable, Report, WhichTable
from bsc_site.load.yaml.yaml_words import in_yaml
from bsc_site.model.saying.said import said
from bsc_site.model.sentences import table_sentences as told

_WIDEST = 1000
"""A cell spans at most so many rows and columns."""
_UNSEEN = frozenset({"script", "style", "template", "noscript"})
_NAMED = 4


class _Span(NamedTuple):
    cell: Cell
    rows: int


def read_page(path: Path, layout: Layout, _: Report) -> RawTable:
    """The rows of the table that has the headings of the source, or of the only one of the page.

    Raises TableError for a file without a table, and where it is not clear which one is meant.
    """
    content = path.read_bytes()
    tables = [rows for rows in map(_rows_of, _elements(content, layout.form.encoding)) if _is_data(rows)]
    if not tables:
        raise TableError("BSC372", said(told.NO_PAGE_TABLES))
    if layout.which.headings:
        return RawTable(iter(_with_headings(tables, layout.which)), settled=True)
    inside = [rows for rows in tables if _within(rows, layout.which)]
    if len(inside) == 1:
        return RawTable(iter(inside[0]))
    named = "; ".join(f"{rows[0][0]}: {_names(rows)}" for rows in tables[:_NAMED])
    first = ", ".join(map(in_yaml, filter(None, map(text_of, tables[0][0][1]))))
    raise TableError("BSC373", said(told.SEVERAL_PAGE_TABLES, count=len(tables), there=named, first=first))


def _elements(content: bytes, encoding: str | None) -> list[Any]:
    """The tables of the page that hold no other table."""
    from lxml import etree, html  # noqa: PLC0415  # only pages need it

    parser = html.HTMLParser(encoding=encoding or _encoding(content), no_network=True, remove_comments=True)
    try:
        page = html.document_fromstring(content, parser=parser)
    except (etree.LxmlError, ValueError):
        return []
    return [table for table in page.iter("table") if next(table.iterdescendants("table"), None) is None]


def _encoding(content: bytes) -> str | None:
    """UTF-8 where the text is that; otherwise the page itself says what it is."""
    try:
        content.decode("utf-8")
    except UnicodeDecodeError:
        return None
    return "utf-8"


def _rows_of(table: Any) -> list[Row]:
    """The rows of a table, in which a cell that spans others stands in each of them."""
    rows: list[Row] = []
    waiting: dict[int, _Span] = {}
    for row in table.iter("tr"):
        cells: list[Cell] = []
        for element in row.iterchildren("td", "th"):
            _take_waiting(cells, waiting)
            across, down = _span(element, "colspan"), _span(element, "rowspan")
            text = _text(element)
            cell = MergedText(text) if across * down > 1 else text
            for _ in range(across):
                if down > 1:
                    waiting[len(cells)] = _Span(cell, down)
                cells.append(cell)
        _take_waiting(cells, waiting)
        waiting = {place: span._replace(rows=span.rows - 1) for place, span in waiting.items() if span.rows > 1}
        rows.append((row.sourceline or len(rows) + 1, cells))
    return rows


def _take_waiting(cells: list[Cell], waiting: dict[int, _Span]) -> None:
    """Add the cells that reach down from the rows above."""
    while len(cells) in waiting:
        cells.append(waiting[len(cells)].cell)


def _span(element: Any, name: str) -> int:
    text = str(element.get(name) or "").strip()
    return max(1, min(int(text), _WIDEST)) if text.isascii() and text.isdigit() else 1


def _text(element: Any) -> str:
    return " ".join(" ".join(_texts(element)).split())


def _texts(element: Any) -> Iterator[str]:
    if element.tag in _UNSEEN:
        return
    yield element.text or ""
    for child in element:
        yield from _texts(child)
        yield child.tail or ""


def _is_data(rows: Sequence[Row]) -> bool:
    """Whether it has more than one row and more than one column; other tables only place what they hold."""
    filled = [cells for _, cells in rows if any(not is_blank(cell) for cell in cells)]
    return len(filled) > 1 and max(map(len, filled)) > 1


def _within(rows: Sequence[Row], which: WhichTable) -> bool:
    """Whether any of its lines may belong to the table that is meant."""
    return rows[-1][0] >= which.begins and (which.last is None or rows[0][0] <= which.last)


def _with_headings(tables: Sequence[Sequence[Row]], which: WhichTable) -> Sequence[Row]:
    named = listed(which.headings)
    found = [rows[places[0] :] for rows in tables if (places := heading_rows(rows, which.headings))]
    if not found:
        there = "; ".join(map(_names, tables[:_NAMED]))
        raise TableError("BSC372", said(told.NO_PAGE_TABLE_WITH, headings=named, there=there))
    if which.number is None and len(found) > 1:
        raise TableError("BSC373", said(told.SEVERAL_PAGE_TABLES_WITH, count=len(found), headings=named))
    if (which.number or 1) > len(found):
        raise TableError("BSC372", said(told.TOO_FEW_PAGE_TABLES, headings=named, number=which.number or 1))
    return found[(which.number or 1) - 1]


def _names(rows: Sequence[Row]) -> str:
    return listed([text_of(cell) for cell in rows[0][1]])[:80]
