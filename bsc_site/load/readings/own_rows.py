"""Own rows: those of a KPI's rows that stand for themselves, with every figure as its column means it."""

from __future__ import annotations

from collections.abc import Sequence

from bsc_site.load.figures.agreement import agreed
from bsc_site.load.figures.problem_book import ProblemBook
from bsc_site.load.readings.source_rows import SourceRows
from bsc_site.load.rows.repeated_rows import RepeatedRows
from bsc_site.model.series import Reading


def own_rows(rows: SourceRows, book: ProblemBook) -> Sequence[Reading]:
    """The rows of a source without totals and repeats of others; what is not clear goes to the book."""
    kpi = rows.kpi
    known = agreed(kpi, rows.rows, book)
    for sheet in (rows, *rows.beside):
        if sheet.totals.unplaced:
            totals = agreed(kpi, [each.reading for each in sheet.totals.unplaced], book)
            sheet.totals.unplaced = [
                each._replace(reading=total) for each, total in zip(sheet.totals.unplaced, totals, strict=True)
            ]
        known = sheet.totals.left_out(kpi, known, book)
    if rows.totals.several and not rows.beside:
        known = RepeatedRows(kpi, rows.totals.labels, rows.table).left_out(known, book)
    return known
