"""The status in words: the word as it is declared, and what it follows from where that surprises."""

from __future__ import annotations

from collections.abc import Mapping

from bsc_site.model.concluded.against import at_odds
from bsc_site.model.concluded.assessment import KpiAssessment, Point
from bsc_site.model.declared.kpi import Kpi
from bsc_site.model.declared.scorecard import StatusNames
from bsc_site.model.vocabularies import Method, Status
from bsc_site.wording.language import noted, say, told

_YARDSTICKS: Mapping[Method, str] = {
    Method.PACE: noted("{status} (by its pace)"),
    Method.PROGRESS: noted("{status} (by its share of the way)"),
    Method.BANDS: noted("{status} (by its bands)"),
    Method.STATES: noted("{status} (by its states)"),
    Method.YES_NO: noted("{status} (by yes or no)"),
    Method.RULES: noted("{status} (by its rules)"),
    Method.PERCENT_OF_TARGET: noted("{status} (by its share of the target)"),
}
"""What a status follows from where it is not the side of the target on which the value stands."""


def stands_out(names: StatusNames, status: Status, score: float | None) -> bool:
    """Whether the organisation has a status that means the same and is nearer to the target."""
    own = names.scale.own(status, score)
    return own is not None and names.scale.stands_out(own)


def judged_text(found: KpiAssessment, point: Point, names: StatusNames) -> str:
    """The word for the status of a point; `Off track (set by hand)` for the latest one where people set it."""
    if found.by_hand is not None and point is found.current:
        return say("{status} (set by hand)", status=names.of(found.status, found.score))
    return point_status_text(point, found.kpi, names)


def point_status_text(point: Point, kpi: Kpi, names: StatusNames) -> str:
    """The same for a point alone: `On track (by its pace)` where the value is short of what was expected."""
    status = names.of(point.status, point.score)
    if not at_odds(point, kpi) or kpi.scoring.method not in _YARDSTICKS:
        return status
    return told(_YARDSTICKS[kpi.scoring.method], status=status)
