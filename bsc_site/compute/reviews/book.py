"""The book of reviews: every meeting of every scorecard, with what stood then, stands now and was decided."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from itertools import pairwise

from bsc_site.compute.reviews.cadence import next_review
from bsc_site.compute.reviews.decision_states import decisions_of
from bsc_site.compute.reviews.past_standing import Past
from bsc_site.compute.reviews.unexplained import Talk, talk_of, unexplained_kpis
from bsc_site.model.concluded.project_assessment import Assessment
from bsc_site.model.concluded.review_assessment import (
    DecisionAssessment,
    Move,
    ReviewBook,
    ReviewEntry,
    ReviewMeeting,
    element_of,
)
from bsc_site.model.declared.review import Review
from bsc_site.model.period import Period
from bsc_site.model.value_class import dataclass


def with_reviews(assessment: Assessment) -> Assessment:
    """The assessment with the reviews of each scorecard; those of periods that have not begun are left out."""
    talk = talk_of(assessment)
    now = Past(assessment, assessment.as_of)
    days: dict[date, Past] = {assessment.as_of: now}
    books = {name: _Reading(assessment, name, talk, days).book() for name in assessment.scorecards}
    return replace(assessment, reviews=books)


def meeting_of(assessment: Assessment, scorecard: str, period: Period) -> ReviewMeeting:
    """The meeting that looks back on the period, held or not, compared with the latest review before it.

    `period` has begun by the date of the assessment.
    """
    begun = [each for each in assessment.scorecards[scorecard].scorecard.reviews if each.period.end < period.end]
    before = max({each.period for each in begun}, key=lambda each: each.end, default=None)
    return _Reading(assessment, scorecard, talk_of(assessment), {}).meeting(period, before)


@dataclass(frozen=True, slots=True)
class _Reading:
    assessment: Assessment
    scorecard: str
    talk: Talk
    days: dict[date, Past]
    """What was known at each day; filled on the way."""

    def book(self) -> ReviewBook:
        declared = self.assessment.scorecards[self.scorecard].scorecard
        as_of = self.assessment.as_of
        begun = self._begun
        reviewed = sorted({each.period for each in begun}, key=lambda period: (period.end, -period.start.toordinal()))
        upcoming = next_review(declared.review_cadence, reviewed, as_of, declared.fiscal_year_starts)
        ahead = [upcoming.period] if upcoming and upcoming.period.start <= as_of else []
        periods = [None, *reviewed, *(each for each in ahead if each not in reviewed)]
        meetings = [self.meeting(now, before) for before, now in pairwise(periods) if now]
        return ReviewBook(
            meetings=tuple(reversed(meetings)),
            decisions=decisions_of(begun, self.scorecard, as_of),
            next=upcoming,
            unexplained=tuple(unexplained_kpis(self._past(as_of), self.scorecard, self.talk)),
        )

    @property
    def _begun(self) -> list[Review]:
        declared = self.assessment.scorecards[self.scorecard].scorecard
        return [each for each in declared.reviews if each.period.start <= self.assessment.as_of]

    def _past(self, day: date) -> Past:
        return self.days.setdefault(day, Past(self.assessment, day))

    def _day(self, period: Period) -> date:
        return min(period.end, self.assessment.as_of)

    def meeting(self, period: Period, before: Period | None) -> ReviewMeeting:
        """The meeting about the period, compared with that about the period `before`."""
        begun = self._begun
        past = self._past(self._day(period))
        held = [each for each in begun if each.period == period]
        return ReviewMeeting(
            period=period,
            day=past.day,
            held=bool(held),
            entries=tuple(self._entry(each, past) for each in held),
            card=past.card(self.scorecard),
            kpis=past.kpis(self.scorecard),
            since=before,
            moves=() if before is None else self._moves(self._past(self._day(before)), past),
            unexplained=tuple(unexplained_kpis(past, self.scorecard, self.talk)),
            earlier=self._earlier(period, past.day, begun),
        )

    def _entry(self, review: Review, past: Past) -> ReviewEntry:
        element = element_of(review.on, self.scorecard)
        now = self._past(self.assessment.as_of)
        decisions = decisions_of([review], self.scorecard, self.assessment.as_of)
        return ReviewEntry(review, element, past.stand(element), now.stand(element), decisions)

    def _moves(self, before: Past, after: Past) -> tuple[Move, ...]:
        """The KPIs whose judged status changed, the worst news first."""
        moves: list[Move] = []
        scale = self.assessment.scorecards[self.scorecard].scorecard.scale
        for name, found in after.kpis(self.scorecard).items():
            old, new = before.kpi(name).current, found.current
            if old and new and scale.told_apart(old, new):
                moves.append(Move(name, old, new))
        return tuple(sorted(moves, key=lambda move: move.before.status.rank - move.after.status.rank))

    def _earlier(self, period: Period, day: date, begun: Sequence[Review]) -> tuple[DecisionAssessment, ...]:
        before = [each for each in begun if each.period.end < period.end]
        found = decisions_of(before, self.scorecard, self.assessment.as_of)
        return tuple(each for each in found if each.decision.done is None or each.decision.done.start > day)
