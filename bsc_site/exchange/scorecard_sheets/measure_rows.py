"""Measure rows: which rows of a table belong to one measure, and what they hold of plan, actual and previous year."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import field

from bsc_site.exchange.scorecard_sheets.table_headings import FigureKind, TableColumns, kind_of
from bsc_site.exchange.workbooks.grid import GridCell, SheetGrid
from bsc_site.model.period import Period
from bsc_site.model.value_class import dataclass

_PERSPECTIVES = frozenset(
    (
        *("financial", "finance", "financials", "customer", "customers", "internal process", "internal processes"),
        *("internal business process", "internal business processes", "processes", "process", "learning and growth"),
        *("learning & growth", "learning", "people", "people and growth", "employees", "organisational capacity"),
        *("finanzen", "finanzperspektive", "kunden", "kundenperspektive", "prozesse", "interne prozesse"),
        *("prozessperspektive", "lernen und entwicklung", "lernen & entwicklung", "potenziale", "mitarbeiter"),
    )
)
"""The names of perspectives that a row across a table may hold alone."""


@dataclass(slots=True)
class MeasureRows:
    """The row of a measure, or its rows where plan and actual have one each."""

    columns: TableColumns
    rows: list[Sequence[GridCell]] = field(default_factory=list)

    def cell(self, key: str) -> GridCell | None:
        """The cell of a named column, the first that holds any text; None where there is no such column."""
        at = self.columns.named.get(key)
        found = [row[at] for row in self.rows if at is not None and at < len(row)]
        return next((each for each in found if each.text), found[0] if found else None)

    def text(self, key: str) -> str:
        """Its text as one line."""
        cell = self.cell(key)
        return " ".join(cell.text.split()) if cell else ""

    def dated(self, kind: FigureKind) -> Iterator[tuple[Period, GridCell]]:
        """The cells of one kind with their periods."""
        for row in self.rows:
            for declared, columns in self.columns.figures.items():
                if (self.kind(row) or declared) is kind:
                    yield from ((period, row[at]) for at, period in columns.items() if at < len(row))

    @property
    def banner(self) -> str:
        """The perspective that a row names and nothing else, as a heading across the table; empty for other rows."""
        texts = [" ".join(cell.text.split()) for row in self.rows for cell in row if cell.text]
        alone = len(texts) == 1 and "perspective" not in self.columns.named
        return texts[0] if alone and texts[0].casefold() in _PERSPECTIVES else ""

    def kind(self, row: Sequence[GridCell]) -> FigureKind | None:
        """What a row holds where a column says so."""
        at = self.columns.kinds
        return kind_of(row[at].text) if at is not None and at < len(row) else None

    def takes(self, row: Sequence[GridCell]) -> bool:
        """Whether a row goes on with the measure: of another kind, and of no other name."""
        kind = self.kind(row)
        if not self.rows or kind is None or kind in {self.kind(each) for each in self.rows}:
            return False
        return MeasureRows(self.columns, [row]).text("kpi") in {"", self.text("kpi")}


def measures_of(grid: SheetGrid, columns: TableColumns) -> Iterator[MeasureRows]:
    """Measure by measure the rows below the headings, those without a name too."""
    found = MeasureRows(columns)
    for row in grid.rows[columns.head + 1 :]:
        if found.takes(row):
            found.rows.append(row)
            continue
        if found.rows:
            yield found
        found = MeasureRows(columns, [row])
    if found.rows:
        yield found
