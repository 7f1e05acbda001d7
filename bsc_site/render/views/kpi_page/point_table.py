"""The table behind a KPI's chart, row by row as text: it stands on every KPI page, and a template would be slow."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from itertools import groupby
from operator import itemgetter

from markupsafe import Markup

from bsc_site.model.concluded.assessment import KpiAssessment, Point
from bsc_site.model.value_class import dataclass
from bsc_site.model.vocabularies import PointLabel
from bsc_site.render.text import inert, own
from bsc_site.render.views.kpi_views.signals import words_by_day
from bsc_site.render.views.parts.standpoint import Standpoint
from bsc_site.render.views.parts.table_figures import bare, unit_beside
from bsc_site.render.views.parts.value_sentences import expected_at, score_text, value_text
from bsc_site.wording.calculations.note_text import note_text
from bsc_site.wording.figures import period_text
from bsc_site.wording.language import say
from bsc_site.wording.outlooks.point_words import point_cell

ROWS = 24
"""So many of the latest periods are shown; all of them are in the CSV."""


@dataclass(frozen=True, slots=True)
class PointTable:
    """The rows, the newest first, in parts that have one status each (empty without figures), and their columns."""

    rows: Markup
    unit: str
    """The unit of values and targets, which stands once above them; empty where they need none."""
    noted: bool
    """Whether there is anything to note of the periods shown."""


def point_table(here: Standpoint, found: KpiAssessment) -> PointTable:
    """The figures of the latest periods; a signal stands only where there is more than natural variation."""
    unit, usual = found.kpi.unit, point_cell(PointLabel.COMMON_CAUSE)
    latest = list(reversed(found.points[-ROWS:]))
    words = words_by_day(found, min((each.period.start for each in latest), default=date.max))
    notes = list(map(_note, latest))
    rows: list[tuple[str, str]] = []
    for point, note in zip(latest, notes, strict=True):
        signal = words.get(point.period.start, "—")
        figures = (bare(value_text(found.kpi, point.value), unit), bare(expected_at(found.kpi, point), unit))
        remarks = ("" if signal == usual else signal, *((note,) if any(notes) else ()))
        rated = (point.rating or "—",) if found.ratings else ()
        rows.append(_row(here, point, figures, (score_text(point.score), *remarks, *rated)))
    return PointTable(own("\n".join(_parts(rows))), unit_beside(found.kpi), any(notes))


def _note(point: Point) -> str:
    told = note_text(point.note)
    return _running(told) if point.running else told if point.complete else _unfinished(told)


def _row(here: Standpoint, point: Point, figures: tuple[str, ...], remarks: tuple[str, ...]) -> tuple[str, str]:
    """The shape of its status, and the row."""
    status = here.status(point.status, point.score)
    cells = "".join(f"<td>{inert(cell)}</td>" for cell in (*figures, status.word, *remarks))
    return status.shape, f"<tr><th>{inert(period_text(point.period))}</th>{cells}</tr>"


def _parts(rows: list[tuple[str, str]]) -> Iterator[str]:
    """Rows that follow each other with the same status, as one part of the table that has its colour and shape."""
    for shape, part in groupby(rows, key=itemgetter(0)):
        inside = "\n".join(row for _, row in part)
        yield f'<tbody class="bsc-{shape}">\n{inside}\n</tbody>'


def _running(note: str) -> str:
    return say("still running; {note}", note=note) if note else say("still running")


def _unfinished(note: str) -> str:
    return say("not complete yet; {note}", note=note) if note else say("not complete yet")
