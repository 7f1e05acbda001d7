"""Series choice: which series of an indicator's table become KPIs."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace
from typing import Any

from bsc_site.exchange.open_sdg.indicator_table import IndicatorTable, Key
from bsc_site.exchange.open_sdg.meta_files import MetaValue, texts_of
from bsc_site.exchange.open_sdg.progress_options import ProgressOption
from bsc_site.exchange.open_sdg.repository_remarks import RepositoryRemarks
from bsc_site.model.problem import Place
from bsc_site.model.saying.said import said
from bsc_site.model.sentences import open_sdg_sentences as told
from bsc_site.model.value_class import dataclass

_NAMED = 3


@dataclass(frozen=True, slots=True)
class ChosenSeries:
    """One series that becomes a KPI; without an option nothing says how it is judged."""

    key: Key
    option: ProgressOption | None = None


@dataclass(slots=True)
class SeriesChoice:
    """Chooses among the series of one table."""

    table: IndicatorTable
    remarks: RepositoryRemarks

    def headlines(self, options: tuple[ProgressOption, ...], start: MetaValue | None) -> tuple[ChosenSeries, ...]:
        """The series that options name, and those without any disaggregation; where there is none, what is shown first.

        Nothing, with a remark, where no row is known to speak for the indicator.
        """
        chosen: dict[Key, ChosenSeries] = {}
        for option in options:
            for each in self._of(option):
                chosen.setdefault(each.key, each)
        whole = [key for key in self.table.series if self.table.is_whole(key) and self.has_figures(key)]
        found = {**{key: ChosenSeries(key) for key in whole}, **chosen}
        if not found:
            found = {each.key: each for each in self._shown_first(start, options)}
        if not found and self.table.rows:
            columns = ", ".join(self.table.disaggregations)
            self.remarks.add("BSC615", Place(self.table.file, 1), said(told.NO_HEADLINE, columns=columns))
        return tuple(found.values())

    def others(self, chosen: tuple[ChosenSeries, ...]) -> tuple[ChosenSeries, ...]:
        """Every other series with figures."""
        taken = {each.key for each in chosen}
        return tuple(ChosenSeries(key) for key in self.table.series if key not in taken and self.has_figures(key))

    def has_figures(self, key: Key) -> bool:
        """Whether any row of a series holds a number."""
        return any(self.table.number(row) is not None for row in self.table.series[key])

    def _of(self, option: ProgressOption) -> Iterator[ChosenSeries]:
        fitting = [key for key in self.table.series if self._fits(option, key) and self.has_figures(key)]
        if len(fitting) == 1:
            yield ChosenSeries(fitting[0], option)
        elif not fitting and option.names_a_series:
            self.remarks.add("BSC618", option.place, said(told.NO_SERIES, series=option.in_words))
        elif fitting and not option.names_a_series:
            if option.target is not None or option.limit is not None:
                names = "; ".join(text_of(key) for key in fitting[:_NAMED])
                self.remarks.add("BSC618", option.place, said(told.SEVERAL_SERIES, series=names))
            share = option.share / len(fitting)
            alone = replace(option, target=None, limit=None, share=share)
            yield from (ChosenSeries(key, alone) for key in fitting)
        elif fitting:
            names = "; ".join(text_of(key) for key in fitting[:_NAMED])
            self.remarks.add("BSC618", option.place, said(told.SEVERAL_SERIES, series=names))

    def _fits(self, option: ProgressOption, key: Key) -> bool:
        series, unit = self.table.kind(key)
        if (option.series and series != option.series) or (option.unit and unit != option.unit):
            return False
        if option.disaggregation:
            texts = dict(key)
            return all(texts.get(name) == text for name, text in option.disaggregation.items())
        return self.table.is_whole(key)

    def _shown_first(self, start: MetaValue | None, options: tuple[ProgressOption, ...]) -> Iterator[ChosenSeries]:
        """The series that the start values pick, where they pick one of each kind of figure."""
        entries = [texts_of(each) for each in start.written] if start and isinstance(start.written, list) else []
        picked = [key for key in self.table.series if entries and self._picked(entries, key) and self.has_figures(key)]
        kinds = [self.table.kind(key) for key in picked]
        if not picked or len(set(kinds)) < len(kinds) or start is None:
            return
        names = "; ".join(text_of(key) for key in picked[:_NAMED])
        self.remarks.add("BSC617", start.place, said(told.START_VALUES, series=names))
        option = next((each for each in options if not each.names_a_series), None)
        for key in picked:
            alone = option if option is None or len(picked) == 1 else replace(option, target=None, limit=None)
            yield ChosenSeries(key, alone)

    def _picked(self, entries: list[Mapping[str, Any]], key: Key) -> bool:
        texts, (series, unit) = dict(key), self.table.kind(key)
        wanted: dict[str, set[str]] = {}
        for each in entries:
            about = (each.get("series") or series, each.get("unit") or unit)
            if about == (series, unit) and {"field", "value"} <= set(each):
                wanted.setdefault(each["field"], set()).add(each["value"])
        return bool(wanted) and all(texts[name] in wanted.get(name, {""}) for name in self.table.disaggregations)


def text_of(key: Key) -> str:
    """A series in words: the texts of its columns that hold any."""
    return ", ".join(f"{name} = {text}" for name, text in key if text) or "no disaggregation"
