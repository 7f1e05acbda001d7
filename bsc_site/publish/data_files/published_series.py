"""The series of a KPI as it is published: one line a period, as JSON and as CSV, from the same texts."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Iterable
from dataclasses import dataclass
from math import isfinite

from bsc_site.model.concluded.assessment import Expectation, Point
from bsc_site.publish.data_files.published_json import Lines
from bsc_site.wording.calculations.note_text import note_text

CSV_COLUMNS = ("period", "value", "target", "status", "score", "note")
_FORMULA_STARTS = ("=", "+", "-", "@", "\t", "\r")


@dataclass(frozen=True, slots=True)
class PublishedSeries:
    """The points of a KPI, oldest first, in both forms."""

    lines: Lines
    csv: bytes


def published_series(points: Iterable[Point]) -> PublishedSeries:
    """A JSON object and a CSV row for each point.

    Every number becomes text once, for both: a scorecard has a hundred thousand points. A missing number is null in
    JSON and empty in CSV. A note that a spreadsheet would run as a formula gets a leading apostrophe in CSV.
    """
    lines, rows = list[str](), [",".join(CSV_COLUMNS)]
    for point in points:
        expected, period = point.expected, str(point.period)
        value, target, score = _number(point.value), _number(expected.target), _number(point.score)
        told = note_text(point.note)
        note = json.dumps(told, ensure_ascii=False) if told else '""'
        lines.append(
            f'{{"period": "{period}", "value": {value}, "target": {target}, "status": "{point.status}", '
            f'"score": {score}, "note": {note}, {_BANDLESS if expected.low is None else _band(expected)}, '
            f'"complete": {"true" if point.complete else "false"}}}',
        )
        cell = _cell(told) if told else ""
        row = f"{period},{value},{target},{point.status},{score},"
        rows.append((row.replace("null", "") if "null" in row else row) + cell)
    return PublishedSeries(Lines(lines), ("\n".join(rows) + "\n").encode())


_BANDLESS = '"target_low": null, "target_high": null'


def _band(expected: Expectation) -> str:
    return f'"target_low": {_number(expected.low)}, "target_high": {_number(expected.high)}'


def _number(value: float | None) -> str:
    """At most 12 significant digits; JSON and CSV write numbers alike."""
    if value is None or not isfinite(value):
        return "null"
    text = f"{value:.12g}"
    return "0" if text == "-0" else text


def _cell(note: str) -> str:
    text = note.replace("\r\n", "\n").replace("\r", "\n")
    cell = io.StringIO()
    csv.writer(cell, lineterminator="\n").writerow([f"'{text}" if note.startswith(_FORMULA_STARTS) else text])
    return cell.getvalue().removesuffix("\n")
