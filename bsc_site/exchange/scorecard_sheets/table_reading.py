"""Table reading: a scorecard as people keep it in a spreadsheet, one row for each measure, as a draft."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import field
from typing import Any

from bsc_site.exchange.draft.names_as_ids import IdBook, id_text
from bsc_site.exchange.draft.project_files import Draft, FigureRow, card_files, figure_text, figures_file
from bsc_site.exchange.draft.yaml_text import Open
from bsc_site.exchange.scorecard_sheets.measure_figures import MeasureFigures
from bsc_site.exchange.scorecard_sheets.measure_rows import MeasureRows, measures_of
from bsc_site.exchange.scorecard_sheets.table_headings import FigureKind, PeriodOf, TableColumns, columns_of, kind_of
from bsc_site.exchange.workbooks.grid import GridCell, SheetGrid
from bsc_site.model.failure import WrongUse
from bsc_site.model.period import Frequency, Period
from bsc_site.model.problem import Place, Problem
from bsc_site.model.rules import problem
from bsc_site.model.value_class import dataclass

_BETTER = r"(?: is better)?"
_HIGHER = re.compile(
    rf"(?:high|higher|more){_BETTER}|up|increas(?:e|ing)|maximi[sz]e|max|↑|▲|höher|steigend", re.IGNORECASE
)
_LOWER = re.compile(
    rf"(?:low|lower|less){_BETTER}|down|decreas(?:e|ing)|minimi[sz]e|min|↓|▼|niedriger|sinkend", re.IGNORECASE
)
_NUMBER = re.compile(r"[+-]?\d+(?:\.\d+)?")
_COMMA = re.compile(r"[+-]?\d+,(?:\d{1,2}|\d{4,})")
_UNITS = {"#": "count", "number": "count", "percent": "%", "percentage": "%", "per cent": "%", "€": "EUR"}
_OPEN_DIRECTION = Open("none", "higher, lower or band is better? the table does not say, so nothing is scored")


def read_tables(
    grids: Sequence[SheetGrid], file: str, period_of_heading: PeriodOf, taken: Mapping[str, Collection[str]]
) -> Draft | None:
    """The scorecard that the sheets hold, with a remark for whatever has no place; None where none holds a table.

    A table has a row of headings with one for the measure and one period or a target at least. Raises WrongUse where
    the project has the scorecard already.
    """
    tables = [(grid, found) for grid in grids if (found := columns_of(grid, period_of_heading)) is not None]
    if not tables:
        return None
    title = _title(*tables[0]) or file.rpartition(".")[0]
    reader = _TableReader(file, title)
    if id_text(title, "scorecard").casefold() in {each.casefold() for each in taken.get("scorecard", ())}:
        words = f"the project has a scorecard '{id_text(title, 'scorecard')}' already; import into another folder"
        raise WrongUse((problem("BSC604", Place(file), words),))
    reader.kpis.reserve(taken.get("kpi", ()))
    reader.people.reserve(taken.get("person", ()))
    for grid, columns in tables:
        reader.read(grid, columns)
    return reader.draft()


def _title(grid: SheetGrid, columns: TableColumns) -> str:
    above = [cell.text for row in grid.rows[: columns.first] for cell in row if cell.text]
    return " ".join(above[0].split()) if above else ""


@dataclass(slots=True)
class _TableReader:
    file: str
    title: str
    perspectives: IdBook = field(default_factory=lambda: IdBook("perspective"))
    objectives: IdBook = field(default_factory=lambda: IdBook("objective"))
    kpis: IdBook = field(default_factory=lambda: IdBook("kpi"))
    people: IdBook = field(default_factory=lambda: IdBook("person"))
    rows: dict[str, dict[str, dict[str, Any]]] = field(default_factory=dict)
    """Perspective to objective to what is known of it."""
    declared: list[dict[str, Any]] = field(default_factory=list)
    owners: dict[str, str] = field(default_factory=dict)
    found: dict[str, MeasureFigures] = field(default_factory=dict)
    """The figures of each measure, by its id."""
    figures: list[FigureRow] = field(default_factory=list)
    remarks: list[Problem] = field(default_factory=list)

    def read(self, grid: SheetGrid, columns: TableColumns) -> None:
        """Every row below the headings; a perspective or objective that is left empty is that of the row above."""
        above = {"perspective": "", "objective": ""}
        self._tell_others(grid, columns)
        for measure in measures_of(grid, columns):
            for key in ("perspective", "objective"):
                text = measure.text(key)
                if text and text != above[key]:
                    above[key] = text
                    if key == "perspective":
                        above["objective"] = ""
            name = measure.text("kpi")
            if banner := measure.banner:
                above = {"perspective": banner, "objective": ""}
            elif name:
                self._measure(measure, name, (above["perspective"], above["objective"]))
            else:
                self._tell_stray(measure)

    def _tell_stray(self, measure: MeasureRows) -> None:
        named = measure.columns.named
        places = {named.get("perspective"), named.get("objective"), measure.columns.kinds}
        for cell in (each for row in measure.rows for each in row):
            if cell.text and cell.column - 1 not in places:
                self._tell(cell, f"'{cell.text[:60]}' stands in a row without a measure and is left out")

    def draft(self) -> Draft:
        """The files of the scorecard."""
        rows = [
            {
                "id": self.perspectives.id_of(row.removeprefix("TODO: ")),
                "name": row,
                "objectives": list(objectives.values()),
            }
            for row, objectives in self.rows.items()
        ]
        for each in self.found.values():
            for cell, message in each.with_years_before():
                self._tell(cell, message)
            self.figures += each.rows
        people = [{"id": name, "name": words} for words, name in self.owners.items()]
        card: dict[str, Any] = {"id": id_text(self.title, "scorecard"), "title": self.title, "perspectives": rows}
        files = card_files({**card, "kpis": self.declared, "people": people}) | figures_file(card["id"], self.figures)
        return Draft(card["id"], files, tuple(self.remarks))

    def _measure(self, measure: MeasureRows, name: str, place: tuple[str, str]) -> None:
        held = self._once(measure.dated(FigureKind.ACTUAL))
        known = next((each for each in self.declared if each["name"] == name), None)
        if known is not None and measure.columns.by_sheet:
            self._results(measure, known, held)
            return
        kpi: dict[str, Any] = {"id": self.kpis.id_of(name), "name": name}
        kpi["description"] = measure.text("description")
        unit = measure.text("unit")
        numbers = [cell for _, cell in held if isinstance(cell.value, float)]
        shares = bool(numbers) and all(cell.percent for cell in numbers)
        kpi["unit"] = _UNITS.get(unit.casefold(), unit) or ("%" if shares else "")
        kpi["direction"] = self._direction(measure)
        kpi["owner"] = self._owner(measure.text("owner"))
        self._results(measure, kpi, held)
        self.declared.append(kpi)
        self._objective(*place)["kpis"].append(kpi["id"])

    def _objective(self, perspective: str, objective: str) -> dict[str, Any]:
        row = self.rows.setdefault(perspective or "TODO: a name for the perspective", {})
        name = objective or "TODO: a name for the objective"
        if name not in row:
            row[name] = {"id": self.objectives.id_of(name.removeprefix("TODO: ")), "name": name, "kpis": []}
        return row[name]

    def _results(self, measure: MeasureRows, kpi: dict[str, Any], held: Sequence[tuple[Period, GridCell]]) -> None:
        aims = self._once(measure.dated(FigureKind.PLAN))
        before = self._once(measure.dated(FigureKind.PREVIOUS))
        ranks = [period.frequency for period, _ in (held or aims or before)]
        undated = measure.cell("target")
        if undated is not None and undated.text and not held:
            words = "is left out: nothing says by when it is to be reached; write it with its period as one of targets:"
            self._tell(undated, f"the target '{undated.text[:60]}' {words}")
        if not ranks:
            return
        frequency = Frequency(kpi.setdefault("frequency", min(ranks, key=lambda each: each.rank).value))
        target = self._number(undated, held) if held else None
        found = self.found.setdefault(str(kpi["id"]), MeasureFigures(str(kpi["id"]), frequency))
        note = measure.text("note")
        for period, cell in held:
            value = self._number(cell, held)
            if period.frequency is not frequency:
                self._tell(cell, f"the figure of {period} is left out beside figures that are {frequency.value}")
            elif value is not None:
                found.values[period] = (value, cell)
                found.targets[period], found.notes[period] = target, note
        if measure.columns.in_blocks:
            self._plans(aims, found, held)
        else:
            kpi["targets"] = list(self._aims(aims, frequency, held))
        found.before += [
            (period, value, cell) for period, cell in before if (value := self._number(cell, held)) is not None
        ]

    def _plans(
        self, aims: Sequence[tuple[Period, GridCell]], found: MeasureFigures, held: Sequence[tuple[Period, GridCell]]
    ) -> None:
        """The plan of each period stands beside its figure, or waits for it."""
        for period, cell in aims:
            value = self._number(cell, held)
            if value is not None and period.frequency is found.frequency:
                found.targets[period] = value
            elif value is not None:
                self._tell(cell, f"the plan of {period} is left out beside figures that are {found.frequency.value}")

    def _once(self, cells: Iterable[tuple[Period, GridCell]]) -> list[tuple[Period, GridCell]]:
        """The cells that hold something, one for each period; two that differ are left out."""
        found: dict[Period, list[GridCell]] = {}
        for period, cell in cells:
            if cell.text or cell.computed:
                found.setdefault(period, []).append(cell)
        for period, same in found.items():
            if len({each.text for each in same}) > 1:
                for cell in same:
                    self._tell(cell, f"'{cell.text[:60]}' is left out: {period} has several figures that differ")
        return [(period, same[0]) for period, same in found.items() if len({each.text for each in same}) == 1]

    def _aims(
        self, aims: Sequence[tuple[Period, GridCell]], frequency: Frequency, held: Sequence[tuple[Period, GridCell]]
    ) -> Iterator[dict[str, Any]]:
        for period, cell in aims:
            value = self._number(cell, held)
            if value is not None and period.frequency is frequency:
                yield {"period": str(period), "value": int(value) if value.is_integer() else value}
            elif value is not None:
                last = f"targets: [{{period: {period.within(frequency)}, value: {figure_text(value)}}}]"
                words = f"the target of {period} is left out beside figures that are {frequency.value}"
                self._tell(cell, f"{words}; where it is to be reached by the end, write {last}")

    def _number(self, cell: GridCell | None, held: Sequence[tuple[Period, GridCell]]) -> float | None:
        """The number in a cell; None, with a remark, for anything else and for a share beside other shares."""
        if cell is None or not (cell.text or cell.computed):
            return None
        if cell.computed:
            self._tell(cell, "the formula has no result and is left out; open the file in a spreadsheet and save it")
            return None
        shares = {each.percent for _, each in held if isinstance(each.value, float)}
        text = cell.text.replace("−", "-").removesuffix("%").strip()
        text = text.replace(",", ".") if _COMMA.fullmatch(text) else text
        if isinstance(cell.value, str) and _NUMBER.fullmatch(text):
            return float(text)
        if isinstance(cell.value, float) and (shares <= {cell.percent} or not held):
            return cell.value
        why = "it is per cent where others of the row are not" if isinstance(cell.value, float) else "it is no number"
        self._tell(cell, f"'{cell.text[:60]}' is left out: {why}")
        return None

    def _direction(self, measure: MeasureRows) -> Any:
        cell = measure.cell("direction")
        text = cell.text if cell else ""
        if _HIGHER.fullmatch(text):
            return "higher"
        if _LOWER.fullmatch(text):
            return "lower"
        if text and cell:
            self._tell(cell, f"'{text[:60]}' is no direction that is known; write higher, lower or band")
        return _OPEN_DIRECTION

    def _owner(self, name: str) -> str:
        if name and name not in self.owners:
            self.owners[name] = self.people.id_of(name)
        return self.owners.get(name, "")

    def _tell_others(self, grid: SheetGrid, columns: TableColumns) -> None:
        """Columns with a heading that is none of those that are known."""
        known = {*columns.named.values(), *(at for each in columns.figures.values() for at in each), columns.kinds}
        for at, title in columns.titles.items():
            cells = [row[at] for row in grid.rows[columns.first : columns.head + 1] if at < len(row) and row[at].text]
            if at in known or not cells:
                continue
            if kind_of(title) is not None:
                words = "names no period, so its figures are left out; head it with one, such as 2025-03"
                self._tell(cells[-1], f"the column '{title[:60]}' {words}")
            else:
                self._tell(cells[-1], f"the column '{title[:60]}' is left out: it is none of those that are read")

    def _tell(self, cell: GridCell, message: str) -> None:
        self.remarks.append(cell.problem(self.file, "BSC610", message))
