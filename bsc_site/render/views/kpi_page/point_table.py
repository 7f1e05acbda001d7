"""The table behind a KPI's chart, row by row as text: it stands on every KPI page, and a template would be slow."""

from __future__ import annotations

from markupsafe import Markup

from bsc_site.model.concluded.assessment import KpiAssessment, Point
from bsc_site.render.text import inert, own
from bsc_site.render.views.kpi_views.signals import words_by_day
from bsc_site.render.views.parts.standpoint import Standpoint
from bsc_site.render.views.parts.value_sentences import expected_at, score_text, value_text
from bsc_site.wording.calculations.note_text import note_text
from bsc_site.wording.figures import period_text
from bsc_site.wording.language import say

ROWS = 24
"""So many of the latest periods are shown; all of them are in the CSV."""


def point_table(here: Standpoint, found: KpiAssessment) -> Markup:
    """The rows of the latest periods, the newest first, each `<tr>` on a line of its own; empty without figures."""
    words = words_by_day(found)
    latest = reversed(found.points[-ROWS:])
    return own("\n".join(_row(here, found, point, words.get(point.period.start, "—")) for point in latest))


def _row(here: Standpoint, found: KpiAssessment, point: Point, signal: str) -> str:
    status = here.status(point.status, point.score)
    told = note_text(point.note)
    note = _running(told) if point.running else told if point.complete else _unfinished(told)
    figures = (value_text(found.kpi, point.value), expected_at(found.kpi, point))
    rated = (point.rating or "—",) if found.ratings else ()
    remarks = (score_text(point.score), signal, note, *rated)
    before, after = ("".join(f"<td>{inert(cell)}</td>" for cell in cells) for cells in (figures, remarks))
    word = f'<td class="bsc-{status.shape}">{inert(status.word)}</td>'
    return f'<tr><th scope="row">{inert(period_text(point.period))}</th>{before}{word}{after}</tr>'


def _running(note: str) -> str:
    return say("still running; {note}", note=note) if note else say("still running")


def _unfinished(note: str) -> str:
    return say("not complete yet; {note}", note=note) if note else say("not complete yet")
