"""Decisions: whether each one is open, overdue or done."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from bsc_site.model.concluded.review_assessment import DecisionAssessment, DecisionState
from bsc_site.model.declared.review import Decision, Review

_URGENCY = list(DecisionState)


def state_of(decision: Decision, as_of: date) -> tuple[DecisionState, int]:
    """The state at `as_of`, and how many days it is late.

    Done from the first day of `done` on; overdue from the day after the last day of `due`; open otherwise.
    """
    if decision.done is not None and decision.done.start <= as_of:
        return DecisionState.DONE, 0
    if decision.due is not None and decision.due.end < as_of:
        return DecisionState.OVERDUE, (as_of - decision.due.end).days
    return DecisionState.OPEN, 0


def decisions_of(reviews: Iterable[Review], scorecard: str, as_of: date) -> tuple[DecisionAssessment, ...]:
    """Every decision of the reviews, the most urgent first: overdue, open, done, each by its due date."""
    found = [
        DecisionAssessment(decision, review, scorecard, *state_of(decision, as_of))
        for review in reviews
        for decision in review.decisions
    ]
    return tuple(sorted(found, key=_urgency))


def _urgency(found: DecisionAssessment) -> tuple[int, date]:
    due = found.decision.due
    return _URGENCY.index(found.state), due.end if due else date.max
