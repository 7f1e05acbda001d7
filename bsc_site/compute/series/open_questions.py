"""Open questions: what a KPI does not declare and nothing else tells, so that its figures could mean two things."""

from __future__ import annotations

import math
from collections.abc import Iterator

from bsc_site.compute.series.aggregation import PER_CENT, Aggregated, Undecided
from bsc_site.model.declared.kpi import Kpi
from bsc_site.model.declared.targets import Target
from bsc_site.model.period import Frequency
from bsc_site.model.problem import Finding
from bsc_site.model.provenance import NOWHERE, Provenance
from bsc_site.model.rules.data import NEEDED_COARSER, SEVERAL_FIGURES, TARGET_FOR_LONGER
from bsc_site.model.series import Series
from bsc_site.model.vocabularies import Method

_NEARER_THE_TOTAL = 2 / 3
"""A target of more than n^(2/3) typical figures, n of which fill its period, is nearer to their total than to one of
them, even where it asks for much more than there is."""
_AT_MOST = 3.0
"""A target of more than so many totals is no total either."""
_RECENT, _ENOUGH = 12, 3
"""How many of the latest figures tell what is typical, and how many it takes."""
_WITHOUT_TOTAL = {Method.STATES, Method.YES_NO}


def open_questions(kpi: Kpi, series: Series, figures: Aggregated) -> Iterator[Finding]:
    """A finding where several figures would be one without a rule, or a target may be the total of many figures."""
    if figures.undecided is not None:
        period, count = figures.undecided
        origin = series.origin if isinstance(series.origin, Provenance) else NOWHERE
        told = (("figures", count), ("origin", origin), ("period", period), ("frequency", kpi.frequency))
        yield Finding(f"kpi/{kpi.id}", "", "BSC340", SEVERAL_FIGURES, told)
    elif _may_add_up(kpi, series):
        yield from _targets_for_longer(kpi, series)


def undecided_for(name: str, frequency: Frequency, what: Undecided) -> Finding:
    """The finding about a KPI from which one of a coarser frequency is made."""
    told = (("frequency", frequency), ("figures", what.figures), ("period", what.period))
    return Finding(f"kpi/{name}", "", "BSC340", NEEDED_COARSER, told)


def _may_add_up(kpi: Kpi, series: Series) -> bool:
    rated = kpi.unit.strip() == PER_CENT or any(each.denominator is not None for each in series.observations)
    return kpi.aggregate is None and not rated and kpi.scoring.method not in _WITHOUT_TOTAL


def _targets_for_longer(kpi: Kpi, series: Series) -> Iterator[Finding]:
    recent = [abs(each.value) for each in series.complete[-_RECENT:]]
    typical = math.fsum(each / len(recent) for each in recent) if len(recent) >= _ENOUGH else 0.0
    for index, target in enumerate(kpi.targets):
        if typical and target.value is not None and _like_a_total(kpi, target, abs(target.value) / typical):
            told = (
                ("period", target.period),
                ("target", f"{target.value:,.10g}"),
                ("frequency", kpi.frequency),
                ("typical", f"{float(f'{typical:.3g}'):,.10g}"),
            )
            yield Finding(f"kpi/{kpi.id}", f"targets[{index}].period", "BSC340", TARGET_FOR_LONGER, told)
            return


def _like_a_total(kpi: Kpi, target: Target, times: float) -> bool:
    count = kpi.frequency.a_year / target.period.frequency.a_year
    return count > 1 and count**_NEARER_THE_TOTAL < times < count * _AT_MOST
