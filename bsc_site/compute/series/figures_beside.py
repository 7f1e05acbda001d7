"""Figures beside: targets and benchmarks that stand in other rows than the figures, period by period."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date

from bsc_site.compute.series.aggregation import Aggregated, aggregate, rule_of
from bsc_site.compute.series.calendar import Calendar
from bsc_site.model.declared.kpi import Benchmark, Kpi
from bsc_site.model.period import Frequency, first_part, last_part
from bsc_site.model.problem import Place
from bsc_site.model.series import Observation, OthersReach, Reading, Readings, Series
from bsc_site.model.vocabularies import Aggregate


def with_targets_beside(
    kpi: Kpi, figures: Aggregated, readings: Readings | None, year_starts: int
) -> tuple[Aggregated, tuple[Reading, ...]]:
    """The figures, each with the target of its period, and the targets of all other periods."""
    ahead = () if readings is None else readings.targets
    if readings is None or readings.target is None:
        return figures, ahead
    found = {each.period: each for each in _observed(kpi, readings.target, year_starts)}
    known = {each.period for each in figures.observations}
    met = (_with_target(each, found.get(each.period)) for each in figures.observations)
    left = (each for period, each in found.items() if period not in known)
    others = tuple(Reading(each.period, Place(""), target=each.value, note=str(each.note)) for each in left)
    return figures._replace(observations=tuple(met)), (*ahead, *others)


def others_reach(kpi: Kpi, readings: Readings | None, calendar: Calendar) -> OthersReach | None:
    """What others reached last by the day of the build; None where the data does not say."""
    if readings is None or readings.benchmark is None:
        return None
    seen = _observed(kpi, readings.benchmark, calendar.year_starts)
    past = [each for each in seen if each.period.end <= calendar.as_of]
    latest = max(past, key=lambda each: each.period.end, default=None)
    return None if latest is None else OthersReach(latest.period, latest.value, readings.benchmark.origin)


def with_found_benchmark(kpi: Kpi, series: Series) -> Kpi:
    """The KPI with the benchmark that stands in the data."""
    others = series.others
    if others is None:
        return kpi
    told = kpi.benchmark or Benchmark(source=", ".join(table.file for table in others.origin.tables))
    found = {"value": others.value, "year": others.period.end.year}
    return kpi.model_copy(update={"benchmark": told.model_copy(update=found)})


def _with_target(seen: Observation, found: Observation | None) -> Observation:
    return seen if found is None or seen.target is not None else seen._replace(target=found.value)


def _observed(kpi: Kpi, beside: Readings, year_starts: int) -> Iterator[Observation]:
    """The figures of the KPI's own periods, and those of longer ones as they stand."""
    rule = rule_of(kpi, beside.rows)
    told = kpi.model_copy(update={"source": None, "aggregate": rule, "cumulative": kpi.counted_up})
    ends = max((row.period.end for row in beside.rows), default=date.min)
    longer = {row.period.frequency for row in beside.rows if row.period.frequency.rank > kpi.frequency.rank}
    for frequency in (kpi.frequency, *longer):
        rows = tuple(row for row in beside.rows if _belongs(row, frequency, own=frequency is kpi.frequency))
        found = aggregate(told, replace(beside, rows=rows), Calendar(frequency, year_starts, ends)).observations
        for each in found:
            if rule is not Aggregate.SUM or _is_whole(each, rows, frequency):
                yield each


def _belongs(row: Reading, frequency: Frequency, *, own: bool) -> bool:
    return row.period.frequency.rank <= frequency.rank if own else row.period.frequency is frequency


def _is_whole(seen: Observation, rows: Sequence[Reading], frequency: Frequency) -> bool:
    """Whether a sum has all its parts; a target of two months is none of the quarter."""
    inside = {row.period for row in rows if seen.period.start <= row.period.start <= seen.period.end}
    finest = min((each.frequency for each in inside), key=lambda each: each.rank, default=frequency)
    if finest is frequency or finest in {Frequency.DAILY, Frequency.WEEKLY}:
        return True
    starts = seen.period.year_starts
    first, last = (part(seen.period, finest, starts).ordinal for part in (first_part, last_part))
    return len({each for each in inside if each.frequency is finest}) == last - first + 1
