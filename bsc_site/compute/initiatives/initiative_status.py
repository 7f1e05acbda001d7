"""Initiatives: where each one stands against its own plan."""

from __future__ import annotations

from datetime import date

from bsc_site.model.concluded.assessment import InitiativeAssessment, PlanReason
from bsc_site.model.declared.initiative import Initiative
from bsc_site.model.vocabularies import InitiativeStatus

SLIGHTLY_BEHIND, FAR_BEHIND = 0.10, 0.25
"""Shares of the whole work that an initiative may lag behind its plan: on track, at risk."""
_NOISE = 1e-9


def assess_initiative(initiative: Initiative, as_of: date) -> InitiativeAssessment:
    """Progress against the share of the plan's time that is over; 10 points behind are still on track, 25 at risk."""
    reached = sum(each.done is not None and each.done.start <= as_of for each in initiative.milestones)
    progress = initiative.progress
    if progress is None and initiative.milestones:
        progress = reached / len(initiative.milestones)
    expected = elapsed(initiative, as_of)
    status, reason = _status(initiative, progress or 0.0, expected, as_of)
    if status is InitiativeStatus.DONE and progress is None:
        progress = 1.0
    return InitiativeAssessment(initiative, status, progress, expected, reason, reached)


def elapsed(initiative: Initiative, as_of: date) -> float:
    """The share of the plan's days that are over at the end of `as_of`, 0 to 1."""
    first, last = initiative.start.start, initiative.end.end
    days = (last - first).days + 1
    if days <= 0:
        return float(as_of >= last)
    return min(max(((as_of - first).days + 1) / days, 0.0), 1.0)


def _status(initiative: Initiative, done: float, expected: float, as_of: date) -> tuple[InitiativeStatus, PlanReason]:
    if initiative.status is not None:
        return InitiativeStatus(initiative.status), PlanReason.DECLARED
    if done >= 1:
        return InitiativeStatus.DONE, PlanReason.ALL_DONE
    if as_of < initiative.start.start:
        return InitiativeStatus.PLANNED, PlanReason.NOT_STARTED
    if as_of > initiative.end.end:
        return InitiativeStatus.OFF_TRACK, PlanReason.OVERDUE
    return _against_plan(expected - done), PlanReason.AGAINST_PLAN


def _against_plan(behind: float) -> InitiativeStatus:
    if behind <= SLIGHTLY_BEHIND + _NOISE:
        return InitiativeStatus.ON_TRACK
    return InitiativeStatus.AT_RISK if behind <= FAR_BEHIND + _NOISE else InitiativeStatus.OFF_TRACK
