"""Decisions: what was decided, whose it is, until when, and what became of it."""

from __future__ import annotations

from collections.abc import Iterable

from bsc_site.model.concluded.review_assessment import DecisionAssessment, DecisionState, Unexplained, element_of
from bsc_site.model.value_class import dataclass
from bsc_site.render.text import own
from bsc_site.render.views.parts.elements import element_link
from bsc_site.render.views.parts.page_parts import Link, StatusMark
from bsc_site.render.views.parts.standpoint import Standpoint
from bsc_site.wording.figures import date_text, period_text
from bsc_site.wording.language import enumeration, say, say_count, say_in

_STYLES = {
    DecisionState.OVERDUE: own("overdue"),
    DecisionState.OPEN: own("due"),
    DecisionState.DONE: own("done"),
}


@dataclass(frozen=True, slots=True)
class DecisionRow:
    """A decision as one row of a table."""

    text: str
    mark: StatusMark
    owner: Link
    due: str
    until: str
    """`due 31 Aug 2025`, within a sentence."""
    detail: str
    """`37 days late`, `done on 9 Oct 2026`; empty while it is open."""
    about: Link
    review: Link


@dataclass(frozen=True, slots=True)
class UnexplainedRow:
    """A KPI that is off track, and what nobody has said or done."""

    link: Link
    mark: StatusMark
    owner: Link
    sentence: str
    silence: str
    """The same as a sentence of its own."""


def decision_row(here: Standpoint, found: DecisionAssessment) -> DecisionRow:
    """The decision with links to its owner, its review and the element that it is about."""
    decision, review = found.decision, found.review
    return DecisionRow(
        text=decision.text,
        mark=StatusMark(_STYLES[found.state], _word(found.state), ""),
        owner=here.person(decision.owner),
        due=date_text(decision.due.end) if decision.due else say("no date"),
        until=say("due {day}", day=date_text(decision.due.end)) if decision.due else say("no due date"),
        detail=_detail(found),
        about=element_link(here, element_of(review.on, found.scorecard)),
        review=Link(period_text(review.period), here.href(here.addresses.review(found.scorecard, review.period))),
    )


def _word(state: DecisionState) -> str:
    return {
        DecisionState.OVERDUE: say_in("decision", "Overdue"),
        DecisionState.OPEN: say_in("decision", "Open"),
        DecisionState.DONE: say_in("decision", "Done"),
    }[state]


def _detail(found: DecisionAssessment) -> str:
    if found.state is DecisionState.OVERDUE:
        return say_count("{count} day late", "{count} days late", found.days_late)
    if found.state is DecisionState.DONE and found.decision.done:
        return say("done {period}", period=period_text(found.decision.done))
    return ""


def decision_rows(here: Standpoint, found: Iterable[DecisionAssessment]) -> tuple[DecisionRow, ...]:
    """The decisions in their order."""
    return tuple(decision_row(here, each) for each in found)


def pending(found: Iterable[DecisionAssessment]) -> tuple[DecisionAssessment, ...]:
    """Those that are not done."""
    return tuple(each for each in found if each.state is not DecisionState.DONE)


def counts_text(found: Iterable[DecisionAssessment]) -> str:
    """`1 overdue, 2 open, 3 done`; empty for none."""
    states = [each.state for each in found]
    return enumeration(_counted(state, states.count(state)) for state in DecisionState if state in states)


def _counted(state: DecisionState, count: int) -> str:
    return {
        DecisionState.OVERDUE: say_count("{count} overdue", "{count} overdue", count),
        DecisionState.OPEN: say_count("{count} open", "{count} open", count),
        DecisionState.DONE: say_count("{count} done", "{count} done", count),
    }[state]


def unexplained_row(here: Standpoint, found: Unexplained) -> UnexplainedRow:
    """`since Jul 2026, and nobody has said why or does anything about it`; the mark beside it says what."""
    assessed = here.assessment.kpis[found.kpi]
    return UnexplainedRow(
        link=here.kpi(found.kpi),
        mark=here.kpi_status(assessed),
        owner=here.person(assessed.kpi.owner),
        sentence=_missing(found, period_text(found.since)),
        silence=_silence(found, period_text(found.since)),
    )


def _missing(found: Unexplained, period: str) -> str:
    if found.analysed:
        return say("since {period}, and nobody does anything about it", period=period)
    if found.acted:
        return say("since {period}, and nobody has said why", period=period)
    return say("since {period}, and nobody has said why or does anything about it", period=period)


def _silence(found: Unexplained, period: str) -> str:
    if found.analysed:
        return say("Since {period}, and nobody does anything about it", period=period)
    if found.acted:
        return say("Since {period}, and nobody has said why", period=period)
    return say("Since {period}, and nobody has said why or does anything about it", period=period)
