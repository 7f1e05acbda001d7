"""Past periods: how a scorecard and all in it stood when a period ended, by today's definitions."""

from __future__ import annotations

from collections.abc import Mapping

from bsc_site.model.concluded.assessment import Standing
from bsc_site.model.period import Period
from bsc_site.model.value_class import dataclass


@dataclass(frozen=True, slots=True)
class PastPeriod:
    """The scorecard as the figures of all periods tell that had ended with `period`, as they are known today.

    `kpis` says which of the points of each KPI was the latest complete one; None before there was any.
    """

    period: Period
    standing: Standing
    perspectives: Mapping[str, Standing]
    objectives: Mapping[str, Standing]
    kpis: Mapping[str, int | None]
