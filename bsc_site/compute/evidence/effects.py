"""Effects: what happened to the KPIs that an initiative serves, before and after it."""

from __future__ import annotations

from collections.abc import Mapping

import numpy as np

from bsc_site.compute.evidence.step_effect import AFTER, BEFORE, step_effect
from bsc_site.model.evidence import InitiativeEffect
from bsc_site.model.figures import count_text, period_text, quantity_text
from bsc_site.model.kpi import Kpi
from bsc_site.model.period import Period
from bsc_site.model.scorecard import Initiative, Scorecard
from bsc_site.model.series import Series

CAVEAT = "Other things may have changed at the same time."


def effects_of(
    initiative: Initiative, scorecard: Scorecard, kpis: Mapping[str, Kpi], series: Mapping[str, Series]
) -> tuple[InitiativeEffect, ...]:
    """The step of each KPI of the objectives that the initiative serves, counted from the end of the initiative."""
    served = [scorecard.objectives[name] for name in initiative.serves if name in scorecard.objectives]
    names = dict.fromkeys(name for objective in served for name in objective.kpis if name in kpis)
    return tuple(_effect(kpis[name], series[name], initiative.end) for name in names if name in series)


def _effect(kpi: Kpi, series: Series, end: Period) -> InitiativeEffect:
    since = end.within(kpi.frequency)
    observations = series.complete
    times = np.array([each.period.ordinal for each in observations], dtype=np.float64)
    values = np.array([each.value for each in observations])
    found = step_effect(times, values, float(since.ordinal)) if observations else None
    if found is None:
        before = int((times < since.ordinal).sum())
        return _too_early(kpi, since, before, int((times >= since.ordinal).sum()))
    unit = (kpi.unit, kpi.decimals)
    ends = f"{quantity_text(found.low, *unit)} to {quantity_text(found.high, *unit)}"
    step = f"{kpi.name} {quantity_text(abs(found.effect), *unit)} {'higher' if found.effect > 0 else 'lower'}"
    verdict = f"Since {period_text(since)} {step} than its earlier course (95 % interval {ends})"
    doubt = "" if found.clear else "; that may be chance"
    sentence = f"{verdict}{doubt}. {CAVEAT}"
    return InitiativeEffect(kpi.id, found.effect, found.low, found.high, since, None, sentence)


def _too_early(kpi: Kpi, since: Period, before: int, after: int) -> InitiativeEffect:
    noun = kpi.frequency.noun
    if before < BEFORE:
        sentence = f"{kpi.name}: cannot be told, only {count_text(before, noun)} before; it takes {BEFORE}."
        return InitiativeEffect(kpi.id, None, None, None, since, None, sentence)
    known_from = since.shift(AFTER - 1)
    have = count_text(after, noun)
    sentence = f"{kpi.name}: too early, {have} of the {AFTER} that it takes; from {period_text(known_from)} on."
    return InitiativeEffect(kpi.id, None, None, None, since, known_from, sentence)
