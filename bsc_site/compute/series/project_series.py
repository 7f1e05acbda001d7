"""The series of a project: every KPI's figures at its own frequency, read or computed."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import field
from datetime import date

from bsc_site.compute.formulas.evaluate import MissingFigureError, NoResultError, ZeroDivisorError, value_of
from bsc_site.compute.formulas.order import read_formulas
from bsc_site.compute.series.aggregation import Aggregated, aggregate, as_readings
from bsc_site.compute.series.calendar import Calendar
from bsc_site.compute.series.data_baseline import baseline_finding, figure_at, wanted_baseline
from bsc_site.compute.series.figures_beside import others_reach, with_targets_beside
from bsc_site.compute.series.open_questions import open_questions, undecided_for
from bsc_site.compute.series.rolled_up_figures import rolled_up
from bsc_site.compute.series.rollup_kpis import RollUps, labels_of, read_rollups
from bsc_site.model.declared.kpi import Kpi
from bsc_site.model.declared.project import Project
from bsc_site.model.formula_grammar.parse import FormulaNode
from bsc_site.model.period import Frequency, last_part
from bsc_site.model.problem import Finding
from bsc_site.model.provenance import NOWHERE
from bsc_site.model.rules.declarations import FIGURES_BEYOND_LIMIT
from bsc_site.model.rules.formulas import (
    DENOMINATOR_IS_ZERO,
    FIGURES_LEFT_ASIDE,
    FORMULA_DIVIDES_BY_ZERO,
    NO_REAL_NUMBER,
)
from bsc_site.model.rules.plausibility import COUNT_IS_MISSING
from bsc_site.model.series import FigureSource, FromBelow, FromFormula, GroupSeries, Observation, Readings, Series
from bsc_site.model.value_class import dataclass
from bsc_site.model.vocabularies import Aggregate, Direction, Running


@dataclass(frozen=True, slots=True)
class BuiltSeries:
    """One series for each KPI of the project, empty where there are no figures, and what was wrong on the way."""

    series: dict[str, Series]
    findings: tuple[Finding, ...]


def build_series(project: Project, readings: Mapping[str, Readings], as_of: date) -> BuiltSeries:
    """Every KPI's figures aggregated to its frequency, or computed by its formula.

    Nothing that starts after `as_of` enters. Quarters, halves and years follow the organisation's year of the scorecard
    that declares the KPI. Formulas are computed period by period where all their KPIs have a value.
    """
    formulas = read_formulas(project.kpis)
    rollups = read_rollups(project, {name: tree.names for name, tree in formulas.trees.items()})
    builder = _Builder(project, readings, as_of, formulas.trees, rollups)
    series, findings = {}, [*formulas.findings, *rollups.findings]
    for kpi in project.kpis.values():
        calendar = builder.calendar(kpi, kpi.frequency)
        rows = readings.get(kpi.id)
        figures, ahead = with_targets_beside(kpi, builder.figures(kpi, calendar), rows, calendar.year_starts)
        others = others_reach(kpi, rows, calendar)
        origin, inputs = builder.origin(kpi), builder.inputs(kpi)
        start = builder.baseline(kpi, figures)
        groups = builder.groups(kpi, calendar)
        series[kpi.id] = Series(
            kpi.id, kpi.frequency, figures.observations, origin, start, inputs, ahead, groups, others
        )
        findings += [*_gaps(kpi, figures), *baseline_finding(kpi, series[kpi.id]), *_beyond_limit(kpi, figures)]
        findings += open_questions(kpi, series[kpi.id], figures)
        if kpi.formula is not None and kpi.id in readings and readings[kpi.id].rows:
            aside = (("source", readings[kpi.id].origin),)
            findings.append(Finding(f"kpi/{kpi.id}", "formula", "BSC409", FIGURES_LEFT_ASIDE, aside))
    return BuiltSeries(series, (*findings, *builder.needed_coarser(findings)))


def rests_on(project: Project, kpi: str) -> frozenset[str]:
    """The KPI and all others from whose figures its own are computed, also by way of others."""
    formulas = {name: tuple(tree.names) for name, tree in read_formulas(project.kpis).trees.items()}
    needs = {**formulas, **read_rollups(project, formulas).members}
    found, waiting = {kpi}, [kpi]
    while waiting:
        new = [each for each in needs.get(waiting.pop(), ()) if each not in found]
        found.update(new)
        waiting += new
    return frozenset(found)


@dataclass
class _Builder:
    """Computes each KPI once for each frequency at which it is needed."""

    project: Project
    readings: Mapping[str, Readings]
    as_of: date
    trees: Mapping[str, FormulaNode]
    rollups: RollUps
    _known: dict[tuple[str, Frequency, int], Aggregated] = field(default_factory=dict)

    def calendar(self, kpi: Kpi, frequency: Frequency) -> Calendar:
        return Calendar(frequency, self.project.year_starts_of(kpi), self.as_of)

    def origin(self, kpi: Kpi) -> FigureSource:
        if kpi.formula is not None:
            return FromFormula(kpi.formula)
        if kpi.from_children is not None:
            below = labels_of(self._members(kpi), self.project)
            return FromBelow(Aggregate(kpi.from_children.aggregate), tuple(below.values()))
        rows = self.readings.get(kpi.id)
        return NOWHERE if rows is None else rows.origin

    def groups(self, kpi: Kpi, calendar: Calendar) -> tuple[GroupSeries, ...]:
        """The figures of each group that the KPI's source tells apart, made like its own."""
        rows = None if kpi.computed else self.readings.get(kpi.id)
        found = () if rows is None else rows.groups
        return tuple(
            GroupSeries(each.by, each.name, aggregate(kpi, each.rows, calendar).observations) for each in found
        )

    def inputs(self, kpi: Kpi) -> tuple[str, ...]:
        tree = self.trees.get(kpi.id)
        return self._members(kpi) if tree is None else tuple(sorted(tree.names))

    def figures(self, kpi: Kpi, calendar: Calendar) -> Aggregated:
        """The KPI's figures at the calendar's frequency; formulas wait for their inputs on a stack of their own."""
        waiting = [(kpi.id, calendar)]
        while waiting:
            name, when = waiting[-1]
            missing = [pair for pair in self._needs(name, when) if self._key(*pair) not in self._known]
            if missing:
                waiting += missing
                continue
            waiting.pop()
            if self._key(name, when) not in self._known:
                kpi_here = self.project.kpis[name]
                self._known[self._key(name, when)] = _with_running(kpi_here, self._compute(kpi_here, when), when)
        return self._known[self._key(kpi.id, calendar)]

    def needed_coarser(self, findings: Sequence[Finding]) -> list[Finding]:
        """KPIs from which coarser ones are made, of which nothing says how their figures become one."""
        told = {each.element for each in findings if each.code == "BSC340"}
        found: dict[str, Finding] = {}
        for (name, frequency, _), figures in self._known.items():
            if figures.undecided is not None and f"kpi/{name}" not in told:
                found.setdefault(name, undecided_for(name, frequency, figures.undecided))
        return list(found.values())

    def baseline(self, kpi: Kpi, figures: Aggregated) -> float | None:
        """The figure of the period of a baseline that is declared without a value; None where there is none."""
        wanted = wanted_baseline(kpi)
        if wanted is None:
            return None
        period = wanted.period
        if period.frequency is kpi.frequency:
            return figure_at(period, figures.observations, figures.observations)
        if kpi.aggregate is None and kpi.formula is None:
            last = last_part(period, kpi.frequency, self.project.year_starts_of(kpi))
            return figure_at(last, figures.observations, figures.observations)
        whole = self.figures(kpi, self.calendar(kpi, period.frequency))
        return figure_at(period, figures.observations, whole.observations)

    def _key(self, name: str, calendar: Calendar) -> tuple[str, Frequency, int]:
        return (name, calendar.frequency, calendar.year_starts)

    def _needs(self, name: str, calendar: Calendar) -> list[tuple[str, Calendar]]:
        kpi = self.project.kpis[name]
        if kpi.from_children is not None:
            return [(each, calendar) for each in self._members(kpi)]
        if name not in self.trees:
            return []
        if self._computed_finer(kpi, calendar):
            return [(name, self.calendar(kpi, kpi.frequency))]
        return [(each, calendar) for each in sorted(self.trees[name].names)]

    def _members(self, kpi: Kpi) -> tuple[str, ...]:
        return self.rollups.members.get(kpi.id, ())

    def _computed_finer(self, kpi: Kpi, calendar: Calendar) -> bool:
        """Whether a formula is computed at its own frequency first: where it declares how its values are aggregated."""
        finer = kpi.frequency.rank < calendar.frequency.rank
        return finer and kpi.aggregate is not None and kpi.aggregate is not Aggregate.RATIO

    def _compute(self, kpi: Kpi, calendar: Calendar) -> Aggregated:
        if kpi.from_children is not None:
            labels = labels_of(self._members(kpi), self.project)
            below = {label: self._known[self._key(name, calendar)].observations for name, label in labels.items()}
            return rolled_up(kpi, below, calendar)
        if kpi.formula is None:
            rows = self.readings.get(kpi.id)
            return Aggregated(()) if rows is None else aggregate(kpi, rows, calendar)
        if kpi.id not in self.trees:
            return Aggregated(())
        if self._computed_finer(kpi, calendar):
            own = self._known[self._key(kpi.id, self.calendar(kpi, kpi.frequency))]
            return aggregate(kpi, as_readings(kpi, own.observations), calendar)
        inputs = {name: self._known[self._key(name, calendar)].observations for name in self.trees[kpi.id].names}
        return evaluated(self.trees[kpi.id], inputs)


def evaluated(tree: FormulaNode, inputs: Mapping[str, Sequence[Observation]]) -> Aggregated:
    """The formula's value for each period in which every name it needs has one; complete only where all of them are."""
    by_period = {name: {each.period: each for each in series} for name, series in inputs.items()}
    observations, zero, unusable = [], [], []
    for period in sorted(set().union(*by_period.values()), key=lambda period: period.start):
        present = {name: known[period] for name, known in by_period.items() if period in known}
        try:
            value = value_of(tree, {name: each.value for name, each in present.items()})
        except MissingFigureError:
            continue
        except ZeroDivisorError:
            zero.append(period)
        except NoResultError:
            unusable.append(period)
        else:
            complete, running = (
                (each.complete for each in present.values()),
                (each.running for each in present.values()),
            )
            observations.append(Observation(period, value, all(complete), running=any(running)))
    return Aggregated(tuple(observations), tuple(zero), tuple(unusable))


def _beyond_limit(kpi: Kpi, figures: Aggregated) -> list[Finding]:
    sign = {Direction.HIGHER: 1, Direction.LOWER: -1}.get(kpi.direction, 0)
    if kpi.limit is None:
        return []
    beyond = tuple(each.period for each in figures.observations if sign * (each.value - kpi.limit) > 0)
    return [Finding(f"kpi/{kpi.id}", "limit", "BSC177", FIGURES_BEYOND_LIMIT, (("periods", beyond),))] if beyond else []


def _with_running(kpi: Kpi, figures: Aggregated, calendar: Calendar) -> Aggregated:
    """The figures with that of the running period counted for the time being, where the KPI declares it."""
    declared = kpi.running is Running.LATEST and kpi.frequency is calendar.frequency
    if not declared or not figures.observations or figures.observations[-1].period.end <= calendar.as_of:
        return figures
    latest = figures.observations[-1]._replace(complete=True, running=True)
    return figures._replace(observations=(*figures.observations[:-1], latest))


def _gaps(kpi: Kpi, figures: Aggregated) -> list[Finding]:
    key, code, message = "source", "BSC407", DENOMINATOR_IS_ZERO
    if kpi.formula is not None:
        key, code, message = "formula", "BSC405", FORMULA_DIVIDES_BY_ZERO
    found = ((code, message, figures.zero), ("BSC406", NO_REAL_NUMBER, figures.unusable))
    told = [Finding(f"kpi/{kpi.id}", key, each, told, (("periods", gaps),)) for each, told, gaps in found if gaps]
    if figures.uncounted:
        named = (("periods", figures.uncounted),)
        told.append(Finding(f"kpi/{kpi.id}", "cumulative", "BSC366", COUNT_IS_MISSING, named))
    return told
