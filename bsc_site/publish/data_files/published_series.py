"""The series of a KPI as it is published: one line a period, as JSON and as CSV, from the same texts."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable
from typing import Literal

from bsc_site.model.concluded.assessment import Point
from bsc_site.model.declared.scorecard import StatusNames
from bsc_site.publish.published_data.published_json import NULL
from bsc_site.publish.published_data.published_kpi import SeriesPoint
from bsc_site.publish.published_data.published_rows import Rows
from bsc_site.wording.calculations.note_text import note_text

CSV_COLUMNS = ("period", "value", "target", "status", "score", "note")
OWN_COLUMNS: tuple[Literal["status_name", "rating"], ...] = ("status_name", "rating")
"""Columns that stand behind the others where there is anything in them."""
USUAL_NAMES = StatusNames()
_FORMULA_STARTS = ("=", "+", "-", "@", "\t", "\r")


def published_series(points: Iterable[Point], names: StatusNames = USUAL_NAMES) -> Rows[SeriesPoint]:
    """The points of a KPI, oldest first; with the organisation's own statuses where `names` are those of such."""
    listed = tuple(points)
    rated, named = any(each.rating for each in listed), bool(names.scale.statuses)
    rows = Rows(SeriesPoint, map(_row, listed))
    if named:
        pairs = zip(rows, listed, strict=True)
        rows = Rows(SeriesPoint, (row | {"status_name": names.of(each.status, each.score)} for row, each in pairs))
    if rated:
        rows = Rows(SeriesPoint, (row | {"rating": each.rating} for row, each in zip(rows, listed, strict=True)))
    return rows


def _row(point: Point) -> SeriesPoint:
    expected = point.expected
    return {
        "period": str(point.period),
        "value": point.value,
        "target": expected.target,
        "status": point.status,
        "score": point.score,
        "note": note_text(point.note),
        "target_low": expected.low,
        "target_high": expected.high,
        "complete": point.complete and not point.running,
        "running": point.running,
    }


def series_csv(series: Rows[SeriesPoint]) -> bytes:
    """A row for each point, with the numbers of its JSON; a missing one is empty.

    A note that a spreadsheet would run as a formula gets a leading apostrophe.
    """
    period, status = ([row[key] for row in series] for key in ("period", "status"))
    value, target, score = (_numbers(series.columns[key]) for key in ("value", "target", "score"))
    notes = [_cell(row["note"]) if row["note"] else "" for row in series]
    own = [(name, [_cell(row[name]) for row in series]) for name in OWN_COLUMNS if series and name in series.columns]
    rows = map(",".join, zip(period, value, target, status, score, notes, *(each for _, each in own), strict=True))
    return ("\n".join((",".join((*CSV_COLUMNS, *(name for name, _ in own))), *rows)) + "\n").encode()


def _numbers(texts: list[str]) -> list[str]:
    return ["" if text == NULL else text for text in texts] if NULL in texts else texts


def _cell(note: str) -> str:
    text = note.replace("\r\n", "\n").replace("\r", "\n")
    cell = io.StringIO()
    csv.writer(cell, lineterminator="\n").writerow([f"'{text}" if note.startswith(_FORMULA_STARTS) else text])
    return cell.getvalue().removesuffix("\n")
