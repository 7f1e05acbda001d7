"""What reviews said about an element: analysis, recommendation and decisions, with its status then and now."""

from __future__ import annotations

from bsc_site.model.concluded.review_assessment import Element, ReviewEntry
from bsc_site.model.period import Period
from bsc_site.model.value_class import dataclass
from bsc_site.render.views.parts.elements import element_link, kind_word, stand_mark
from bsc_site.render.views.parts.page_parts import Link, StatusMark
from bsc_site.render.views.parts.standpoint import Standpoint
from bsc_site.render.views.review_views.decision_rows import DecisionRow, decision_rows
from bsc_site.wording.figures import period_text
from bsc_site.wording.language import say


@dataclass(frozen=True, slots=True)
class Discussed:
    """One element that a review discussed."""

    review: Link
    link: Link
    kind: str
    by: Link
    then: StatusMark
    now: StatusMark
    analysis: str
    recommendation: str
    decisions: tuple[DecisionRow, ...]


def discussed(here: Standpoint, scorecard: str, entry: ReviewEntry) -> Discussed:
    """The entry of a review of the scorecard."""
    period = entry.review.period
    name = say("Review of {period}", period=period_text(period))
    return Discussed(
        review=Link(name, here.href(here.addresses.review(scorecard, period))),
        link=element_link(here, entry.element),
        kind=kind_word(entry.element),
        by=here.person(entry.review.by) if entry.review.by else Link(""),
        then=stand_mark(here, entry.element, entry.then),
        now=stand_mark(here, entry.element, entry.now),
        analysis=entry.review.analysis,
        recommendation=entry.review.recommendation,
        decisions=decision_rows(here, entry.decisions),
    )


def discussed_about(here: Standpoint, element: Element, before: Period | None = None) -> tuple[Discussed, ...]:
    """Everything that reviews of any scorecard said about the element, the latest first; `before` a period or ever."""
    found = [
        (scorecard, entry)
        for scorecard, book in here.assessment.reviews.items()
        for meeting in book.meetings
        for entry in meeting.entries
        if entry.element == element and (before is None or entry.review.period.end < before.start)
    ]
    found.sort(key=lambda pair: pair[1].review.period.end, reverse=True)
    return tuple(discussed(here, scorecard, entry) for scorecard, entry in found)
