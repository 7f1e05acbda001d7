"""The series of a KPI as it is published: one line a period, as JSON and as CSV, from the same texts."""

from __future__ import annotations

import csv
import io
from collections.abc import Mapping, Sequence
from operator import gt
from typing import Any, Literal, TypeAlias, cast

from bsc_site.model.concluded.assessment import Expectation, Point
from bsc_site.model.declared.scorecard import StatusNames
from bsc_site.publish.published_data.published_columns import Columns, digits_beside
from bsc_site.publish.published_data.published_json import NULL
from bsc_site.publish.published_data.published_kpi import SeriesColumns
from bsc_site.wording.calculations.note_text import note_text

CSV_COLUMNS = ("period", "value", "target", "status", "score", "note")
OWN_COLUMNS: tuple[Literal["status_name", "rating"], ...] = ("status_name", "rating")
"""Columns that stand behind the others where there is anything in them."""
USUAL_NAMES = StatusNames()
_Told: TypeAlias = "Mapping[str, tuple[Any, ...]]"
"""The fields of all points, or of what is expected at them, each as a column."""
_NO_POINTS: _Told = dict.fromkeys(Point._fields, ())
_NOTHING: _Told = dict.fromkeys(Expectation._fields, ())
_FORMULA_STARTS = ("=", "+", "-", "@", "\t", "\r")


def published_series(
    points: Sequence[Point], names: StatusNames = USUAL_NAMES, digits: int | None = None
) -> Columns[SeriesColumns]:
    """The points of a KPI, oldest first; with the organisation's own statuses where `names` are those of such.

    `digits` are those of targets and scores; without, as many as the figures themselves make worth telling.
    """
    told = dict(zip(Point._fields, zip(*points, strict=True), strict=True)) if points else _NO_POINTS
    expected = dict(zip(Expectation._fields, zip(*told["expected"], strict=True), strict=True)) if points else _NOTHING
    columns: SeriesColumns = {
        "period": tuple(map(str, told["period"])),
        "value": told["value"],
        "target": expected["target"],
        "status": told["status"],
        "score": told["score"],
        "note": tuple(note_text(each) if each else "" for each in told["note"]),
    }
    held = cast("SeriesColumns", {**columns, **_where_told(told, expected, names)})
    return Columns(SeriesColumns, held, digits or digits_beside(held["value"]))


def _where_told(told: _Told, expected: _Told, names: StatusNames) -> dict[str, tuple[Any, ...]]:
    """The columns that are left out where they say nothing of any point."""
    whole, running = told["complete"], told["running"]
    found = {
        "target_low": (expected["low"], None),
        "target_high": (expected["high"], None),
        "complete": (tuple(map(gt, whole, running)) if any(running) else whole, True),
        "running": (running, False),
        "rating": (told["rating"], ""),
    }
    if names.scale.statuses:
        found["status_name"] = (tuple(map(names.of, told["status"], told["score"])), None)
    return {key: column for key, (column, silent) in found.items() if column.count(silent) < len(column)}


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
