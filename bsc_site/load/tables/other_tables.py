"""Other tables: where the table of a source that names none ends, because one about something else begins."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from bsc_site.load.tables.by_headings import is_figure
from bsc_site.load.tables.cells import Cell, Row, TableError, is_blank, text_of
from bsc_site.load.tables.raw_table import Report
from bsc_site.load.yaml.yaml_words import in_yaml
from bsc_site.model.saying.said import said
from bsc_site.model.sentences import table_sentences as told


def until_another(rows: Iterator[Row], report: Report) -> Iterator[Row]:
    """The rows up to an empty one below which, under a title of its own, headings stand above figures.

    Such headings go to `report`; rows of which that is not so go on.
    """
    held: list[Row] = []
    for row in rows:
        if not held:
            cells = row[1]
            first = cells[0] if cells else None
            if (type(first) is str and first and not first.isspace()) or _holds_something(cells):
                yield row
                continue
        held.append(row)
        filled = [place for place, (_, cells) in enumerate(held) if _filled(cells)]
        if not filled or (_filled(held[filled[-1]][1]) == 1):
            continue
        heading = next(place for place in filled if _filled(held[place][1]) > 1)
        if heading > filled[0] and heading == filled[-1] and not any(map(is_figure, held[heading][1])):
            continue
        if heading > filled[0] and any(map(is_figure, row[1])) and not any(map(is_figure, held[heading][1])):
            report(_begins(*held[heading]))
            return
        yield from held
        held = []
    yield from held


def _holds_something(cells: Sequence[Cell]) -> bool:
    first = cells[0] if cells else None
    return bool(isinstance(first, str) and first and not first.isspace()) or any(not is_blank(cell) for cell in cells)


def _filled(cells: Sequence[Cell]) -> int:
    return sum(not is_blank(cell) for cell in cells)


def _begins(line: int, cells: Sequence[Cell]) -> TableError:
    texts = [text for cell in cells if (text := text_of(cell))]
    headings = ", ".join(map(in_yaml, texts))
    names = ", ".join(texts)[:80]
    return TableError("BSC341", said(told.BEGINS_HERE_BY_NAME, names=names, line=str(line), headings=headings), line)
