"""Rolled-up figures: those of the scorecards below become one figure a period."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from bsc_site.compute.series.aggregation import Aggregated, aggregate
from bsc_site.compute.series.calendar import Calendar
from bsc_site.model.declared.kpi import Kpi
from bsc_site.model.period import Period
from bsc_site.model.problem import Place
from bsc_site.model.series import Contribution, MissingBelow, Observation, Reading, Readings
from bsc_site.model.vocabularies import Aggregate


def rolled_up(kpi: Kpi, inputs: Mapping[str, Sequence[Observation]], calendar: Calendar) -> Aggregated:
    """One figure for each period in which anything below has one; `inputs` holds the figures below by the KPI's label.

    A period is complete only when all KPIs below have a complete figure there; otherwise its note says whose is
    missing. A ratio adds up numerators and denominators, so figures without them count as missing.
    """
    if kpi.from_children is None:
        return Aggregated(())
    rule = Aggregate(kpi.from_children.aggregate)
    present = {name: _usable(figures, rule) for name, figures in inputs.items()}
    rows = [_row(each, line) for line, figures in enumerate(present.values(), 1) for each in figures.values()]
    merged = aggregate(kpi.model_copy(update={"aggregate": rule}), Readings(kpi.id, tuple(rows)), calendar)
    return merged._replace(observations=tuple(_with_parts(each, present) for each in merged.observations))


def _usable(figures: Sequence[Observation], rule: Aggregate) -> dict[Period, Observation]:
    return {each.period: each for each in figures if rule is not Aggregate.RATIO or each.denominator is not None}


def _row(figure: Observation, line: int) -> Reading:
    value = None if figure.denominator is not None else figure.value
    return Reading(figure.period, Place("", line), value, figure.numerator, figure.denominator)


def _with_parts(merged: Observation, present: Mapping[str, Mapping[Period, Observation]]) -> Observation:
    found = {name: figures[merged.period] for name, figures in present.items() if merged.period in figures}
    missing = tuple(name for name in present if name not in found or not found[name].complete)
    parts = tuple(Contribution(name, each.value, each.numerator, each.denominator) for name, each in found.items())
    note, running = MissingBelow(missing) if missing else "", any(each.running for each in found.values())
    return merged._replace(complete=not missing, note=note, parts=parts, running=running)
