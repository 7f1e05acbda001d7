"""Entering: what was filled into a template joins the data of the project, all of it or nothing."""

from __future__ import annotations

import csv
import io
from collections.abc import Collection, Sequence
from pathlib import Path

from bsc_site.exchange.draft.project_files import FigureRow, csv_bytes
from bsc_site.exchange.entry.entered import KnownFigures, entered_rows
from bsc_site.exchange.workbooks.grid import SheetGrid
from bsc_site.load.readings.project_readings import LoadedReadings, load_readings
from bsc_site.model.declared.project import Project
from bsc_site.model.failure import InputError
from bsc_site.model.period import Period
from bsc_site.model.problem import Place, Problem, Severity
from bsc_site.model.rules import problem
from bsc_site.outcomes import Examination, Order
from bsc_site.publish.disk.new_files import write_files
from bsc_site.wording.language import say, say_count

FILE = "data/entered.csv"
_HEADINGS = ("kpi", "period", "value", "note")


def entered(order: Order, examination: Examination, grids: Sequence[SheetGrid], file: str) -> tuple[str, ...]:
    """Sentences about the figures that were added to `data/entered.csv`.

    Raises InputError with a line for every wrong cell, and where the data would have an error with them; nothing is
    written then. Raises OSError.
    """
    if examination.assessment is None or examination.refused:
        raise InputError(tuple(each for each in examination.problems if each.severity is Severity.ERROR))
    project = examination.assessment.project
    before = load_readings(order.root, project)
    figures = _figures(project, examination, before)
    rows = entered_rows(grids, file, KnownFigures(project, figures, order.as_of))
    if rows:
        _append(order.root, project, rows, before.problems)
        added = say_count("added {count} figure to {file}", "added {count} figures to {file}", len(rows), file=FILE)
        return (added, say("Next: bsc-site check"))
    return (say("There is no new figure in the file; nothing was written."),)


def _figures(project: Project, examination: Examination, read: LoadedReadings) -> dict[str, dict[Period, float]]:
    """The figures of each KPI as they are entered: those that are counted up within the year as they stand."""
    series = examination.series
    found = {name: {each.period: each.value for each in series[name].observations} for name in series}
    for kpi in project.kpis.values():
        if kpi.counted_up is not None and kpi.id in read.readings:
            rows = read.readings[kpi.id].rows
            found[kpi.id] = {each.period: each.value for each in rows if each.value is not None}
    return found


def _append(root: Path, project: Project, rows: Sequence[FigureRow], known: Collection[Problem]) -> None:
    """Put the rows at the end of the file; what stood there stands again where an error comes of them."""
    path = root / FILE
    before = path.read_bytes() if path.exists() else None
    new = csv_bytes(_HEADINGS, ((each.kpi, each.period, each.value, each.note) for each in rows))
    if before is None:
        content = new
    else:
        _refuse_other_columns(before)
        content = before + (b"" if before.endswith(b"\n") else b"\n") + new.partition(b"\n")[2]
    write_files(root, {FILE: content})
    try:
        _refuse_wrong(root, project, known)
    except BaseException:
        path.unlink() if before is None else write_files(root, {FILE: before})
        raise


def _refuse_wrong(root: Path, project: Project, known: Collection[Problem]) -> None:
    after = load_readings(root, project).problems
    wrong = tuple(each for each in after if each.severity is Severity.ERROR and each not in known)
    if wrong:
        raise InputError(wrong)


def _refuse_other_columns(before: bytes) -> None:
    head = next(csv.reader(io.StringIO(before.decode("utf-8-sig", "replace"))), [])
    if tuple(head) != _HEADINGS:
        words = f"its columns are {', '.join(head) or 'none'}; figures are added where they are {', '.join(_HEADINGS)}"
        raise InputError((problem("BSC625", Place(FILE, 1), words),))
