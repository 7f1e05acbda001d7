"""Indicator table: the rows of one data file, and the series that its columns make of them."""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Collection, Mapping, Sequence
from functools import cached_property
from typing import NamedTuple

from bsc_site.model.problem import Place
from bsc_site.model.value_class import dataclass

YEAR, VALUE, PROGRESS = "Year", "Value", "Progress"
NO_VALUE = frozenset(
    (
        *("#N/A", "#N/A N/A", "#NA", "-1.#IND", "-1.#QNAN", "-NaN", "-nan", "1.#IND", "1.#QNAN", "<NA>"),
        *("N/A", "NA", "NULL", "NaN", "None", "n/a", "nan", "null"),
    )
)
"""The texts that are no value for the program that builds Open SDG, besides the empty cell."""
TOTAL = frozenset({"_T", "_Z"})
"""The codes of SDMX for a whole, and for a question that does not arise: no disaggregation either."""
_LONGEST = 200
_PLAIN = re.compile(r"\d{4}")
_BEGINS = re.compile(r"(\d{4})(?!\d)")
_NUMBER = re.compile(r"[+-]?(?:\d+(?:\.\d*)?|\.\d+)(?:[eE][+-]?\d+)?")


@dataclass(frozen=True, slots=True)
class ColumnRoles:
    """Which columns of all data files are no disaggregation; those of series and units by each of their names."""

    series: tuple[str, ...] = ("Series", "SERIES")
    units: tuple[str, ...] = ("Units", "UNIT_MEASURE")
    others: frozenset[str] = frozenset(
        (
            *("GeoCode", "Observation status", "Unit multiplier", "Unit measure", PROGRESS),
            *("UNIT_MULT", "OBS_STATUS", "COMMENT_OBS", "COMMENT_TS", "SOURCE_DETAIL", "TIME_DETAIL", "NATURE", "FREQ"),
        )
    )


class DataRow(NamedTuple):
    """A row with the line on which it begins, its cells as long as the headings."""

    line: int
    cells: Sequence[str]


Key = tuple[tuple[str, str], ...]
"""What tells one series from others: heading and text of each column that is neither year, value nor remark."""


class IndicatorTableError(ValueError):
    """A data file that holds no table of years and values; `place` is where that shows."""

    def __init__(self, place: Place, message: str) -> None:
        """Keep the place."""
        super().__init__(message)
        self.place = place


@dataclass(frozen=True)
class IndicatorTable:
    """The table of one indicator."""

    file: str
    headings: tuple[str, ...]
    rows: tuple[DataRow, ...]
    roles: ColumnRoles

    @cached_property
    def keyed(self) -> tuple[str, ...]:
        """The columns that tell series apart, in their order."""
        none = {YEAR.casefold(), VALUE.casefold(), *(each.casefold() for each in self.roles.others)}
        return tuple(each for each in self.headings if each and each.casefold() not in none)

    @cached_property
    def disaggregations(self) -> tuple[str, ...]:
        """Those of them that are neither the series nor the unit."""
        return tuple(each for each in self.keyed if each not in {*self.roles.series, *self.roles.units})

    @cached_property
    def series(self) -> Mapping[Key, tuple[DataRow, ...]]:
        """The rows of each series, in the order of the file; a word for no value in a column is an empty cell."""
        found: dict[Key, list[DataRow]] = {}
        places = [(name, self.headings.index(name)) for name in self.keyed]
        for row in self.rows:
            key = tuple((name, "" if row.cells[at] in NO_VALUE else row.cells[at]) for name, at in places)
            found.setdefault(key, []).append(row)
        return {key: tuple(rows) for key, rows in found.items()}

    def kind(self, key: Key) -> tuple[str, str]:
        """What a series is a figure of, and in which unit; empty texts where no column says so."""
        texts = dict(key)
        series = next((texts[each] for each in self.roles.series if texts.get(each)), "")
        return series, next((texts[each] for each in self.roles.units if texts.get(each)), "")

    @cached_property
    def texts(self) -> Mapping[str, frozenset[str]]:
        """The texts of each column that tells series apart, over all series."""
        return {name: frozenset(key[at][1] for key in self.series) for at, name in enumerate(self.keyed)}

    def is_whole(self, key: Key) -> bool:
        """Whether a series is of no group: each disaggregation is empty.

        Where no series of the same kind of figure is, those are whole whose disaggregations are totals, or the same for
        all series of the kind.
        """
        if self._is_plain(key):
            return True
        kind = self.kind(key)
        return kind not in self._with_plain and all(
            text in TOTAL for name, text in key if name in self._split[kind] and name in self.disaggregations
        )

    def _is_plain(self, key: Key) -> bool:
        return not any(text for name, text in key if name in self.disaggregations)

    @cached_property
    def _with_plain(self) -> frozenset[tuple[str, str]]:
        """The kinds of figure that have a series without any disaggregation."""
        return frozenset(self.kind(key) for key in self.series if self._is_plain(key))

    @cached_property
    def _split(self) -> Mapping[tuple[str, str], frozenset[str]]:
        """For each kind of figure the columns that differ among its series."""
        texts: dict[tuple[str, str], dict[str, set[str]]] = {}
        for key in self.series:
            held = texts.setdefault(self.kind(key), {})
            for name, text in key:
                held.setdefault(name, set()).add(text)
        return {kind: frozenset(name for name, each in held.items() if len(each) > 1) for kind, held in texts.items()}

    @cached_property
    def odd_years(self) -> Mapping[str, int | None]:
        """The texts of years that are more than a year, such as `2015-16`: the first one, None where there is none."""
        texts = {row.cells[self._year].strip() for row in self.rows}
        odd = sorted(each for each in texts if each and not _PLAIN.fullmatch(each))
        return {each: int(begin[1]) if (begin := _BEGINS.match(each)) else None for each in odd}

    def empty_texts(self, heading: str) -> list[str]:
        """The texts of a column that stand for an empty cell, the empty one first."""
        at = self.headings.index(heading)
        return ["", *sorted({row.cells[at] for row in self.rows} & NO_VALUE)]

    def year(self, row: DataRow) -> int | None:
        """The year of a row, the first one of several."""
        begin = _BEGINS.match(row.cells[self._year].strip())
        return int(begin[1]) if begin else None

    def value(self, row: DataRow) -> str:
        """The text of the figure of a row; nothing where it has none."""
        text = row.cells[self._value].strip()
        return "" if text in NO_VALUE else text

    def number(self, row: DataRow) -> float | None:
        """The figure of a row; None where it has none, or one that is no number."""
        text = self.value(row)
        return float(text) if _NUMBER.fullmatch(text) else None

    def value_place(self, row: DataRow) -> Place:
        """Where the figure of a row stands."""
        return Place(self.file, row.line, self._value + 1)

    @cached_property
    def year_heading(self) -> str:
        """The column of years as the file writes it."""
        return self.headings[self._year]

    @cached_property
    def value_heading(self) -> str:
        """The column of figures as the file writes it."""
        return self.headings[self._value]

    @cached_property
    def _year(self) -> int:
        return _column(self.headings, YEAR)

    @cached_property
    def _value(self) -> int:
        return _column(self.headings, VALUE)


def read_table(content: bytes, file: str, roles: ColumnRoles) -> IndicatorTable:
    """The table of a data file. Raises IndicatorTableError."""
    try:
        text = content.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = content.count(b"\n", 0, error.start) + 1
        raise IndicatorTableError(Place(file, line), "it is not UTF-8; save it as CSV UTF-8") from None
    reader = csv.reader(io.StringIO(text, newline=""))
    headings: tuple[str, ...] = ()
    rows: list[DataRow] = []
    line = 1
    try:
        for cells in reader:
            if not headings and any(cells):
                headings = tuple(each.strip() for each in cells)
                _refuse_other_columns(headings, Place(file, line))
            elif any(cells):
                padded = [each.strip() for each in cells] + [""] * (len(headings) - len(cells))
                rows.append(DataRow(line, padded))
            line = reader.line_num + 1
    except csv.Error as error:
        raise IndicatorTableError(Place(file, line), f"it is no CSV: {error}") from None
    if not headings:
        raise IndicatorTableError(Place(file), "it is empty")
    table = IndicatorTable(file, headings, tuple(rows), roles)
    _refuse_run_together(table)
    return table


def _refuse_run_together(table: IndicatorTable) -> None:
    """Rows that a quote joins which is never closed make a cell of hundreds of letters."""
    at = table.headings.index(table.year_heading)
    long = next((row for row in table.rows if len(row.cells[at]) > _LONGEST), None)
    if long is not None or any(len(each) > _LONGEST for each in table.headings):
        words = f"a year or a heading has more than {_LONGEST} letters; a quote may not be closed"
        raise IndicatorTableError(Place(table.file, long.line if long else 1), words)


def _refuse_other_columns(headings: Collection[str], at: Place) -> None:
    missing = [each for each in (YEAR, VALUE) if each.casefold() not in {name.casefold() for name in headings}]
    if missing:
        words = f"it has no column {' and no column '.join(missing)}; there are: {', '.join(headings)[:200]}"
        raise IndicatorTableError(at, words)
    twice = [each for each in headings if each and [*headings].count(each) > 1]
    if twice:
        raise IndicatorTableError(at, f"two columns are called '{twice[0]}'; rename one of them")


def _column(headings: Sequence[str], name: str) -> int:
    folded = [each.casefold() for each in headings]
    return headings.index(name) if name in headings else folded.index(name.casefold())
