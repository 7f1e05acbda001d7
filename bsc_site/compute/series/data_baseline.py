"""Baselines from the data: the figure of a baseline that is declared by its period alone."""

from __future__ import annotations

from collections.abc import Sequence

from bsc_site.model.declared.kpi import Kpi
from bsc_site.model.declared.targets import Baseline, FoundBaseline
from bsc_site.model.period import Period, first_part, last_part
from bsc_site.model.problem import Finding
from bsc_site.model.rules.validity import BASELINE_NOT_IN_DATA
from bsc_site.model.series import Observation, Series


def wanted_baseline(kpi: Kpi) -> Baseline | None:
    """The baseline whose value is to be taken from the data; None where there is none."""
    return kpi.baseline if kpi.baseline is not None and kpi.baseline.value is None else None


def figure_at(period: Period, own: Sequence[Observation], whole: Sequence[Observation]) -> float | None:
    """The KPI's figure for `period`: from `whole`, its figures at the frequency of that period.

    None where that period is not in the data, or a part of it is missing in `own`, the figures at the KPI's frequency.
    """
    found = next((each for each in whole if each.period == period and each.complete), None)
    if found is None or not own:
        return None
    frequency, starts = own[0].period.frequency, own[0].period.year_starts
    first, last = (part(period, frequency, starts).ordinal for part in (first_part, last_part))
    inside = [each for each in own if first <= each.period.ordinal <= last and each.complete]
    return found.value if len(inside) == last - first + 1 else None


def baseline_finding(kpi: Kpi, series: Series) -> list[Finding]:
    """What is wrong with a baseline that the data do not hold; nothing while there are no figures at all."""
    wanted, complete = wanted_baseline(kpi), series.complete
    if wanted is None or series.baseline is not None or not complete:
        return []
    span = (("first", complete[0].period), ("last", complete[-1].period))
    return [Finding(f"kpi/{kpi.id}", "baseline", "BSC381", BASELINE_NOT_IN_DATA, (("period", wanted.period), *span))]


def with_found_baseline(kpi: Kpi, series: Series) -> Kpi:
    """The KPI with the value of its baseline that stands in the data; a baseline without any is no baseline."""
    wanted = wanted_baseline(kpi)
    if wanted is None:
        return kpi
    found = None if series.baseline is None else FoundBaseline(period=wanted.period, value=series.baseline)
    return kpi.model_copy(update={"baseline": found})
