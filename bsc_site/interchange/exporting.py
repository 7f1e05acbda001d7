"""Exporting: a project becomes a file of another format, for its readers alone."""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping
from pathlib import Path

from bsc_site.compute.audience import audiences_of
from bsc_site.interchange.exported import Exported
from bsc_site.interchange.named_scorecards import named_scorecard
from bsc_site.load.passing_folder import passing_files
from bsc_site.model.concluded.project_assessment import Assessment
from bsc_site.model.declared.scorecard import Scorecard
from bsc_site.model.problem import Problem
from bsc_site.model.value_class import dataclass
from bsc_site.outcomes import Examination, Order
from bsc_site.pipeline import examine
from bsc_site.publish.disk.new_files import write_files
from bsc_site.publish.file_failures import file_failures
from bsc_site.wording.audience_text import left_out_of_file
from bsc_site.wording.language import say


@dataclass(frozen=True, slots=True)
class Wanted:
    """What is to be written: in which format, about which scorecard (the one at the top without a name), where."""

    form: str
    scorecard: str | None = None
    out: Path | None = None


@dataclass(frozen=True, slots=True)
class _Task:
    """One file to be made: of what, about which scorecard, under which name."""

    order: Order
    examination: Examination
    assessment: Assessment
    card: Scorecard
    name: str
    only: bool
    """Whether the scorecard was named, so that nothing of others is wanted."""


@dataclass(frozen=True, slots=True)
class _Made:
    content: bytes
    remarks: tuple[Problem, ...] = ()
    lines: tuple[str, ...] = ()


def exported(order: Order, wanted: Wanted) -> Exported:
    """The project as a file of another format, for the readers of the order; nothing when an error forbids it.

    Raises UnknownAudienceError, WrongUse for a scorecard that does not exist, MachineError when the disk refuses.
    """
    examination = examine(order)
    assessment = examination.assessment
    if assessment is None or examination.refused:
        return Exported((), examination.problems)
    card = named_scorecard(assessment, wanted.scorecard)
    ending, make = _FORMS[wanted.form]
    out = wanted.out or order.root / "build" / f"{card.id}{ending}"
    with file_failures(order.root), passing_files():
        made = make(_Task(order, examination, assessment, card, out.name, wanted.scorecard is not None))
        write_files(out.parent, {out.name: made.content})
    left_out = left_out_of_file(examination.apart, audiences_of(assessment.project))
    return Exported((say("wrote {file}", file=out), *made.lines, *left_out), made.remarks)


def _plan(task: _Task) -> _Made:
    from bsc_site.exchange.stratml.plan_writing import write_plan  # noqa: PLC0415  # each format imports its own

    plan = write_plan(task.assessment, task.examination.series, task.card, task.name)
    return _Made(plan.content, plan.remarks)


def _book(task: _Task) -> _Made:
    from bsc_site.exchange.scorecard_sheets.book_writing import scorecard_book  # noqa: PLC0415  # likewise
    from bsc_site.interchange.status_looks import StatusLooks  # noqa: PLC0415  # likewise

    card = task.assessment.scorecards[task.card.id]
    return _Made(scorecard_book(task.assessment, card, StatusLooks(task.assessment)))


def _template_workbook(task: _Task) -> _Made:
    from bsc_site.exchange.entry.entries import entries_of  # noqa: PLC0415  # likewise
    from bsc_site.exchange.entry.entry_workbook import entry_workbook  # noqa: PLC0415  # likewise

    entries = entries_of(task.assessment, _kpis(task))
    return _Made(entry_workbook(entries, task.assessment.as_of), lines=_counted(task, len(entries)))


def _template_text(task: _Task) -> _Made:
    from bsc_site.exchange.draft.project_files import csv_bytes, harmless  # noqa: PLC0415  # likewise
    from bsc_site.exchange.entry.entries import HEADINGS, entries_of  # noqa: PLC0415  # likewise

    entries = entries_of(task.assessment, _kpis(task))
    content = b"\xef\xbb\xbf" + csv_bytes(HEADINGS, (map(harmless, each.cells) for each in entries))
    return _Made(content, lines=_counted(task, len(entries)))


def _kpis(task: _Task) -> Collection[str]:
    """The KPIs of the scorecard that was named, otherwise those of the whole project."""
    return task.assessment.scorecards[task.card.id].kpis if task.only else task.assessment.project.kpis


def _counted(task: _Task, entries: int) -> tuple[str, ...]:
    from bsc_site.exchange.entry.entries import is_entered  # noqa: PLC0415  # likewise

    others = sum(not is_entered(task.assessment.project.kpis[each]) for each in _kpis(task))
    lines = [say("{count} figures to fill in", count=entries)]
    if others:
        lines.append(say("{count} KPIs are not in it: their figures come from files or are computed", count=others))
    return tuple(lines)


def _slides(task: _Task) -> _Made:
    from bsc_site.interchange.meeting_exports import board_slides  # noqa: PLC0415  # likewise

    return _Made(board_slides(task.order.root, task.assessment, task.card.id))


def _text(task: _Task) -> _Made:
    from bsc_site.interchange.meeting_exports import board_text  # noqa: PLC0415  # likewise

    return _Made(board_text(task.order.root, task.assessment, task.card.id))


def _paper(task: _Task) -> _Made:
    from bsc_site.interchange.meeting_exports import board_pdf  # noqa: PLC0415  # likewise

    return _Made(board_pdf(task.order, task.assessment, task.card.id))


_FORMS: Mapping[str, tuple[str, Callable[[_Task], _Made]]] = {
    "stratml": (".stratml.xml", _plan),
    "docx": (".docx", _text),
    "pdf": (".pdf", _paper),
    "pptx": (".pptx", _slides),
    "xlsx": (".xlsx", _book),
    "template": (".entry.xlsx", _template_workbook),
    "template-csv": (".entry.csv", _template_text),
}
"""Word of the format to the ending of its file, and how it is made."""
