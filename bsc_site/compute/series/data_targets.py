"""Targets from the data: rows that have a target and no value are targets of the KPI, as declared ones are."""

from __future__ import annotations

from bsc_site.model.declared.kpi import Kpi
from bsc_site.model.declared.targets import Target
from bsc_site.model.series import Series
from bsc_site.model.vocabularies import Direction


def with_found_targets(kpi: Kpi, series: Series) -> Kpi:
    """The KPI with the targets that stand in the data for periods without a figure.

    A target that is declared for the same period stays, and so does a figure's own target.
    """
    if not series.targets or kpi.direction is Direction.BAND:
        return kpi
    taken = {each.period for each in kpi.targets} | {each.period for each in series.observations}
    found = {
        row.period: Target(period=row.period, value=row.target, note=row.note)
        for row in series.targets
        if row.period not in taken and row.target is not None
    }
    return kpi.model_copy(update={"targets": (*kpi.targets, *found.values())})
