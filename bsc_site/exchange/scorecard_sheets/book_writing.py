"""Book writing: a scorecard with its figures as a workbook, statuses in colour and words, charts that Excel draws."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import field
from typing import Any, NamedTuple, Protocol

from bsc_site.exchange.entry.entries import choices_of, value_text
from bsc_site.exchange.workbooks.excel import (
    ChartRows,
    bold,
    break_pages,
    empty_book,
    ground,
    heading_row,
    inked,
    line_chart,
    printed,
    put,
    sheet_name,
    widths,
)
from bsc_site.exchange.workbooks.number_formats import MOST_DECIMALS, decimals_of, number_format
from bsc_site.exchange.workbooks.same_bytes import workbook_bytes
from bsc_site.model.concluded.assessment import KpiAssessment, Point, ScorecardAssessment
from bsc_site.model.concluded.project_assessment import Assessment
from bsc_site.model.declared.kpi import Kpi
from bsc_site.model.value_class import dataclass
from bsc_site.model.vocabularies import Status

_CARD = (
    "Perspective",
    "Objective",
    "KPI",
    "Unit",
    "Direction",
    "Owner",
    "Period",
    "Value",
    "Target",
    "Status",
    "Score",
)
_FIGURES = ("KPI", "Name", "Unit", "Period", "Value", "Target", "Status", "Note", "Band from", "Band to")
_BAND = ("Band from", "Band to")
_INITIATIVES = ("Initiative", "Owner", "Start", "End", "Budget", "Spent", "Progress")
_MONEY = (_INITIATIVES.index("Budget") + 1, _INITIATIVES.index("Spent") + 1)
_A_CHART = 16
"""Rows that a chart takes on its sheet."""
_A_PAGE = 3
"""Charts below one another on a printed page."""


class Look(NamedTuple):
    """A status as readers see it: its word, the colour of its letters and that of its ground, six digits each."""

    word: str
    ink: str
    ground: str


class Looks(Protocol):
    """How statuses look."""

    def of(self, scorecard: str, status: Status, score: float | None) -> Look:
        """The look of a status in the words of a scorecard."""


def scorecard_book(assessment: Assessment, card: ScorecardAssessment, looks: Looks) -> bytes:
    """The workbook of a scorecard: how it stands, every figure, its initiatives and a chart for each KPI."""
    book = _Book(assessment, card, looks, empty_book())
    book.overview()
    book.figures()
    book.initiatives()
    book.charts()
    return workbook_bytes(book.book, assessment.as_of)


@dataclass(slots=True)
class _Book:
    assessment: Assessment
    card: ScorecardAssessment
    looks: Looks
    book: Any
    taken: set[str] = field(default_factory=set)
    blocks: list[tuple[KpiAssessment, int, int]] = field(default_factory=list)
    """Each KPI with the first and the last row of its figures."""

    def overview(self) -> None:
        """One row for each perspective, objective and KPI, with where it stands."""
        sheet = self.book.create_sheet(sheet_name("Scorecard", self.taken))
        bold(put(sheet, 1, 1, f"{self.card.scorecard.title}, {self.assessment.as_of}"))
        heading_row(sheet, 3, _CARD)
        widths(sheet, (18, 32, 34, 10, 10, 22, 12, 14, 14, 18, 8))
        row = 4
        for line in self._lines():
            for column, value in enumerate(line, start=1):
                self._put(sheet, row, column, value)
            row += 1
        printed(sheet, head=3)

    def _lines(self) -> Iterator[tuple[Any, ...]]:
        home = self.card.scorecard.id
        blank = ("",) * 5
        total = self.card.standing
        yield (
            self.card.scorecard.title,
            "",
            "",
            "",
            *blank,
            self.looks.of(home, total.status, total.score),
            total.score,
        )
        for row in self.card.perspectives.values():
            standing = row.standing
            look = self.looks.of(home, standing.status, standing.score)
            yield (row.perspective.name, "", "", "", *blank, look, standing.score)
            for name in row.objectives:
                found = self.card.objectives[name]
                look = self.looks.of(home, found.standing.status, found.standing.score)
                owner = self._person(found.objective.owner)
                score = found.standing.score
                yield (row.perspective.name, found.objective.name, "", "", "", owner, "", "", "", look, score)
                for kpi in found.kpis:
                    yield (row.perspective.name, found.objective.name, *self._kpi_line(self.assessment.kpis[kpi]))

    def _kpi_line(self, found: KpiAssessment) -> tuple[Any, ...]:
        kpi, point = found.kpi, found.current
        look = self.looks.of(found.scorecard, found.status, found.score)
        own = (kpi.name, kpi.unit, kpi.direction.value, self._person(kpi.owner))
        if point is None:
            return (*own, "", "", "", look, found.score)
        digits = _digits(found)
        value = _ShownFigure(kpi, point.value, digits)
        return (*own, str(point.period), value, _target(kpi, point, digits), look, found.score)

    def figures(self) -> None:
        """Every figure that was observed, KPI by KPI."""
        sheet = self.book.create_sheet(sheet_name("Figures", self.taken))
        heading_row(sheet, 1, _FIGURES)
        widths(sheet, (22, 34, 10, 12, 14, 14, 18, 60, 12, 12))
        row = 2
        for name in self.card.kpis:
            found = self.assessment.kpis[name]
            first, digits = row, _digits(found)
            for point in found.points:
                look = self.looks.of(found.scorecard, point.status, point.score) if point.complete else ""
                note = point.note if isinstance(point.note, str) else ""
                shown = _ShownFigure(found.kpi, point.value, digits)
                own = (name, found.kpi.name, found.kpi.unit, str(point.period), shown)
                ends = _ends(found.kpi, point, digits)
                for column, value in enumerate((*own, _target(found.kpi, point, digits), look, note, *ends), start=1):
                    self._put(sheet, row, column, value)
                row += 1
            if row > first:
                self.blocks.append((found, first, row - 1))
        printed(sheet, head=1)

    def initiatives(self) -> None:
        """The work of the scorecard, where there is any."""
        if not self.card.initiatives:
            return
        sheet = self.book.create_sheet(sheet_name("Initiatives", self.taken))
        heading_row(sheet, 1, _INITIATIVES)
        widths(sheet, (40, 22, 12, 12, 14, 14, 10))
        for row, found in enumerate(self.card.initiatives.values(), start=2):
            plan = found.initiative
            own = (plan.name, self._person(plan.owner), str(plan.start), str(plan.end), plan.budget, plan.spent)
            for column, value in enumerate(own, start=1):
                put(sheet, row, column, value)
            if found.progress is not None:
                put(sheet, row, len(_INITIATIVES), found.progress).number_format = "0%"
            for column in _MONEY:
                sheet.cell(row=row, column=column).number_format = "#,##0"
        printed(sheet, head=1)

    def charts(self) -> None:
        """A line chart for each KPI with two figures or more."""
        drawn = [each for each in self.blocks if each[2] > each[1] and not choices_of(each[0].kpi)]
        if not drawn:
            return
        sheet = self.book.create_sheet(sheet_name("Charts", self.taken))
        data = self.book["Figures"]
        for number, (found, first, last) in enumerate(drawn):
            place = f"{'AK'[number % 2]}{1 + number // 2 * _A_CHART}"
            columns = {name: _FIGURES.index(name) + 1 for name in _lines_of(found)}
            rows = ChartRows(data, first, last, _FIGURES.index("Period") + 1, columns)
            line_chart(sheet, place, rows, found.kpi.name)
        printed(sheet)
        last_row = (len(drawn) + 1) // 2 * _A_CHART
        break_pages(sheet, range(_A_PAGE * _A_CHART, last_row, _A_PAGE * _A_CHART))

    def _person(self, name: str | None) -> str:
        person = self.assessment.project.people.get(name or "")
        return person.name if person else ""

    def _put(self, sheet: Any, row: int, column: int, value: Any) -> None:
        if isinstance(value, Look):
            cell = put(sheet, row, column, value.word)
            cell.font, cell.fill = inked(value.ink), ground(value.ground)
        elif isinstance(value, _ShownFigure):
            cell = put(sheet, row, column, value.shown)
            cell.number_format = value.format
        elif value != "":
            cell = put(sheet, row, column, value)
            if isinstance(value, float):
                cell.number_format = "0"


class _ShownFigure(NamedTuple):
    """A figure in the unit of a KPI."""

    kpi: Kpi
    value: float
    decimals: int

    @property
    def shown(self) -> str | float:
        """The number, or the word where the KPI has words."""
        return value_text(self.kpi, self.value) if choices_of(self.kpi) else self.value

    @property
    def format(self) -> str:
        """As Excel shows it."""
        return number_format(self.kpi.unit, self.decimals)


def _target(kpi: Kpi, point: Point, decimals: int) -> _ShownFigure | str:
    expected = point.expected
    if expected.target is not None:
        return _ShownFigure(kpi, round(expected.target, MOST_DECIMALS), decimals)
    ends = [f"{each:g}" for each in (expected.low, expected.high) if each is not None]
    return " – ".join(ends)


def _lines_of(found: KpiAssessment) -> tuple[str, ...]:
    """The columns that a chart draws: the values, and the targets or the ends of the band where there are any."""
    if any(each.expected.target is not None for each in found.points):
        return ("Value", "Target")
    banded = any(_ends(found.kpi, each, 0) != ("", "") for each in found.points)
    return ("Value", *_BAND) if banded else ("Value",)


def _ends(kpi: Kpi, point: Point, decimals: int) -> tuple[_ShownFigure | str, _ShownFigure | str]:
    """Where the band begins and ends that a value is to lie in; nothing for other KPIs."""
    expected = point.expected
    if expected.target is not None:
        return "", ""
    low, high = expected.low, expected.high
    shown = [
        "" if end is None else _ShownFigure(kpi, round(end, MOST_DECIMALS), max(decimals, decimals_of((end,))))
        for end in (low, high)
    ]
    return shown[0], shown[1]


def _digits(found: KpiAssessment) -> int:
    """The decimals that all figures of a KPI are shown with."""
    declared = found.kpi.decimals
    return decimals_of(each.value for each in found.points) if declared is None else declared
