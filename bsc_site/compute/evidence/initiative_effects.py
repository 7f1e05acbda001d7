"""Effects of initiatives: what happened to the KPIs that an initiative serves, before and after it."""

from __future__ import annotations

from collections.abc import Mapping

import numpy as np

from bsc_site.compute.evidence.step_effect import AFTER, BEFORE, step_effect
from bsc_site.model.concluded.assessment import InitiativeAssessment
from bsc_site.model.concluded.evidence import InitiativeEffect, TooFewAfter, TooFewBefore, TooMuchAlike, Untold
from bsc_site.model.declared.initiative import Initiative
from bsc_site.model.declared.kpi import Kpi
from bsc_site.model.declared.scorecard import Scorecard
from bsc_site.model.period import Period
from bsc_site.model.series import Series
from bsc_site.model.vocabularies import InitiativeStatus


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
    end, unfinished = ended(declared), assessed.status is not InitiativeStatus.DONE
    return tuple(_effect(kpis[name], series[name], end, unfinished=unfinished) for name in names if name in series)


def ended(initiative: Initiative) -> Period:
    """When it came to its end: the last milestone due by the planned end, if all those are reached, else that end."""
    planned = [each for each in initiative.milestones if each.due.end <= initiative.end.end]
    reached = [each.done for each in planned if each.done is not None]
    return max(reached) if reached and len(reached) == len(planned) else initiative.end


def _effect(kpi: Kpi, series: Series, end: Period, *, unfinished: bool) -> InitiativeEffect:
    since = end.within(kpi.frequency)
    observations = series.complete
    times = np.array([each.period.ordinal for each in observations], dtype=np.float64)
    values = np.array([each.value for each in observations])
    found = step_effect(times, values, float(since.ordinal)) if observations else None
    if found is not None:
        return InitiativeEffect(kpi.id, found.effect, found.low, found.high, since, None, None, unfinished)
    after = int((times >= since.ordinal).sum())
    before = times.size - after
    if times.size and not after:  # those still to come count too
        before = since.ordinal - int(times[0])
    untold = _reason(before, after)
    known_from = since.shift(AFTER - 1) if isinstance(untold, TooFewAfter) else None
    return InitiativeEffect(kpi.id, None, None, None, since, known_from, untold, unfinished)


def _reason(before: int, after: int) -> Untold:
    if before < BEFORE:
        return TooFewBefore(before, BEFORE)
    return TooMuchAlike() if after >= AFTER else TooFewAfter(after, AFTER)
