"""Reviews as declared: entries that say nothing, and decisions whose owner or dates are missing or contradict."""

from __future__ import annotations

from collections.abc import Iterator

from bsc_site.load.ignoring import reason_at
from bsc_site.load.scorecards.target_checks import Complaint
from bsc_site.load.scorecards.validation import Sheet
from bsc_site.load.yaml.marked_file import KeyPath
from bsc_site.model.declared.review import Decision, Review
from bsc_site.model.problem import Problem
from bsc_site.model.saying.said import said
from bsc_site.model.sentences import scorecard_sentences as told


def review_problems(sheet: Sheet) -> Iterator[Problem]:
    """A problem for each flaw in the reviews of a scorecard; damaged entries are left alone."""
    for index, review in enumerate(sheet.card.reviews):
        path: KeyPath = ("reviews", index)
        if not sheet.sound(path):
            continue
        for each in _flaws(review):
            if reason_at(sheet.card, (*path, *each.path), each.code) is None:
                yield sheet.problem(each.code, (*path, *each.path), each.message)


def _flaws(review: Review) -> Iterator[Complaint]:
    texts = (review.analysis, review.recommendation)
    if not any(each.strip() for each in texts) and not review.decisions:
        yield Complaint((), "BSC173", said(told.REVIEW_SAYS_NOTHING))
    for index, decision in enumerate(review.decisions):
        yield from _decision(review, decision, ("decisions", index))


def _decision(review: Review, decision: Decision, path: KeyPath) -> Iterator[Complaint]:
    if decision.owner is None:
        yield Complaint(path, "BSC170", said(told.NOBODY_OWNS))
    if decision.due is None and decision.done is None:
        yield Complaint(path, "BSC171", said(told.DUE_ON_NO_DAY))
    for key, when in (("due", decision.due), ("done", decision.done)):
        if when is not None and when.end < review.period.start:
            message = said(told.BEFORE_THE_REVIEW, key=key, when=str(when), period=str(review.period))
            yield Complaint((*path, key), "BSC172", message)
