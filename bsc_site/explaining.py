"""Why a KPI stands where it does: judged with the whole project, and looked ahead for itself alone."""

from __future__ import annotations

from bsc_site.checking import checked
from bsc_site.compute.kpi_outlook import with_own_outlook
from bsc_site.outcomes import Explanation, Order
from bsc_site.wording.calculations.explanation import explanation_of


def explained(order: Order, kpi: str) -> Explanation:
    """The whole calculation of a KPI's status and score. Raises UnknownKpiError, UnknownAudienceError."""
    found = checked(order).examination
    if found.assessment is None:
        return Explanation((), found.problems)
    told = with_own_outlook(found.assessment, found.series, kpi)
    return Explanation(explanation_of(told, kpi), found.problems)
