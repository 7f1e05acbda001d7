"""Indicator KPIs: an indicator of Open SDG as one KPI, or as several where it has several series."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import field
from typing import Any

from bsc_site.exchange.draft.names_as_ids import IdBook, id_text
from bsc_site.exchange.draft.yaml_text import Open
from bsc_site.exchange.open_sdg.goals_and_targets import bare
from bsc_site.exchange.open_sdg.indicator_table import PROGRESS, TOTAL, IndicatorTable
from bsc_site.exchange.open_sdg.meta_files import BODY, texts_of
from bsc_site.exchange.open_sdg.phrases import Phrases
from bsc_site.exchange.open_sdg.progress_options import ProgressOption, options_of
from bsc_site.exchange.open_sdg.repository import IndicatorRecord
from bsc_site.exchange.open_sdg.repository_remarks import RepositoryRemarks
from bsc_site.exchange.open_sdg.series_choice import ChosenSeries, SeriesChoice
from bsc_site.exchange.open_sdg.series_source import SeriesSource, number_text
from bsc_site.exchange.open_sdg.source_people import SourcePeople
from bsc_site.model.problem import Place
from bsc_site.model.saying.said import said
from bsc_site.model.sentences import open_sdg_sentences as told
from bsc_site.model.value_class import dataclass

_NAMES = ("indicator_name", "title", "national_indicator_available", "indicator_available", "graph_title")
_WORDS = ("national_indicator_description", "indicator_definition", "STAT_CONC_DEF", "computation_definitions", BODY)
_PER_CENT = {"%", "percent", "per cent", "percentage", "percentages", "pct", "percent (%)", "percentage (%)"}
_COUNTS = {"number", "numbers", "count", "#"}
_DIRECTION = Open("none", "higher, lower or band is better? the metadata does not say, so nothing is scored")
_MOST_DECIMALS = 6


@dataclass(slots=True)
class IndicatorKpis:
    """Makes the KPIs of one indicator after the other."""

    phrases: Phrases
    people: SourcePeople
    remarks: RepositoryRemarks
    disaggregations: bool = False
    """Whether every other series of a table becomes a KPI too."""
    ids: IdBook = field(default_factory=lambda: IdBook("kpi"))

    def of(self, record: IndicatorRecord, table: IndicatorTable, file: str) -> list[dict[str, Any]]:
        """The KPIs of an indicator, whose data file stands at `file` in the project; none without any figures."""
        choice = SeriesChoice(table, self.remarks)
        options = options_of(record, self.remarks)
        heads = choice.headlines(options, record.values.get("data_start_values"))
        sources = [(each, SeriesSource(table, each.key, file, self.remarks)) for each in heads]
        kept = [(each, source) for each, source in sources if source.is_one_series()]
        if heads and kept:
            kept[0][1].tell_odd_texts()
            if PROGRESS in table.headings and any(each.option for each in heads):
                self.remarks.add("BSC617", Place(table.file, 1), said(told.PROGRESS_COLUMN))
        shared = self._shared(record)
        made = [self._headline(record, each, source, shared, several=len(kept) > 1) for each, source in kept]
        self._tell_shares(kept)
        self._tell_target_lines(record, options)
        beside = {key for _, source in kept for key in source.groups.keys}
        others = tuple(each for each in choice.others(heads) if each.key not in beside)
        if self.disaggregations:
            made += self._others(record, others, table, file, shared)
        elif others:
            columns = ", ".join(table.keyed)
            self.remarks.add("BSC619", Place(table.file, 1), said(told.MORE_SERIES, count=len(others), columns=columns))
        return made

    def _shared(self, record: IndicatorRecord) -> dict[str, Any]:
        """What all KPIs of an indicator have in common."""
        return {
            "description": self._description(record),
            "formula_in_words": self.phrases.said(record.take("computation_calculations", "formula")),
            "unit": self.phrases.said(record.take("computation_units", "UNIT_MEASURE")),
            "owner": self.people.owner_of(record),
            "updater": self.people.updater_of(record),
            "tags": _tags(record),
        }

    def _headline(
        self,
        record: IndicatorRecord,
        chosen: ChosenSeries,
        source: SeriesSource,
        shared: dict[str, Any],
        *,
        several: bool,
    ) -> dict[str, Any]:
        kpi = self._kpi(record, source, shared, several=several)
        option = chosen.option
        if option is None or option.direction is None:
            kpi["direction"] = _DIRECTION if option or not several else "none"
        else:
            kpi["direction"] = option.direction
            kpi |= self._aims(option, source)
            kpi["scoring"] = "pace"
        if option is not None and option.share < 1:
            kpi["weight"] = round(option.share, 4)
        return kpi

    def _kpi(
        self, record: IndicatorRecord, source: SeriesSource, shared: dict[str, Any], *, several: bool
    ) -> dict[str, Any]:
        kind, measured = source.table.kind(source.key)
        parts = [text for _, text in source.key if text and text not in TOTAL]
        told_apart = ", ".join(map(self.phrases.text_of, parts)) if several else ""
        number = record.name.replace("-", ".")
        name = self._name(record, kind)
        unit = self.phrases.text_of(measured) or str(shared["unit"])
        name = f"{number} {name}" if name else f"TODO: the name of indicator {number}"
        identity = identity_of(record) + (f"-{id_text(told_apart, 'series')}" if told_apart else "")
        kpi: dict[str, Any] = {"id": self.ids.id_of(identity), "name": name}
        if told_apart and not name.endswith(told_apart):
            kpi["name"] += f": {told_apart}"
        kpi |= {**shared, "unit": _unit(unit), "decimals": _decimals(record, kind, measured)}
        kpi["direction"] = "none"
        elsewhere = {} if data_file(kpi["id"]) == source.file.rpartition("/")[2] else {"file": source.file}
        return kpi | {"source": elsewhere | source.keys()}

    def _name(self, record: IndicatorRecord, series: str) -> str:
        """The name of the indicator; that of the chart of the series where it has one of its own."""
        number = record.name.replace("-", ".")
        titles = record.values.get("graph_titles")
        for each in titles.written if titles and isinstance(titles.written, list) else ():
            entry = texts_of(each)
            if series and entry.get("series") == series and entry.get("title"):
                return self.phrases.text_of(entry["title"]) if "." not in entry["title"] else series
        for key in _NAMES:
            value = record.values.get(key)
            if value is None:
                continue
            record.used.add(key)
            if text := bare(self.phrases.said(value), number):
                return text
        known = self.phrases.of(f"global_indicators.{record.name}-title")
        return known or bare(self.phrases.said(record.take("SDG_INDICATOR")), number)

    def _description(self, record: IndicatorRecord) -> str:
        for key in _WORDS:
            value = record.values.get(key)
            if value is None:
                continue
            record.used.add(key)
            if text := self.phrases.said(value, lines=True):
                return text
        return ""

    def _aims(self, option: ProgressOption, source: SeriesSource) -> Iterator[tuple[str, Any]]:
        baseline = source.baseline(option)
        if option.target is not None:
            value = number_text(option.target)
            yield "targets", [{"period": option.target_year, "value": value}]
            if baseline is not None and baseline["value"] == value:
                self.remarks.add("BSC617", option.place, said(told.TARGET_IS_BASELINE, value=str(value)))
                baseline = None
            elif baseline is not None and baseline["period"] >= option.target_year:
                years = {"year": str(option.target_year), "first": str(baseline["period"])}
                self.remarks.add("BSC617", option.place, said(told.TARGET_BEFORE, **years))
                baseline = None
        if baseline is not None:
            yield "baseline", baseline
        if option.limit is not None:
            yield "limit", number_text(option.limit)

    def _others(
        self,
        record: IndicatorRecord,
        others: tuple[ChosenSeries, ...],
        table: IndicatorTable,
        file: str,
        shared: dict[str, Any],
    ) -> list[dict[str, Any]]:
        sources = (SeriesSource(table, each.key, file, self.remarks) for each in others)
        return [self._kpi(record, each, shared, several=True) for each in sources if each.is_one_series()]

    def _tell_shares(self, kept: list[tuple[ChosenSeries, SeriesSource]]) -> None:
        shares = [each.option for each, _ in kept if each.option is not None and each.option.share < 1]
        if shares:
            words = said(told.SHARES, count=len(shares), weight=f"{shares[0].share:g}")
            self.remarks.add("BSC617", shares[0].place, words)

    def _tell_target_lines(self, record: IndicatorRecord, options: tuple[ProgressOption, ...]) -> None:
        """A target line of the chart where no option has a target."""
        lines = record.take("graph_target_lines")
        listed = lines.written if lines and isinstance(lines.written, list) else []
        values = [value for each in listed if (value := texts_of(each).get("value", ""))]
        if lines and values and not any(each.target is not None for each in options):
            self.remarks.add("BSC613", lines.place, said(told.TARGET_LINE, value=values[0][:40]))


def identity_of(record: IndicatorRecord) -> str:
    """The id of the KPI of an indicator that has one series."""
    return f"indicator-{record.name}".lower()


def data_file(identity: str) -> str:
    """The name of the data file of the KPI, as the defaults of the scorecard have it for all."""
    return f"{identity}.csv"


def _unit(text: str) -> str:
    folded = " ".join(text.casefold().split())
    if folded in _PER_CENT:
        return "%"
    return "count" if folded in _COUNTS else text


def _tags(record: IndicatorRecord) -> list[str]:
    value = record.take("tags")
    listed = value.written if value and isinstance(value.written, list) else []
    return [each.strip() for each in listed if isinstance(each, str) and each.strip()]


def _decimals(record: IndicatorRecord, series: str, unit: str) -> int | None:
    value = record.values.get("precision")
    for each in value.written if value and isinstance(value.written, list) else ():
        entry = texts_of(each)
        fits = entry.get("series", series) == series and entry.get("unit", unit) == unit
        if fits and entry.get("decimals", "").isdigit():
            return min(int(entry["decimals"]), _MOST_DECIMALS)
    return None
