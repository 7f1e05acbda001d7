"""The list of reviews: when the next one is, what is still to be done, and every one that was held."""

from __future__ import annotations

from markupsafe import Markup

from bsc_site.model.concluded.review_assessment import DecisionState, NextReview, ReviewBook, ReviewMeeting
from bsc_site.model.value_class import dataclass
from bsc_site.render.text import own
from bsc_site.render.views.parts.first_lines import FirstLines, first_lines
from bsc_site.render.views.parts.page_parts import Frame, Link, ScoreMark
from bsc_site.render.views.parts.standpoint import Standpoint
from bsc_site.render.views.review_views.decision_rows import (
    DecisionRow,
    UnexplainedRow,
    counts_text,
    decision_rows,
    pending,
    unexplained_row,
)
from bsc_site.wording.conclusions.reviews_conclusion import reviews_conclusion
from bsc_site.wording.figures import date_text, period_text
from bsc_site.wording.language import say, say_count

NO_REVIEWS = ReviewBook((), (), None, ())
BRIEF = 8
"""How many decisions and KPIs the home page names."""


@dataclass(frozen=True, slots=True)
class MeetingRow:
    """One review period as a row of the table."""

    link: Link
    standing: ScoreMark
    width: Markup
    """The score in hundredths of a bar."""
    discussed: str
    decisions: str
    red: str


@dataclass(frozen=True, slots=True)
class ReviewsView:
    """Everything that `reviews.md.jinja` shows."""

    title: str
    frame: Frame
    conclusion: str
    empty: FirstLines | None
    next: str
    next_link: Link
    unexplained: tuple[UnexplainedRow, ...]
    decisions: tuple[DecisionRow, ...]
    meetings: tuple[MeetingRow, ...]
    subscribed: tuple[Link, ...]


def book_of(here: Standpoint) -> ReviewBook:
    """The reviews of the scorecard; an empty book where nobody has looked at them."""
    return here.assessment.reviews.get(here.id, NO_REVIEWS)


def reviews_view(here: Standpoint) -> ReviewsView:
    """All reviews of the scorecard, the latest first."""
    book = book_of(here)
    title = say("Reviews: {scorecard}", scorecard=here.card.scorecard.title)
    return ReviewsView(
        title=title,
        frame=here.frame(title),
        conclusion=_conclusion(book),
        empty=None if book.meetings else first_lines("reviews"),
        next=next_text(book.next),
        next_link=next_link(here),
        unexplained=tuple(unexplained_row(here, each) for each in book.unexplained),
        decisions=decision_rows(here, pending(book.decisions)),
        meetings=tuple(_row(here, each) for each in book.meetings),
        subscribed=here.subscribed(),
    )


def _conclusion(book: ReviewBook) -> str:
    states = [each.state for each in book.decisions]
    return reviews_conclusion(states.count(DecisionState.OVERDUE), states.count(DecisionState.OPEN), len(states))


def review_link(here: Standpoint, meeting: ReviewMeeting) -> Link:
    """A link to the page of a review."""
    name = say("Review of {period}", period=period_text(meeting.period))
    return Link(name, here.href(here.addresses.review(here.id, meeting.period)))


def next_link(here: Standpoint) -> Link:
    """A link to the pack of the meeting that is still to be held; nowhere where there is none."""
    waiting = [each for each in book_of(here).meetings if not each.held]
    return Link(say("The pack so far"), review_link(here, waiting[0]).href) if waiting else Link("")


def next_text(found: NextReview | None) -> str:
    """`The next review looks at Q4 2026 and is due by 20 Jan 2027`."""
    if found is None:
        return say("How often this scorecard is reviewed is not declared")
    period, due = period_text(found.period), date_text(found.due)
    if found.days_late:
        return say_count(
            "The review of {period} was due by {due} and is {count} day late",
            "The review of {period} was due by {due} and is {count} days late",
            found.days_late,
            period=period,
            due=due,
        )
    return say("The next review looks at {period} and is due by {due}", period=period, due=due)


def _row(here: Standpoint, meeting: ReviewMeeting) -> MeetingRow:
    decisions = [each for entry in meeting.entries for each in entry.decisions]
    missing = len(meeting.unexplained)
    discussed = say_count("{count} element", "{count} elements", len(meeting.entries))
    return MeetingRow(
        link=review_link(here, meeting),
        standing=here.standing(meeting.card.standing),
        width=own(f"{meeting.card.standing.score or 0.0:.1f}"),
        discussed=discussed if meeting.held else say("still to be held"),
        decisions=counts_text(decisions) or "—",
        red=say_count("{count} KPI", "{count} KPIs", missing) if missing else "—",
    )


@dataclass(frozen=True, slots=True)
class ReviewsBrief:
    """What the home page says about reviews; `shown` is False where there is nothing to say.

    `next` is empty where nobody declares how often there is one.
    """

    shown: bool
    next: str
    all: Link
    unexplained: tuple[UnexplainedRow, ...]
    decisions: tuple[DecisionRow, ...]
    more: str


def brief_of(here: Standpoint) -> ReviewsBrief:
    """When the next review is, which KPIs nobody explains, and which decisions are overdue or open."""
    book = book_of(here)
    waiting = pending(book.decisions)
    hidden = sum(max(0, len(each) - BRIEF) for each in (waiting, book.unexplained))
    more = say_count("and {count} more on the page of reviews", "and {count} more on the page of reviews", hidden)
    return ReviewsBrief(
        shown=bool(book.meetings or book.next),
        next=next_text(book.next) if book.next else "",
        all=here.overview("reviews"),
        unexplained=tuple(unexplained_row(here, each) for each in book.unexplained[:BRIEF]),
        decisions=decision_rows(here, waiting[:BRIEF]),
        more=more if hidden else "",
    )
