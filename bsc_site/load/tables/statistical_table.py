"""Statistical tables: those of Eurostat, which put several keys in one column and flags behind figures."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from bsc_site.load.tables.cells import Cell
from bsc_site.load.tables.columns import Column
from bsc_site.load.tables.table import Table

_OVER_TIME = re.compile(r"\\ *(?:TIME_PERIOD|time)$", re.IGNORECASE)
"""Behind the keys of a row stands what the other headings are: `freq,unit,geo\\TIME_PERIOD`."""
_NO_FIGURE = re.compile(r":(?: ?[a-z]{1,3})?", re.ASCII)
_WITH_FLAG = re.compile(r"(-?\d[\d.]*) ?([bcdefinprsuz]{1,3})", re.ASCII)


def statistical(table: Table) -> Table:
    """The table with a column for each key, no text where there is no figure, and flags in brackets.

    A flag is a footnote then: provisional `12.3 p` becomes `12.3 (p)`. Any other table stays as it is.
    """
    at = next((place for place, heading in enumerate(table.headings) if _OVER_TIME.search(heading)), None)
    if at is None:
        return table
    headings: list[str] = []
    columns: list[Column] = []
    for place, (heading, column) in enumerate(zip(table.headings, table.columns, strict=True)):
        if place < at:
            headings.append(heading)
            columns.append(column)
        elif place == at:
            keys = list(_by_key(heading, column))
            headings += [name for name, _ in keys]
            columns += [each for _, each in keys]
        else:
            headings.append(heading)
            columns.append(column.mapped(_plain))
    return replace(table, headings=tuple(headings), columns=tuple(columns))


def _by_key(heading: str, column: Column) -> Iterator[tuple[str, Column]]:
    names = _OVER_TIME.sub("", heading).split(",")
    if len(names) == 1:
        yield heading, column
        return
    for place, name in enumerate(names):
        yield name.strip(), column.mapped(lambda cell, place=place: _part(cell, place))  # type: ignore[misc]  # a default


def _part(cell: Cell, place: int) -> Cell:
    parts = cell.split(",") if isinstance(cell, str) else ()
    return parts[place].strip() if place < len(parts) else None


def _plain(cell: Cell) -> Cell:
    if not isinstance(cell, str):
        return cell
    text = cell.strip()
    if _NO_FIGURE.fullmatch(text):
        return None
    flagged = _WITH_FLAG.fullmatch(text)
    return f"{flagged[1]} ({flagged[2][0]})" if flagged else cell
