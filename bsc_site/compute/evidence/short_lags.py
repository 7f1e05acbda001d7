"""Short lags: links that say of their KPIs what figures so far apart cannot show."""

from __future__ import annotations

from collections.abc import Iterator

from bsc_site.compute.evidence.links import standing_for
from bsc_site.model.declared.project import Project
from bsc_site.model.declared.scorecard import Objective, Scorecard
from bsc_site.model.period import Frequency
from bsc_site.model.problem import Finding
from bsc_site.model.rules.arrows import LAG_TOO_SHORT

DAYS_A_YEAR = 365.25
ONE_PERIOD = {
    Frequency.DAILY: "1 day",
    Frequency.WEEKLY: "1 week",
    Frequency.MONTHLY: "1 month",
    Frequency.QUARTERLY: "1 quarter",
    Frequency.HALF_YEARLY: "6 months",
    Frequency.YEARLY: "1 year",
}
"""One period of each frequency, as a lag is written."""


def short_lags(project: Project) -> tuple[Finding, ...]:
    """A finding for each link whose lag is less than half a period of its two KPIs, but not none."""
    return tuple(
        found
        for card in project.scorecards
        for objective in card.objectives.values()
        for found in _short(project, card, objective)
    )


def _short(project: Project, card: Scorecard, objective: Objective) -> Iterator[Finding]:
    for place, drive in enumerate(objective.drives):
        if drive.lag is None or not drive.lag.count or drive.to not in card.objectives:
            continue
        cause, outcome = standing_for(card, objective, drive, project.kpis)
        if cause is None or outcome is None or cause.frequency is not outcome.frequency:
            continue
        if drive.lag.days * cause.frequency.a_year < DAYS_A_YEAR / 2:
            figures = (
                ("lag", str(drive.lag)),
                ("cause", cause.id),
                ("outcome", outcome.id),
                ("frequency", cause.frequency),
                ("one", ONE_PERIOD[cause.frequency]),
            )
            yield Finding(
                f"objective/{card.id}/{objective.id}", f"drives[{place}].lag", "BSC395", LAG_TOO_SHORT, figures
            )
