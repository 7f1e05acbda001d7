"""Effects of initiatives: what happened to the KPIs that an initiative serves, before and after it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np

from bsc_site.compute.evidence.step_effect import AFTER, BEFORE, StepEffect, step_effect
from bsc_site.model.concluded.assessment import InitiativeAssessment
from bsc_site.model.concluded.evidence import InitiativeEffect
from bsc_site.model.declared.initiative import Initiative
from bsc_site.model.declared.kpi import Kpi
from bsc_site.model.declared.scorecard import Scorecard
from bsc_site.model.figures import count_text, difference_unit, period_text, quantity_text
from bsc_site.model.period import Period
from bsc_site.model.series import Series
from bsc_site.model.vocabularies import InitiativeStatus

CAVEAT = "Other things may have changed at the same time."


@dataclass(frozen=True, slots=True)
class _Moment:
    """The period that the step is looked for at, and what a reader must know about it."""

    period: Period
    remark: str = ""


def effects_of(
    assessed: InitiativeAssessment, scorecard: Scorecard, kpis: Mapping[str, Kpi], series: Mapping[str, Series]
) -> tuple[InitiativeEffect, ...]:
    """The step of each KPI of the objectives that the initiative serves, counted from the initiative's end.

    The end is the period in which the last milestone of the plan was reached, otherwise the planned one. A cancelled
    initiative has no effects.
    """
    if assessed.status is InitiativeStatus.CANCELLED:
        return ()
    declared = assessed.initiative
    served = [scorecard.objectives[name] for name in declared.serves if name in scorecard.objectives]
    names = dict.fromkeys(name for objective in served for name in objective.kpis if name in kpis)
    moment = _Moment(ended(declared), _remark(assessed))
    return tuple(_effect(kpis[name], series[name], moment) for name in names if name in series)


def ended(initiative: Initiative) -> Period:
    """When it came to its end: the last milestone due by the planned end, if all those are reached, else that end."""
    planned = [each for each in initiative.milestones if each.due.end <= initiative.end.end]
    reached = [each.done for each in planned if each.done is not None]
    return max(reached) if reached and len(reached) == len(planned) else initiative.end


def _remark(assessed: InitiativeAssessment) -> str:
    if assessed.status is InitiativeStatus.DONE:
        return ""
    return " Counted from the planned end, though the work is not done."


def _effect(kpi: Kpi, series: Series, moment: _Moment) -> InitiativeEffect:
    since = moment.period.within(kpi.frequency)
    observations = series.complete
    times = np.array([each.period.ordinal for each in observations], dtype=np.float64)
    values = np.array([each.value for each in observations])
    found = step_effect(times, values, float(since.ordinal)) if observations else None
    if found is None:
        after = int((times >= since.ordinal).sum())
        before = times.size - after
        if times.size and not after:  # those still to come count too
            before = since.ordinal - int(times[0])
        return _too_early(kpi, since, before, after)
    sentence = f"{_verdict(kpi, found, since)} {CAVEAT}{moment.remark}"
    return InitiativeEffect(kpi.id, found.effect, found.low, found.high, since, None, sentence)


def _verdict(kpi: Kpi, found: StepEffect, since: Period) -> str:
    """`Since Jun 2025 Costs is 9.1 points lower than its earlier course (95 % interval −11 to −7 points).` or alike."""
    unit = (difference_unit(kpi.unit), kpi.decimals)
    ends = f"{quantity_text(found.low, *unit)} to {quantity_text(found.high, *unit)}"
    size = quantity_text(abs(found.effect), *unit)
    doubt = "" if found.clear else "; that may be chance"
    against = f"is {size} {'higher' if found.effect > 0 else 'lower'} than its earlier course"
    if size == quantity_text(0, *unit):
        against = "follows its earlier course"
    return f"Since {period_text(since)} {kpi.name} {against} (95 % interval {ends}){doubt}."


def _too_early(kpi: Kpi, since: Period, before: int, after: int) -> InitiativeEffect:
    noun = kpi.frequency.noun
    if before < BEFORE:
        sentence = f"{kpi.name}: cannot be told, only {count_text(before, noun)} before; it takes {BEFORE}."
        return InitiativeEffect(kpi.id, None, None, None, since, None, sentence)
    if after >= AFTER:
        sentence = f"{kpi.name}: cannot be told, the figures are too much alike or too few."
        return InitiativeEffect(kpi.id, None, None, None, since, None, sentence)
    known_from = since.shift(AFTER - 1)
    have = f"{after} of the {count_text(AFTER, noun)} after it"
    sentence = f"{kpi.name}: too early, {have} that it takes; from {period_text(known_from)} on."
    return InitiativeEffect(kpi.id, None, None, None, since, known_from, sentence)
