"""The standing of an initiative in words: how far it is, how much of its time is over, and what follows from that."""

from __future__ import annotations

from collections import Counter
from typing import assert_never

from bsc_site.model.concluded.assessment import InitiativeAssessment, PlanReason, ScorecardAssessment
from bsc_site.model.declared.scorecard import StatusNames
from bsc_site.model.vocabularies import InitiativeStatus, Status
from bsc_site.wording.figures import date_text, share_text
from bsc_site.wording.language import enumeration, say, say_count


def initiative_steps(found: InitiativeAssessment, names: StatusNames) -> tuple[str, ...]:
    """How the status came about: what was done, what time is over, and the reason with the status as `names` has it."""
    return (_done(found), _time(found), initiative_reason(found, names))


def initiative_word(status: InitiativeStatus, names: StatusNames) -> str:
    """The word for an initiative's status; the three colours in the organisation's own words."""
    match status:
        case InitiativeStatus.PLANNED:
            return say("Planned")
        case InitiativeStatus.DONE:
            return say("Done")
        case InitiativeStatus.CANCELLED:
            return say("Cancelled")
        case InitiativeStatus.ON_TRACK | InitiativeStatus.AT_RISK | InitiativeStatus.OFF_TRACK:
            return names.of(Status(status.value))
    assert_never(status)


def initiatives_sentence(card: ScorecardAssessment) -> str:
    """How the plan of a scorecard stands: `8 initiatives: 2 On track, 1 At risk, 5 Done.`."""
    return say("{statement}.", statement=initiatives_statement(card))


def initiatives_statement(card: ScorecardAssessment) -> str:
    """The same without its full stop."""
    if not card.initiatives:
        return say("No initiatives yet")
    counts = Counter(each.status for each in card.initiatives.values())
    names = card.scorecard.status_names
    each_word = [
        say("{count} {status}", count=counts[each], status=initiative_word(each, names))
        for each in InitiativeStatus
        if counts[each]
    ]
    return say_count(
        "{count} initiative: {statuses}",
        "{count} initiatives: {statuses}",
        len(card.initiatives),
        statuses=enumeration(each_word),
    )


def initiative_reason(found: InitiativeAssessment, names: StatusNames) -> str:
    """The last step alone: `At risk: 30 % done against 50 % expected, 10 to 25 points behind`."""
    match found.reason:
        case PlanReason.DECLARED:
            return _declared(found)
        case PlanReason.ALL_DONE:
            return say("All is done")
        case PlanReason.NOT_STARTED:
            return say("It has not started yet")
        case PlanReason.OVERDUE:
            figures = {"share": share_text(found.progress or 0.0), "status": names.of(Status.OFF_TRACK)}
            return say("{status}: {share} done, and its time is over", **figures)
        case PlanReason.AGAINST_PLAN:
            return _against_plan(found, names)
    assert_never(found.reason)


def _done(found: InitiativeAssessment) -> str:
    declared = found.initiative
    if declared.progress is not None:
        return say("{share} done, as declared", share=share_text(declared.progress))
    if not declared.milestones:
        return say("Neither progress nor milestones are declared")
    total = len(declared.milestones)
    return say(
        "{reached} of {milestones} reached: {share} done",
        reached=found.reached,
        milestones=say_count("{count} milestone", "{count} milestones", total),
        share=share_text(found.reached / total),
    )


def _time(found: InitiativeAssessment) -> str:
    first, last = date_text(found.initiative.start.start), date_text(found.initiative.end.end)
    share = share_text(found.expected)
    return say("{share} of the time is over ({first} to {last})", share=share, first=first, last=last)


def _declared(found: InitiativeAssessment) -> str:
    if found.status is InitiativeStatus.CANCELLED:
        return say("Cancelled, as declared")
    return say("Done, as declared") if found.status is InitiativeStatus.DONE else say("Planned, as declared")


def _against_plan(found: InitiativeAssessment, names: StatusNames) -> str:
    figures = {
        "done": share_text(found.progress or 0.0),
        "expected": share_text(found.expected),
        "status": names.of(Status(found.status.value)),
    }
    if found.status is InitiativeStatus.ON_TRACK:
        return say("{status}: {done} done against {expected} expected, at most 10 points behind", **figures)
    if found.status is InitiativeStatus.AT_RISK:
        return say("{status}: {done} done against {expected} expected, 10 to 25 points behind", **figures)
    return say("{status}: {done} done against {expected} expected, more than 25 points behind", **figures)
