"""Initiatives: where each one stands against its own plan."""

from __future__ import annotations

from datetime import date

from bsc_site.model.concluded.assessment import InitiativeAssessment
from bsc_site.model.declared.initiative import Initiative
from bsc_site.model.declared.scorecard import StatusNames
from bsc_site.model.figures import count_text, date_text, share_text
from bsc_site.model.vocabularies import InitiativeStatus, Status

SLIGHTLY_BEHIND, FAR_BEHIND = 0.10, 0.25
"""Shares of the whole work that an initiative may lag behind its plan: on track, at risk."""
_NOISE = 1e-9
_PLAIN = StatusNames()
_COLOURS = frozenset(each.value for each in Status)


def assess_initiative(initiative: Initiative, as_of: date, names: StatusNames = _PLAIN) -> InitiativeAssessment:
    """Progress against the share of the plan's time that is over; 10 points behind are still on track, 25 at risk.

    The steps call the statuses by `names`.
    """
    progress, origin = _progress(initiative, as_of)
    expected = elapsed(initiative, as_of)
    status, reason = _status(initiative, progress, expected, as_of)
    if status.value in _COLOURS:
        reason = f"{reason}: {names.of(Status(status.value))}"
    if status is InitiativeStatus.DONE and progress is None:
        progress = 1.0
    plan = f"{date_text(initiative.start.start)} to {date_text(initiative.end.end)}"
    time = f"{share_text(expected)} of the time is over ({plan})"
    return InitiativeAssessment(initiative, status, progress, expected, (origin, time, reason))


def elapsed(initiative: Initiative, as_of: date) -> float:
    """The share of the plan's days that are over at the end of `as_of`, 0 to 1."""
    first, last = initiative.start.start, initiative.end.end
    days = (last - first).days + 1
    if days <= 0:
        return float(as_of >= last)
    return min(max(((as_of - first).days + 1) / days, 0.0), 1.0)


def _progress(initiative: Initiative, as_of: date) -> tuple[float | None, str]:
    if initiative.progress is not None:
        return initiative.progress, f"{share_text(initiative.progress)} done, as declared"
    total = len(initiative.milestones)
    if total == 0:
        return None, "Neither progress nor milestones are declared"
    done = sum(1 for each in initiative.milestones if each.done is not None and each.done.start <= as_of)
    return done / total, f"{done} of {count_text(total, 'milestone')} reached: {share_text(done / total)} done"


def _status(
    initiative: Initiative,
    progress: float | None,
    expected: float,
    as_of: date,
) -> tuple[InitiativeStatus, str]:
    if initiative.status is not None:
        return InitiativeStatus(initiative.status), f"{initiative.status.capitalize()}, as declared"
    done = progress or 0.0
    if done >= 1:
        return InitiativeStatus.DONE, "All is done"
    if as_of < initiative.start.start:
        return InitiativeStatus.PLANNED, "It has not started yet"
    if as_of > initiative.end.end:
        return InitiativeStatus.OFF_TRACK, f"It should have ended, and {share_text(done)} is done"
    return _against_plan(done, expected)


def _against_plan(done: float, expected: float) -> tuple[InitiativeStatus, str]:
    behind = expected - done
    words = f"{share_text(done)} done against {share_text(expected)} expected"
    if behind <= SLIGHTLY_BEHIND + _NOISE:
        return InitiativeStatus.ON_TRACK, f"{words}, at most 10 points behind"
    if behind <= FAR_BEHIND + _NOISE:
        return InitiativeStatus.AT_RISK, f"{words}, 10 to 25 points behind"
    return InitiativeStatus.OFF_TRACK, f"{words}, more than 25 points behind"
