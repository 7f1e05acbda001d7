"""Series source: where the figures of one series stand, as the `source` of a KPI, and where its path begins."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cached_property
from typing import Any

from bsc_site.exchange.open_sdg.indicator_table import NO_VALUE, VALUE, YEAR, DataRow, IndicatorTable, Key
from bsc_site.exchange.open_sdg.progress_options import NEAR_ZERO, ProgressOption
from bsc_site.exchange.open_sdg.repository_remarks import RepositoryRemarks
from bsc_site.exchange.open_sdg.series_choice import text_of
from bsc_site.exchange.open_sdg.series_groups import SeriesGroups
from bsc_site.model.problem import Place
from bsc_site.model.saying.said import said
from bsc_site.model.sentences import open_sdg_sentences as told
from bsc_site.model.value_class import dataclass


@dataclass(frozen=True)
class SeriesSource:
    """The rows of one series of a table; `file` is where the data file will stand in the project."""

    table: IndicatorTable
    key: Key
    file: str
    remarks: RepositoryRemarks

    @property
    def rows(self) -> tuple[DataRow, ...]:
        """The rows of the series."""
        return self.table.series[self.key]

    @cached_property
    def groups(self) -> SeriesGroups:
        """The groups that stand beside the series."""
        return SeriesGroups(self.table, self.key)

    def is_one_series(self) -> bool:
        """Whether no year has two figures; rows that repeat one another in every cell are one. If not, it is told."""
        seen: dict[int | None, DataRow] = {}
        for row in self.rows:
            year = self.table.year(row)
            before = seen.setdefault(year, row) if self.table.value(row) else row
            if before is not row and before.cells != row.cells:
                words = said(told.SECOND_FIGURE, year=str(year), line=before.line, series=text_of(self.key))
                self.remarks.add("BSC615", self.table.value_place(row), words)
                return False
        return True

    def keys(self) -> dict[str, Any]:
        """The keys of the KPI's `source`, without those that are the same for all."""
        table = self.table
        found: dict[str, Any] = {}
        if table.year_heading != YEAR:
            found["period"] = table.year_heading
        if table.value_heading != VALUE:
            found["value"] = table.value_heading
        by = list(self.groups.columns)
        found["where"] = {name: each for name, each in self._where() if name not in by}
        found["by"] = by
        if self._case_matters():
            found["case_sensitive"] = True
        found["missing"] = list(self._missing())
        found["periods"] = {"map": dict(self._years())}
        if len({tuple(row.cells) for row in self.rows}) < len(self.rows):
            found["repeated_rows"] = "left out"
        return {key: value for key, value in found.items() if value not in ({"map": {}}, {}, [])}

    def baseline(self, option: ProgressOption) -> dict[str, Any] | None:
        """The figure of the base year, or of the first year after it, as `baseline`; None where there is none."""
        figures = {year: row for row in self.rows if (year := self.table.year(row)) and self._has_figure(row)}
        later = sorted(year for year in figures if year >= option.base_year)
        if not later:
            return None
        first = later[0]
        row = figures[first]
        value = self.table.number(row)
        if first != option.base_year:
            self.remarks.add(
                "BSC617", option.place, said(told.BASE_YEAR_LATER, base=str(option.base_year), year=str(first))
            )
        if value == 0:
            self.remarks.add("BSC617", self.table.value_place(row), said(told.NEAR_ZERO, what="a base"))
            value = NEAR_ZERO
        return {"period": first, "value": number_text(value)}

    def tell_odd_texts(self) -> None:
        """A remark for each text of the file that is no year and for each of the series that is no number."""
        firsts = {text: year for text, year in self.table.odd_years.items() if year is not None}
        if firsts:
            text, year = next(iter(firsts.items()))
            self.remarks.add("BSC617", Place(self.table.file, 1), said(told.FIRST_YEAR, text=text, year=str(year)))
        for text, known in self.table.odd_years.items():
            if known is None:
                self.remarks.add("BSC618", Place(self.table.file, 1), said(told.NOT_ONE_YEAR, text=text[:60]))

    def _has_figure(self, row: DataRow) -> bool:
        return self.table.number(row) is not None

    def _where(self) -> Iterator[tuple[str, str | list[str]]]:
        for name, text in self.key:
            texts = self.table.texts[name]
            if text and len(texts) > 1:
                yield name, text
            elif not text and texts != {""}:
                empty = self.table.empty_texts(name)
                yield name, empty if len(empty) > 1 else ""

    def _case_matters(self) -> bool:
        for name, text in self.key:
            texts = self.table.texts[name]
            if text and sum(each.casefold() == text.casefold() for each in texts) > 1:
                return True
        return False

    def _missing(self) -> Iterator[str]:
        at = self.table.headings.index(self.table.value_heading)
        rows = (*self.rows, *self.groups.rows)
        yield from sorted({row.cells[at] for row in rows} & NO_VALUE)
        odd: dict[str, DataRow] = {}
        for row in rows:
            if self.table.value(row) and not self._has_figure(row):
                odd.setdefault(self.table.value(row), row)
        for text, row in odd.items():
            self.remarks.add("BSC618", self.table.value_place(row), said(told.NO_NUMBER, text=text[:60]))
        yield from odd

    def _years(self) -> Iterator[tuple[str, int | str]]:
        for text, year in self.table.odd_years.items():
            yield text, "none" if year is None else year


def number_text(value: float | None) -> float | int | None:
    """A whole number without a decimal."""
    return int(value) if value is not None and value.is_integer() else value
