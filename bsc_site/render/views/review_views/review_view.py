"""The page of one review, which prints as the pack of its meeting: map, changes, KPIs off track, decisions."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace

from markupsafe import Markup

from bsc_site.model.concluded.assessment import Point
from bsc_site.model.concluded.review_assessment import Element, Move, ReviewMeeting, Unexplained
from bsc_site.model.declared.kpi import Kpi
from bsc_site.model.period import Frequency, Period
from bsc_site.model.value_class import dataclass
from bsc_site.model.vocabularies import Status
from bsc_site.render.views.parts.kpi_tables import KpiTable, kpi_table
from bsc_site.render.views.parts.page_parts import Frame, Link, ScoreMark, StatusMark
from bsc_site.render.views.parts.standpoint import Standpoint
from bsc_site.render.views.parts.value_sentences import expected_at, gap_sentence, value_text
from bsc_site.render.views.review_views.decision_rows import (
    DecisionRow,
    UnexplainedRow,
    decision_rows,
    pending,
    unexplained_row,
)
from bsc_site.render.views.review_views.remarks import Discussed, discussed, discussed_about
from bsc_site.render.views.review_views.review_form import form_lines
from bsc_site.render.views.review_views.reviews_view import book_of, next_text, review_link
from bsc_site.wording.conclusions.reviews_conclusion import MeetingCount, review_conclusion
from bsc_site.wording.figures import date_text, period_text
from bsc_site.wording.language import say, say_count

SHOWN = 24
"""How many KPIs that are off track get a page of the pack."""
EARLIER = 3


@dataclass(frozen=True, slots=True)
class Flip:
    """A KPI whose status is another than at the review before."""

    link: Link
    before: StatusMark
    after: StatusMark
    sentence: str


@dataclass(frozen=True, slots=True)
class RedPage:
    """A KPI off track: one page of the printed pack."""

    link: Link
    anchor: Markup
    owner: Link
    objectives: tuple[Link, ...]
    then: StatusMark
    now: StatusMark
    value: str
    target: str
    gap: str
    period: str
    figure: Markup
    said: tuple[Discussed, ...]
    earlier: tuple[Discussed, ...]
    """What the three reviews before said of it, the latest first."""
    silence: str
    """What nobody has said or done; empty where both is there."""


@dataclass(frozen=True, slots=True)
class ReviewView:
    """Everything that `review.md.jinja` shows; all of it as the figures up to `day` tell, except what says now."""

    title: str
    frame: Frame
    conclusion: str
    day: str
    held: str
    standing: ScoreMark
    before: Link
    after: Link
    map: Markup
    unchanged: str
    flips: tuple[Flip, ...]
    discussed: tuple[Discussed, ...]
    red: tuple[RedPage, ...]
    more_red: str
    table: KpiTable
    """All KPIs as they stood then."""
    decided: tuple[DecisionRow, ...]
    earlier: tuple[DecisionRow, ...]
    unexplained: tuple[UnexplainedRow, ...]
    undone: tuple[DecisionRow, ...]
    """What this review or one before decided and nobody has done yet, the most urgent first."""
    form: Markup
    """The entries that the latest review still needs, as YAML; empty for an earlier one and where it needs none."""
    command: str
    """What writes them into the file."""


def as_reviewed(here: Standpoint, meeting: ReviewMeeting) -> Standpoint:
    """The same page looking at the scorecard as it stood at the review."""
    kpis = {**here.assessment.kpis, **meeting.kpis}
    return replace(here, assessment=replace(here.assessment, kpis=kpis), card=meeting.card)


def review_view(
    here: Standpoint, meeting: ReviewMeeting, drawing: Markup, figure: Callable[[str], Markup]
) -> ReviewView:
    """The page of the review; `drawing` is the map as it stood then, `figure` gives the chart of a KPI."""
    then = as_reviewed(here, meeting)
    title = say(
        "Review of {period}: {scorecard}", period=period_text(meeting.period), scorecard=here.card.scorecard.title
    )
    red = [name for name, each in meeting.kpis.items() if each.status is Status.OFF_TRACK]
    missing = {each.kpi: each for each in meeting.unexplained}
    pages = tuple(_red_page(here, meeting, name, figure(name), missing) for name in _worst_first(meeting, red)[:SHOWN])
    before, after = _neighbours(here, meeting)
    decided = [each for entry in meeting.entries for each in entry.decisions]
    return ReviewView(
        title=title,
        frame=here.frame(title),
        conclusion=review_conclusion(MeetingCount(len(meeting.kpis), len(red), len(missing))),
        day=date_text(meeting.day),
        held="" if meeting.held else say("Still to be held. {next}.", next=next_text(book_of(here).next)),
        standing=then.standing(meeting.card.standing),
        before=before,
        after=after,
        map=drawing,
        unchanged=_unchanged(meeting.since),
        flips=flips_of(here, meeting),
        discussed=tuple(discussed(here, here.id, each) for each in meeting.entries),
        red=pages,
        more_red=_more(len(red) - SHOWN),
        table=kpi_table(then, meeting.card.kpis),
        decided=decision_rows(here, decided),
        earlier=decision_rows(here, meeting.earlier),
        unexplained=tuple(unexplained_row(then, each) for each in meeting.unexplained),
        undone=decision_rows(here, sorted(pending((*meeting.earlier, *decided)), key=lambda each: -each.days_late)),
        form=Markup() if after.href else form_lines(here.assessment, here.id, meeting, SHOWN),
        command=_command(here, meeting.period),
    )


def _command(here: Standpoint, period: Period) -> str:
    """`bsc-site review new 2026-Q4`, for a scorecard below the one at the top with its name."""
    named = f" --scorecard {here.id}" if here.above else ""
    return f"bsc-site review new {period}{named}"


def _unchanged(since: Period | None) -> str:
    """What is said where no status changed; empty before the second review."""
    if since is None:
        return ""
    return say("No KPI has another status since the review of {period}.", period=period_text(since))


def _more(hidden: int) -> str:
    return say_count("and {count} more KPI", "and {count} more KPIs", hidden) if hidden > 0 else ""


def _worst_first(meeting: ReviewMeeting, red: list[str]) -> list[str]:
    return sorted(red, key=lambda name: -1.0 if (score := meeting.kpis[name].score) is None else score)


def _neighbours(here: Standpoint, meeting: ReviewMeeting) -> tuple[Link, Link]:
    """Links to the review before and the one after; nowhere at either end."""
    meetings = book_of(here).meetings
    at = meetings.index(meeting)
    before = review_link(here, meetings[at + 1]) if at + 1 < len(meetings) else Link("")
    return before, review_link(here, meetings[at - 1]) if at else Link("")


def flips_of(here: Standpoint, meeting: ReviewMeeting) -> tuple[Flip, ...]:
    """The KPIs whose status changed since the review before, the worst news first."""
    then = as_reviewed(here, meeting)
    return tuple(_flip(then, each) for each in meeting.moves)


def _flip(then: Standpoint, move: Move) -> Flip:
    kpi = then.assessment.kpis[move.kpi].kpi
    before, after = move.before, move.after
    return Flip(
        then.kpi(move.kpi),
        then.status(before.status, before.score),
        then.status(after.status, after.score),
        _moved(kpi, before, after),
    )


def _moved(kpi: Kpi, before: Point, after: Point) -> str:
    """`38 % in Q1 2025, 41 % in Q2 2025 against 40 %`."""
    figures = {
        "before": value_text(kpi, before.value),
        "earlier": period_text(before.period),
        "after": value_text(kpi, after.value),
        "later": period_text(after.period),
    }
    daily = after.period.frequency is Frequency.DAILY
    if after.expected.given:
        expected = expected_at(kpi, after)
        if daily:
            return say("{before} on {earlier}, {after} on {later} against {expected}", expected=expected, **figures)
        return say("{before} in {earlier}, {after} in {later} against {expected}", expected=expected, **figures)
    if daily:
        return say("{before} on {earlier}, {after} on {later}", **figures)
    return say("{before} in {earlier}, {after} in {later}", **figures)


def _red_page(
    here: Standpoint, meeting: ReviewMeeting, kpi: str, figure: Markup, missing: Mapping[str, Unexplained]
) -> RedPage:
    then, now = meeting.kpis[kpi], here.assessment.kpis[kpi]
    goals = [name for name, goal in meeting.card.objectives.items() if kpi in goal.kpis]
    about = {Element("kpi", "", kpi), *(Element("objective", here.id, each) for each in goals)}
    point = then.current
    return RedPage(
        link=here.kpi(kpi),
        anchor=Markup(f"off-track-{kpi}"),  # noqa: S704  # an id has letters, digits, - and _ only
        owner=here.person(then.kpi.owner),
        objectives=tuple(here.objective(each) for each in goals),
        then=as_reviewed(here, meeting).kpi_status(then),
        now=here.kpi_status(now),
        value=value_text(then.kpi, point.value if point else None),
        target=expected_at(then.kpi, point),
        gap=gap_sentence(then.kpi, point) if point else "",
        period=period_text(point.period) if point else "",
        figure=figure,
        said=tuple(discussed(here, here.id, each) for each in meeting.entries if each.element in about),
        earlier=_earlier(here, meeting, kpi),
        silence=unexplained_row(here, missing[kpi]).silence if kpi in missing else "",
    )


def _earlier(here: Standpoint, meeting: ReviewMeeting, kpi: str) -> tuple[Discussed, ...]:
    return discussed_about(here, Element("kpi", "", kpi), before=meeting.period)[:EARLIER]
