"""The series of a KPI as it is published: one line a period, as JSON and as CSV, from the same texts."""

from __future__ import annotations

import csv
import io
from collections.abc import Sequence
from typing import Any, Literal, cast

from bsc_site.model.concluded.assessment import Point
from bsc_site.model.declared.scorecard import StatusNames
from bsc_site.publish.published_data.published_columns import Columns, digits_beside
from bsc_site.publish.published_data.published_json import NULL
from bsc_site.publish.published_data.published_kpi import SeriesColumns
from bsc_site.wording.calculations.note_text import note_text

CSV_COLUMNS = ("period", "value", "target", "status", "score", "note")
OWN_COLUMNS: tuple[Literal["status_name", "rating"], ...] = ("status_name", "rating")
"""Columns that stand behind the others where there is anything in them."""
USUAL_NAMES = StatusNames()
_FORMULA_STARTS = ("=", "+", "-", "@", "\t", "\r")


def published_series(
    points: Sequence[Point], names: StatusNames = USUAL_NAMES, digits: int | None = None
) -> Columns[SeriesColumns]:
    """The points of a KPI, oldest first; with the organisation's own statuses where `names` are those of such.

    `digits` are those of targets and scores; without, as many as the figures themselves make worth telling.
    """
    expected = [each.expected for each in points]
    columns: SeriesColumns = {
        "period": tuple(str(each.period) for each in points),
        "value": tuple(each.value for each in points),
        "target": tuple(each.target for each in expected),
        "status": tuple(each.status for each in points),
        "score": tuple(each.score for each in points),
        "note": tuple(note_text(each.note) if each.note else "" for each in points),
    }
    held = cast("SeriesColumns", {**columns, **_where_told(points, names)})
    return Columns(SeriesColumns, held, digits or digits_beside(held["value"]))


def _where_told(points: Sequence[Point], names: StatusNames) -> dict[str, tuple[Any, ...]]:
    """The columns that are left out where they say nothing of any point."""
    expected = [each.expected for each in points]
    told = {
        "target_low": (tuple(each.low for each in expected), None),
        "target_high": (tuple(each.high for each in expected), None),
        "complete": (tuple(each.complete and not each.running for each in points), True),
        "running": (tuple(each.running for each in points), False),
        "rating": (tuple(each.rating for each in points), ""),
    }
    if names.scale.statuses:
        told["status_name"] = (tuple(names.of(each.status, each.score) for each in points), None)
    return {key: column for key, (column, silent) in told.items() if any(each != silent for each in column)}


def series_csv(series: Columns[SeriesColumns]) -> bytes:
    """A row for each point, with the numbers of its JSON; a missing one is empty.

    A note that a spreadsheet would run as a formula gets a leading apostrophe.
    """
    held = series.held
    value, target, score = (_numbers(series.texts[key]) for key in ("value", "target", "score"))
    notes = [_cell(note) if note else "" for note in held["note"]]
    own = [(name, list(map(_cell, held[name]))) for name in OWN_COLUMNS if name in held]
    columns = (held["period"], value, target, held["status"], score, notes, *(each for _, each in own))
    rows = map(",".join, zip(*columns, strict=True))
    return ("\n".join((",".join((*CSV_COLUMNS, *(name for name, _ in own))), *rows)) + "\n").encode()


def _numbers(texts: list[str]) -> list[str]:
    return ["" if text == NULL else text for text in texts] if NULL in texts else texts


def _cell(note: str) -> str:
    text = note.replace("\r\n", "\n").replace("\r", "\n")
    cell = io.StringIO()
    csv.writer(cell, lineterminator="\n").writerow([f"'{text}" if note.startswith(_FORMULA_STARTS) else text])
    return cell.getvalue().removesuffix("\n")
