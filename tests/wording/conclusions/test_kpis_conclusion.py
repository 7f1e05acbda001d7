"""What the KPIs of an objective or a perspective say together."""

from __future__ import annotations

import pytest

from bsc_site.model.vocabularies import Status
from bsc_site.wording.conclusions.kpis_conclusion import kpis_conclusion

ON, RISK, OFF, NONE, FREE = Status.ON_TRACK, Status.AT_RISK, Status.OFF_TRACK, Status.NO_DATA, Status.NOT_SCORED


@pytest.mark.parametrize(
    ("statuses", "told"),
    [
        ([], "No KPI tells yet how far this is."),
        ([FREE, FREE], "None of its KPIs is scored."),
        ([ON], "The only KPI is on track."),
        ([RISK], "The only KPI is to be watched."),
        ([NONE], "The only KPI has no figure yet."),
        ([OFF, ON, ON], "1 of 3 KPIs needs action."),
        ([RISK, ON, NONE], "No KPI needs action; 1 of 2 is to be watched. 1 more has no figure yet."),
    ],
)
def test_the_worst_first_and_then_what_is_missing(statuses: list[Status], told: str) -> None:
    assert kpis_conclusion(statuses) == told
