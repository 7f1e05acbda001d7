"""Rules about initiatives and reviews: work serves the strategy, and the strategy is talked about."""

from __future__ import annotations

from collections.abc import Iterator

from bsc_site.compute.health.subject import Subject, Verdict, breach
from bsc_site.model.concluded.assessment import KpiAssessment, Point
from bsc_site.model.problem import Portion, Span
from bsc_site.model.rules.balance_sentences import (
    ENDED_UNFINISHED,
    NEVER_REVIEWED,
    OFF_TRACK_WITHOUT_REVIEW,
    SERVES_NO_OBJECTIVE,
    UNCHANGED_FOR_A_YEAR,
)
from bsc_site.model.vocabularies import InitiativeStatus, Status

MOST_DAYS_UNCHANGED = 365
_OVER = (InitiativeStatus.DONE, InitiativeStatus.CANCELLED)


def initiative_without_objective(subject: Subject) -> Iterator[Verdict]:
    """Every initiative serves an objective."""
    for each in subject.card.initiatives:
        told = breach(SERVES_NO_OBJECTIVE, name=each.name)
        yield Verdict(f"initiative/{subject.card.id}/{each.id}", None if each.serves else told, "serves")


def initiative_ended_unfinished(subject: Subject) -> Iterator[Verdict]:
    """What has ended is done."""
    for found in subject.assessed.initiatives.values():
        plan = found.initiative
        days = (subject.as_of - plan.end.end).days
        if days <= 0:
            continue
        done = Portion(found.progress or 0.0)
        told = breach(ENDED_UNFINISHED, name=plan.name, ago=Span(days), end=plan.end.end, done=done)
        yield Verdict(f"initiative/{subject.card.id}/{plan.id}", None if found.status in _OVER else told, "end")


def off_track_without_review(subject: Subject) -> Iterator[Verdict]:
    """While a KPI is off track, a review speaks of it or of its objective."""
    if not subject.card.reviews:
        return
    for found in subject.own_kpis:
        run = _off_track(found)
        if not run or _reviewed(subject, found, run[-1]):
            yield Verdict(f"kpi/{found.kpi.id}")
            continue
        word = subject.card.words.of(Status.OFF_TRACK)
        long = Span(len(run), found.kpi.frequency)
        told = breach(OFF_TRACK_WITHOUT_REVIEW, name=found.kpi.name, word=word, long=long, since=run[-1].period)
        yield Verdict(f"kpi/{found.kpi.id}", told)


def _off_track(found: KpiAssessment) -> list[Point]:
    """The latest complete periods that were off track without a break, the last one first."""
    run: list[Point] = []
    for point in reversed([each for each in found.points if each.complete]):
        if point.status is not Status.OFF_TRACK:
            break
        run.append(point)
    return run


def _reviewed(subject: Subject, found: KpiAssessment, since: Point) -> bool:
    about = (f"kpi/{found.kpi.id}", *subject.whole.objectives_of.get(found.kpi.id, ()))
    return any(period.end >= since.period.end for each in about for period in subject.whole.reviewed.get(each, ()))


def never_reviewed(subject: Subject) -> Iterator[Verdict]:
    """A scorecard that has figures has reviews."""
    judged = sum(each.status.judged for each in subject.own_kpis)
    if not judged:
        return
    about = (f"kpi/{each.kpi.id}" for each in subject.own_kpis)
    spoken = subject.card.reviews or any(each in subject.whole.reviewed for each in about)
    yield Verdict(subject.address, None if spoken else breach(NEVER_REVIEWED, count=judged), "reviews")


def unchanged_for_a_year(subject: Subject) -> Iterator[Verdict]:
    """The scorecard changes at least once a year."""
    if subject.changed is None:
        return
    days = (subject.as_of - subject.changed).days
    told = breach(UNCHANGED_FOR_A_YEAR, day=subject.changed, days=days)
    yield Verdict(subject.address, told if days > MOST_DAYS_UNCHANGED else None)
