"""Rules about initiatives and reviews: work serves the strategy, and the strategy is talked about."""

from __future__ import annotations

from collections.abc import Iterator

from bsc_site.compute.health.subject import Subject, Verdict
from bsc_site.model.concluded.assessment import KpiAssessment, Point
from bsc_site.model.figures import count_text, date_text, period_text, share_text
from bsc_site.model.vocabularies import InitiativeStatus, Status

MOST_DAYS_UNCHANGED = 365
_OVER = (InitiativeStatus.DONE, InitiativeStatus.CANCELLED)


def initiative_without_objective(subject: Subject) -> Iterator[Verdict]:
    """Every initiative serves an objective."""
    for each in subject.card.initiatives:
        flaw = f"'{each.name}' serves no objective"
        yield Verdict(f"initiative/{subject.card.id}/{each.id}", "" if each.serves else flaw, "serves")


def initiative_ended_unfinished(subject: Subject) -> Iterator[Verdict]:
    """What has ended is done."""
    for found in subject.assessed.initiatives.values():
        plan = found.initiative
        days = (subject.as_of - plan.end.end).days
        if days <= 0:
            continue
        done = share_text(found.progress or 0.0)
        flaw = f"'{plan.name}' ended {count_text(days, 'day')} ago, on {date_text(plan.end.end)}, with {done} done"
        yield Verdict(f"initiative/{subject.card.id}/{plan.id}", "" if found.status in _OVER else flaw, "end")


def off_track_without_review(subject: Subject) -> Iterator[Verdict]:
    """While a KPI is off track, a review speaks of it or of its objective."""
    if not subject.card.reviews:
        return
    for found in subject.own_kpis:
        run = _off_track(found)
        since = run[-1].period if run else None
        word = subject.card.status_names.of(Status.OFF_TRACK)
        flaw = since and (
            f"'{found.kpi.name}' has been '{word}' for {count_text(len(run), found.kpi.frequency.noun)}, "
            f"since {period_text(since)}, and no review speaks of it"
        )
        yield Verdict(f"kpi/{found.kpi.id}", flaw if flaw and not _reviewed(subject, found, run[-1]) else "")


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
    has = "KPI has a status" if judged == 1 else "KPIs have a status"
    yield Verdict(
        subject.address, "" if spoken else f"{judged} {has}, and no review says what was made of it", "reviews"
    )


def unchanged_for_a_year(subject: Subject) -> Iterator[Verdict]:
    """The scorecard changes at least once a year."""
    if subject.changed is None:
        return
    days = (subject.as_of - subject.changed).days
    flaw = f"its files last changed on {date_text(subject.changed)}, {days} days ago"
    yield Verdict(subject.address, flaw if days > MOST_DAYS_UNCHANGED else "")
