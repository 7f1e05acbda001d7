"""Rules about initiatives and reviews: work serves the strategy, and the strategy is talked about."""

from __future__ import annotations

from collections.abc import Iterator

from bsc_site.compute.health.subject import Case, Verdict
from bsc_site.model.concluded.assessment import KpiAssessment, Point
from bsc_site.model.figures import count_text, date_text, period_text, share_text
from bsc_site.model.vocabularies import InitiativeStatus, Status

MOST_DAYS_UNCHANGED = 365
_OVER = (InitiativeStatus.DONE, InitiativeStatus.CANCELLED)


def initiative_without_objective(case: Case) -> Iterator[Verdict]:
    """Every initiative serves an objective."""
    for each in case.card.initiatives:
        flaw = f"'{each.name}' serves no objective"
        yield Verdict(f"initiative/{case.card.id}/{each.id}", "" if each.serves else flaw, "serves")


def initiative_ended_unfinished(case: Case) -> Iterator[Verdict]:
    """What has ended is done."""
    for found in case.assessed.initiatives.values():
        plan = found.initiative
        days = (case.as_of - plan.end.end).days
        if days <= 0:
            continue
        done = share_text(found.progress or 0.0)
        flaw = f"'{plan.name}' ended {count_text(days, 'day')} ago, on {date_text(plan.end.end)}, with {done} done"
        yield Verdict(f"initiative/{case.card.id}/{plan.id}", "" if found.status in _OVER else flaw, "end")


def off_track_without_review(case: Case) -> Iterator[Verdict]:
    """While a KPI is off track, a review speaks of it or of its objective."""
    if not case.card.reviews:
        return
    for found in case.own_kpis:
        run = _off_track(found)
        since = run[-1].period if run else None
        word = case.card.status_names.of(Status.OFF_TRACK)
        flaw = since and (
            f"'{found.kpi.name}' has been '{word}' for {count_text(len(run), found.kpi.frequency.noun)}, "
            f"since {period_text(since)}, and no review speaks of it"
        )
        yield Verdict(f"kpi/{found.kpi.id}", flaw if flaw and not _reviewed(case, found, run[-1]) else "")


def _off_track(found: KpiAssessment) -> list[Point]:
    """The latest complete periods that were off track without a break, the last one first."""
    run: list[Point] = []
    for point in reversed([each for each in found.points if each.complete]):
        if point.status is not Status.OFF_TRACK:
            break
        run.append(point)
    return run


def _reviewed(case: Case, found: KpiAssessment, since: Point) -> bool:
    about = (f"kpi/{found.kpi.id}", *case.whole.objectives_of.get(found.kpi.id, ()))
    return any(period.end >= since.period.end for each in about for period in case.whole.reviewed.get(each, ()))


def never_reviewed(case: Case) -> Iterator[Verdict]:
    """A scorecard that has figures has reviews."""
    judged = sum(each.status.judged for each in case.own_kpis)
    if not judged:
        return
    about = (f"kpi/{each.kpi.id}" for each in case.own_kpis)
    spoken = case.card.reviews or any(each in case.whole.reviewed for each in about)
    has = "KPI has a status" if judged == 1 else "KPIs have a status"
    yield Verdict(case.address, "" if spoken else f"{judged} {has}, and no review says what was made of it", "reviews")


def unchanged_for_a_year(case: Case) -> Iterator[Verdict]:
    """The scorecard changes at least once a year."""
    if case.changed is None:
        return
    days = (case.as_of - case.changed).days
    flaw = f"its files last changed on {date_text(case.changed)}, {days} days ago"
    yield Verdict(case.address, flaw if days > MOST_DAYS_UNCHANGED else "")
