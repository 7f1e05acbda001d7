"""Table reading: a scorecard as people keep it in a spreadsheet, one row for each measure, as a draft."""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from bsc_site.exchange.draft.names_as_ids import IdBook, id_text
from bsc_site.exchange.draft.project_files import Draft, FigureRow, card_files, figure_text, figures_file
from bsc_site.exchange.draft.yaml_text import Open
from bsc_site.exchange.workbooks.grid import GridCell, SheetGrid
from bsc_site.model.failure import WrongUse
from bsc_site.model.period import Frequency, Period, period_of
from bsc_site.model.problem import Place, Problem
from bsc_site.model.rules import problem

_WITHIN = 15
"""Rows from the top among which the headings are looked for."""
_HEADINGS = {
    "perspective": ("perspective", "bsc perspective", "perspektive", "perspectiva"),
    "objective": (
        *("objective", "objectives", "strategic objective", "strategic objectives", "goal", "strategic goal"),
        *("ziel", "strategisches ziel", "objectif", "objetivo"),
    ),
    "kpi": (
        *("kpi", "kpis", "measure", "measures", "metric", "metrics", "indicator", "indicators", "performance measure"),
        *("performance indicator", "key performance indicator", "kennzahl", "messgröße", "indicateur", "indicador"),
    ),
    "unit": ("unit", "units", "unit of measure", "unit of measurement", "uom", "einheit", "unité", "unidad"),
    "direction": ("direction", "polarity", "desired direction", "better", "good is", "richtung"),
    "target": ("target", "targets", "target value", "zielwert", "soll", "plan", "cible", "meta"),
    "owner": (
        *("owner", "responsible", "kpi owner", "measure owner", "accountable"),
        *("verantwortlich", "verantwortliche", "responsable"),
    ),
    "description": ("description", "definition", "beschreibung", "descripción"),
    "note": ("note", "notes", "comment", "comments", "bemerkung"),
}
_WORDS = {word: key for key, words in _HEADINGS.items() for word in words}
_BESIDE = re.compile(r"\b(?:actuals?|ist|results?|values?|wert)\b[:\s-]*", re.IGNORECASE)
_TARGET = re.compile(r"\b(?:target|goal|plan|ziel|zielwert|soll)\b[:\s-]*", re.IGNORECASE)
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
PeriodOf = Callable[[str], Period | None]
"""The period that a heading spells, None for any other text."""


@dataclass(frozen=True, slots=True)
class _Columns:
    """Where things stand in a table; periods of figures and of targets by column."""

    head: int
    named: Mapping[str, int]
    figures: Mapping[int, Period]
    targets: Mapping[int, Period]


def read_tables(
    grids: Sequence[SheetGrid], file: str, period_of_heading: PeriodOf, taken: Mapping[str, Collection[str]]
) -> Draft | None:
    """The scorecard that the sheets hold, with a remark for whatever has no place; None where none holds a table.

    A table has a row of headings with one for the measure and one period or a target at least. Raises WrongUse where
    the project has the scorecard already.
    """
    tables = [(grid, found) for grid in grids if (found := _columns(grid, period_of_heading)) is not None]
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


def _columns(grid: SheetGrid, period_of_heading: PeriodOf) -> _Columns | None:
    for number, row in enumerate(grid.rows[:_WITHIN]):
        named: dict[str, int] = {}
        figures: dict[int, Period] = {}
        targets: dict[int, Period] = {}
        for at, cell in enumerate(row):
            text = " ".join(cell.text.split())
            key = _WORDS.get(text.casefold().strip(":*"))
            if key is not None:
                named.setdefault(key, at)
            elif _TARGET.search(text) and (aim := period_of_heading(_TARGET.sub("", text).strip())):
                targets[at] = aim
            elif (found := _period(cell, text, period_of_heading)) is not None:
                figures[at] = found
        if "kpi" in named and (figures or targets or "target" in named):
            return _Columns(number, named, figures, targets)
    return None


def _period(cell: GridCell, text: str, period_of_heading: PeriodOf) -> Period | None:
    """The period of a heading; a date that Excel made of `Jan 2025` is its month."""
    if isinstance(cell.value, date):
        first = cell.value.day == 1
        return period_of(_day(cell.value), Frequency.MONTHLY if first else Frequency.DAILY)
    return period_of_heading(_BESIDE.sub("", text).strip()) if text else None


def _day(value: date) -> date:
    return date(value.year, value.month, value.day)


def _title(grid: SheetGrid, columns: _Columns) -> str:
    above = [cell.text for row in grid.rows[: columns.head] for cell in row if cell.text]
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
    figures: list[FigureRow] = field(default_factory=list)
    remarks: list[Problem] = field(default_factory=list)

    def read(self, grid: SheetGrid, columns: _Columns) -> None:
        """Every row below the headings; a perspective or objective that is left empty is that of the row above."""
        above = {"perspective": "", "objective": ""}
        self._tell_others(grid, columns)
        for row in grid.rows[columns.head + 1 :]:
            for key in ("perspective", "objective"):
                text = self._text(row, columns, key)
                if text and text != above[key]:
                    above[key] = text
                    if key == "perspective":
                        above["objective"] = ""
            name = self._text(row, columns, "kpi")
            if name:
                self._measure(row, columns, name, (above["perspective"], above["objective"]))
            else:
                for cell in row:
                    if cell.text and cell.column - 1 not in (
                        columns.named.get("perspective"),
                        columns.named.get("objective"),
                    ):
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
        people = [{"id": name, "name": words} for words, name in self.owners.items()]
        card: dict[str, Any] = {"id": id_text(self.title, "scorecard"), "title": self.title, "perspectives": rows}
        files = card_files({**card, "kpis": self.declared, "people": people}) | figures_file(card["id"], self.figures)
        return Draft(card["id"], files, tuple(self.remarks))

    def _measure(self, row: Sequence[GridCell], columns: _Columns, name: str, place: tuple[str, str]) -> None:
        kpi: dict[str, Any] = {"id": self.kpis.id_of(name), "name": name}
        kpi["description"] = self._text(row, columns, "description")
        held = self._once((columns.figures[at], row[at]) for at in columns.figures if at < len(row))
        unit = self._text(row, columns, "unit")
        numbers = [cell for _, cell in held if isinstance(cell.value, float)]
        shares = bool(numbers) and all(cell.percent for cell in numbers)
        kpi["unit"] = _UNITS.get(unit.casefold(), unit) or ("%" if shares else "")
        kpi["direction"] = self._direction(row, columns)
        kpi["owner"] = self._owner(self._text(row, columns, "owner"))
        self._results(row, columns, kpi, held)
        self.declared.append(kpi)
        self._objective(*place)["kpis"].append(kpi["id"])

    def _objective(self, perspective: str, objective: str) -> dict[str, Any]:
        row = self.rows.setdefault(perspective or "TODO: a name for the perspective", {})
        name = objective or "TODO: a name for the objective"
        if name not in row:
            row[name] = {"id": self.objectives.id_of(name.removeprefix("TODO: ")), "name": name, "kpis": []}
        return row[name]

    def _results(
        self, row: Sequence[GridCell], columns: _Columns, kpi: dict[str, Any], held: Sequence[tuple[Period, GridCell]]
    ) -> None:
        aims = self._once((columns.targets[at], row[at]) for at in columns.targets if at < len(row))
        ranks = [period.frequency for period, _ in (held or aims)]
        undated = self._cell(row, columns, "target")
        if undated is not None and undated.text and not held:
            words = "is left out: nothing says by when it is to be reached; write it with its period as one of targets:"
            self._tell(undated, f"the target '{undated.text[:60]}' {words}")
        if not ranks:
            return
        frequency = min(ranks, key=lambda each: each.rank)
        kpi["frequency"] = frequency.value
        target = self._number(undated, held) if held else None
        note = self._text(row, columns, "note")
        for period, cell in held:
            value = self._number(cell, held)
            if period.frequency is not frequency:
                self._tell(cell, f"the figure of {period} is left out beside figures that are {frequency.value}")
            elif value is not None:
                at = "" if target is None else figure_text(target)
                self.figures.append(FigureRow(str(kpi["id"]), str(period), figure_text(value), at, note))
        kpi["targets"] = list(self._aims(aims, frequency, held))

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

    def _direction(self, row: Sequence[GridCell], columns: _Columns) -> Any:
        cell = self._cell(row, columns, "direction")
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

    def _tell_others(self, grid: SheetGrid, columns: _Columns) -> None:
        """Columns with a heading that is none of those that are known."""
        known = {*columns.named.values(), *columns.figures, *columns.targets}
        for at, cell in enumerate(grid.rows[columns.head]):
            text = _BESIDE.sub("", cell.text).strip()
            if cell.text and at not in known and not text:
                words = "names no period, so its figures are left out; head it with one, such as 2025-03"
                self._tell(cell, f"the column '{cell.text[:60]}' {words}")
            elif cell.text and at not in known:
                self._tell(cell, f"the column '{cell.text[:60]}' is left out: it is none of those that are read")

    def _cell(self, row: Sequence[GridCell], columns: _Columns, key: str) -> GridCell | None:
        at = columns.named.get(key)
        return row[at] if at is not None and at < len(row) else None

    def _text(self, row: Sequence[GridCell], columns: _Columns, key: str) -> str:
        cell = self._cell(row, columns, key)
        return " ".join(cell.text.split()) if cell else ""

    def _tell(self, cell: GridCell, message: str) -> None:
        self.remarks.append(cell.problem(self.file, "BSC610", message))
