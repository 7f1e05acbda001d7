"""How the KPIs of an objective or a perspective stand."""

from __future__ import annotations

from collections.abc import Sequence

from bsc_site.model.vocabularies import Status
from bsc_site.wording.headline_text import HeadCount, missing_headline, standing_headline
from bsc_site.wording.language import say


def kpis_conclusion(statuses: Sequence[Status]) -> str:
    """`1 of 8 KPIs needs action. 2 more have no figure yet.`."""
    if not statuses:
        return say("No KPI tells yet how far this is.")
    tally = HeadCount(
        on_track=statuses.count(Status.ON_TRACK),
        at_risk=statuses.count(Status.AT_RISK),
        off_track=statuses.count(Status.OFF_TRACK),
        no_data=statuses.count(Status.NO_DATA),
    )
    if not tally.judged and not tally.no_data:
        return say("None of its KPIs is scored.")
    if tally.at_risk == tally.judged == len(statuses) == 1:
        return say("The only KPI is to be watched.")
    return " ".join(filter(None, (standing_headline(tally), missing_headline(tally))))
