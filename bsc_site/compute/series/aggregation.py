"""Aggregation: the rows of a source become one observation for each period of a frequency."""

from __future__ import annotations

import math
from collections.abc import Callable, Mapping, Sequence
from datetime import date
from functools import partial
from itertools import repeat
from operator import lt
from typing import NamedTuple

from bsc_site.compute.series.calendar import Calendar
from bsc_site.compute.series.counted_once import counted_once, weighted_mean
from bsc_site.compute.series.counts import counts_apart
from bsc_site.compute.series.coverage import source_coverage
from bsc_site.model.declared.kpi import Kpi
from bsc_site.model.period import Period
from bsc_site.model.problem import Place
from bsc_site.model.series import NoRows, Observation, Reading, Readings
from bsc_site.model.vocabularies import Aggregate

PER_CENT = "%"
_OF_SEVERAL = ("numerator", "denominator", "weight", "members", "gathered")
"""What a reading holds of which a figure is yet to be made."""
_observation_of: Callable[[tuple[object, ...]], Observation] = partial(tuple.__new__, Observation)
"""That of all its fields, in a third of the time that it takes by their names."""


class Undecided(NamedTuple):
    """The first period into which several figures fall, of which nothing says how they become one, and how many."""

    period: Period
    figures: int


class Aggregated(NamedTuple):
    """Observations in order; the periods that had no value because of a zero denominator, or because it overflowed.

    `undecided` is set where figures were not to be made one without a declared rule; `uncounted` are those whose count
    cannot be told from the one before.
    """

    observations: tuple[Observation, ...]
    zero: tuple[Period, ...] = ()
    unusable: tuple[Period, ...] = ()
    undecided: Undecided | None = None
    uncounted: tuple[Period, ...] = ()


class _Amount(NamedTuple):
    value: float | None
    numerator: float | None = None
    denominator: float | None = None


def rule_of(kpi: Kpi, rows: Sequence[Reading] = ()) -> Aggregate:
    """How the KPI is aggregated: as declared, else what its source says by itself, else last, the one of a lone row.

    Numerators make a ratio, counted rows a sum.
    """
    return kpi.aggregate or _rule_of_source(kpi, rows) or Aggregate.LAST


def _rule_of_source(kpi: Kpi, rows: Sequence[Reading]) -> Aggregate | None:
    source = kpi.source
    shared = source is not None and (source.numerator is not None or source.repeat_rate is not None)
    if shared or any(row.numerator is not None for row in rows):
        return Aggregate.RATIO
    return Aggregate.SUM if source is not None and source.count is not None else None


def _undecided(kpi: Kpi, groups: Mapping[Period, list[Reading]]) -> Undecided | None:
    """The first period with several figures where neither the KPI nor its source says how they become one."""
    if kpi.aggregate is not None:
        return None
    several = next(((period, rows) for period, rows in groups.items() if len(rows) > 1), None)
    if several is None or _rule_of_source(kpi, [row for rows in groups.values() for row in rows]) is not None:
        return None
    return Undecided(several[0], len(several[1]))


def factor_of(kpi: Kpi) -> float:
    """What a quotient is multiplied by: 100 for a KPI in per cent."""
    return 100.0 if kpi.unit.strip() == PER_CENT else 1.0


def aggregate(kpi: Kpi, readings: Readings, calendar: Calendar) -> Aggregated:
    """One observation for each period of the calendar that has figures.

    Rows that start after the build's date are left out. Where a period has rows of its own frequency, finer rows of the
    same period are left aside.
    """
    rows = _in_order([row for row in readings.rows if row.period.start <= calendar.as_of])
    plain = _one_a_period(kpi, rows, readings, calendar)
    if plain is not None:
        return Aggregated(plain)
    rule, factor = rule_of(kpi, rows), factor_of(kpi)
    observations: list[Observation] = []
    zero: list[Period] = []
    unusable: list[Period] = []
    groups, uncounted = _told_from_before(readings, _grouped(rows, calendar)), list[Period]()
    if kpi.counted_up is not None:
        groups, uncounted = counts_apart(kpi, groups, calendar)
    coverage = source_coverage(kpi, rule, readings, calendar, groups)
    for period, members in groups.items():
        amount = _amount(rule, factor, members)
        if amount.value is None:
            zero.append(period)
        elif not math.isfinite(amount.value):
            unusable.append(period)
        else:
            complete = coverage.is_in(period, members)
            observations.append(_observation(period, members, amount, rule, complete=complete))
    observations += [
        Observation(period, 0.0, complete=known, note=NoRows.NONE, count=0) for period, known in coverage.zeros()
    ]
    observations.sort(key=_observed)
    return Aggregated(tuple(observations), tuple(zero), tuple(unusable), _undecided(kpi, groups), tuple(uncounted))


def _one_a_period(
    kpi: Kpi, rows: Sequence[Reading], readings: Readings, calendar: Calendar
) -> tuple[Observation, ...] | None:
    """The figures of rows of the calendar's own periods, one each, of which nothing is to be made; None for others."""
    source = kpi.source
    counted = source is not None and (source.count is not None or bool(source.where))  # a missing row may be a zero
    if not rows or counted or kpi.counted_up is not None or readings.counted_from is not None or not calendar.common:
        return None
    columns = dict(zip(Reading._fields, zip(*rows, strict=True), strict=True))
    periods, values = columns["period"], columns["value"]
    starts = [each.start for each in periods]
    alone = all(map(lt, starts, starts[1:])) and all(each.frequency is calendar.frequency for each in periods)
    if not alone or any(columns[name].count(None) < len(rows) for name in _OF_SEVERAL):
        return None
    if values.count(None) or not all(map(math.isfinite, values)):
        return None
    complete = [each.end <= calendar.as_of for each in periods]
    told = (columns["target"], columns["note"], *map(repeat, (1, None, None, (), False)), columns["rating"])
    figures = [each or 0.0 for each in values]  # none is below zero by its sign alone
    return tuple(map(_observation_of, zip(periods, figures, complete, *told, strict=False)))


def _group_order(group: tuple[Period, list[Reading]]) -> date:
    return group[0].start


def _observed(observation: Observation) -> date:
    return observation.period.start


def _in_order(rows: list[Reading]) -> list[Reading]:
    """The rows by their period; most files hold them so, one a period."""
    starts = [row.period.start for row in rows]
    return rows if all(map(lt, starts, starts[1:])) else sorted(rows, key=_row_order)


def _row_order(row: Reading) -> tuple[date, int, float, object]:
    return (row.period.start, -row.period.frequency.rank, row.seconds, row.place)


def _grouped(rows: Sequence[Reading], calendar: Calendar) -> dict[Period, list[Reading]]:
    """The rows of each period that has begun, in order; a week may belong to a month that has not."""
    found: dict[Period, list[Reading]] = {}
    for row in rows:
        found.setdefault(calendar.period_with(row.period), []).append(row)
    groups = dict(sorted((group for group in found.items() if group[0].start <= calendar.as_of), key=_group_order))
    for period, members in groups.items():
        if len(members) == 1:
            continue
        own = [row for row in members if row.period.frequency is calendar.frequency]
        if own and len(own) < len(members):
            groups[period] = own
    return groups


def _told_from_before(readings: Readings, groups: dict[Period, list[Reading]]) -> dict[Period, list[Reading]]:
    """The periods without those of which it is not known who of their members was there before."""
    begins = readings.counted_from
    return groups if begins is None else {period: rows for period, rows in groups.items() if period.start >= begins}


def _observation(
    period: Period, rows: list[Reading], amount: _Amount, rule: Aggregate, *, complete: bool
) -> Observation:
    if len(rows) == 1:
        row, value = rows[0], amount.value or 0.0
        told = (row.target, row.note, row.of_rows, amount.numerator, amount.denominator)
        return Observation(period, value, complete, *told, rating=row.rating)
    return Observation(
        period,
        amount.value or 0.0,
        complete,
        _own_target(rule, rows),
        "; ".join(dict.fromkeys(row.note for row in rows if row.note)),
        sum(row.of_rows for row in rows),
        amount.numerator,
        amount.denominator,
        rating=next((row.rating for row in reversed(rows) if row.rating), ""),
    )


def _own_target(rule: Aggregate, rows: list[Reading]) -> float | None:
    targets = [row.target for row in rows if row.target is not None]
    if not targets:
        return None
    if rule is Aggregate.SUM:
        total = _total(targets)
        return total if len(targets) == len(rows) and math.isfinite(total) else None
    return targets[-1]


def _amount(rule: Aggregate, factor: float, rows: list[Reading]) -> _Amount:
    """The value of one period: None for a zero denominator, infinite for an overflow."""
    if (special := _members_or_weights(rule, factor, rows)) is not None:
        return special
    if len(rows) == 1:
        return _amount_of(rows[0], factor)
    parts = [row for row in rows if row.numerator is not None and row.denominator is not None]
    if rule is Aggregate.RATIO and parts:
        above = _total([part for row in parts for part in _parts(row, row.numerator, 0)])
        below = _total([part for row in parts for part in _parts(row, row.denominator, 1)])
        return _Amount(_quotient(above, below, factor), above, below)
    values = [value for row in rows if (value := _amount_of(row, factor).value) is not None]
    if not values:
        return _Amount(None)
    if any(row.gathered is not None for row in rows) and rule in {Aggregate.SUM, Aggregate.MEAN}:
        total = _total([part for row in rows for part in _parts(row, row.value, 0)])
        return _Amount(total if rule is Aggregate.SUM else total / sum(row.of_rows for row in rows))
    return _Amount(_WAYS[rule](values))


def _parts(row: Reading, figure: float | None, place: int) -> Sequence[float]:
    """Numbers that add up exactly to a figure of the rows for which a reading stands."""
    return (figure or 0.0,) if row.gathered is None else row.gathered.figures[place]


def _members_or_weights(rule: Aggregate, factor: float, rows: list[Reading]) -> _Amount | None:
    """The value of rows that count members or carry weights; None for all others."""
    if rows[0].members is not None:
        return _Amount(*counted_once(factor, rows))
    if rule is Aggregate.MEAN and any(row.weight is not None for row in rows):
        return _Amount(weighted_mean(rows))
    return None


def _amount_of(row: Reading, factor: float) -> _Amount:
    if row.value is not None or row.numerator is None or row.denominator is None:
        return _Amount(row.value)
    return _Amount(_quotient(row.numerator, row.denominator, factor), row.numerator, row.denominator)


def _quotient(above: float, below: float, factor: float) -> float | None:
    if below == 0:
        return None
    share = above / below
    return share * factor if not math.isnan(share) else math.inf


def _total(values: Sequence[float]) -> float:
    try:
        return math.fsum(values)
    except OverflowError:
        return math.inf


def _mean(values: Sequence[float]) -> float:
    total = _total(values)
    if math.isfinite(total) or len(values) == 1:
        return total / len(values)
    largest = max(map(abs, values))
    return math.fsum(value / largest for value in values) / len(values) * largest


def _last(values: Sequence[float]) -> float:
    return values[-1]


_WAYS: dict[Aggregate, Callable[[Sequence[float]], float]] = {
    Aggregate.SUM: _total,
    Aggregate.MEAN: _mean,
    Aggregate.LAST: _last,
    Aggregate.MIN: min,
    Aggregate.MAX: max,
    Aggregate.RATIO: _last,
}


def as_readings(kpi: Kpi, observations: Sequence[Observation]) -> Readings:
    """Observations as rows again, so that a computed KPI can be aggregated to a coarser frequency like any other."""
    rows = tuple(Reading(each.period, Place("", line), each.value) for line, each in enumerate(observations))
    return Readings(kpi.id, rows)
