"""Filling down: the empty cells of some columns hold what the last row above said there."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

import numpy as np

from bsc_site.load.tables.cells import is_blank
from bsc_site.load.tables.columns import recoded
from bsc_site.load.tables.table import Table


def filled_down(table: Table, columns: Iterable[int]) -> Table:
    """The table with these columns filled; rows without any cell stay empty."""
    empty = {place: column.where(is_blank) for place, column in enumerate(table.columns)}
    nothing = np.logical_and.reduce(list(empty.values()), axis=0)
    changed = list(table.columns)
    for place in columns:
        own = np.where(empty[place], -1, np.arange(len(table)))
        above = np.maximum.accumulate(own) if len(own) else own
        takes = empty[place] & ~nothing & (above >= 0)
        codes = table.columns[place].codes.copy()
        codes[takes] = codes[above[takes]]
        changed[place] = recoded(codes, table.columns[place].cells)
    return replace(table, columns=tuple(changed))
