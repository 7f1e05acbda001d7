"""What became of everything that reviews decided, and what one review looked at."""

from __future__ import annotations

from bsc_site.model.value_class import dataclass
from bsc_site.wording.language import say, say_count


def reviews_conclusion(overdue: int, undone: int, total: int) -> str:
    """`2 of 7 decisions are overdue, 2 more are open.`; `undone` are those that still have time."""
    decisions = say_count("{count} decision", "{count} decisions", total)
    if not total:
        return say("No review has decided anything yet.")
    if total == 1 and overdue + undone:
        return say("The only decision is overdue.") if overdue else say("The only decision is open.")
    if overdue and undone:
        return say_count(
            "{count} of {decisions} is overdue; still open: {undone}.",
            "{count} of {decisions} are overdue; still open: {undone}.",
            overdue,
            decisions=decisions,
            undone=undone,
        )
    if overdue:
        return say_count(
            "{count} of {decisions} is overdue, all others are carried out.",
            "{count} of {decisions} are overdue, all others are carried out.",
            overdue,
            decisions=decisions,
        )
    if undone:
        return say_count(
            "No decision is overdue; {count} of {decisions} is open.",
            "No decision is overdue; {count} of {decisions} are open.",
            undone,
            decisions=decisions,
        )
    return say_count("The only decision has been carried out.", "All {count} decisions have been carried out.", total)


@dataclass(frozen=True, slots=True)
class MeetingCount:
    """How many KPIs a review looked at, how many were off track, and of how many of these nobody says why or acts."""

    kpis: int
    red: int
    silent: int


def review_conclusion(count: MeetingCount) -> str:
    """`5 of 21 KPIs were off track; for 2 of them something is still to be said or done.`."""
    if not count.kpis:
        return say("There was no KPI to look at.")
    if not count.red:
        return say_count("The only KPI was not off track.", "None of the {count} KPIs was off track.", count.kpis)
    if not count.silent:
        return say_count(
            "{count} of {kpis} was off track, with an analysis and an action.",
            "{count} of {kpis} were off track, each with an analysis and an action.",
            count.red,
            kpis=say_count("{count} KPI", "{count} KPIs", count.kpis),
        )
    return say_count(
        "{count} of {kpis} was off track; without an analysis or an action: {silent}.",
        "{count} of {kpis} were off track; without an analysis or an action: {silent}.",
        count.red,
        kpis=say_count("{count} KPI", "{count} KPIs", count.kpis),
        silent=count.silent,
    )


def off_track_conclusion(count: MeetingCount) -> str:
    """`3 of 22 KPIs are off track; without an analysis or an action: 1.`: the same as things stand now."""
    if not count.kpis:
        return say("There is no KPI to look at.")
    if not count.red:
        return say_count("The only KPI is not off track.", "None of the {count} KPIs is off track.", count.kpis)
    kpis = say_count("{count} KPI", "{count} KPIs", count.kpis)
    if not count.silent:
        return say_count(
            "{count} of {kpis} is off track, with an analysis and an action.",
            "{count} of {kpis} are off track, each with an analysis and an action.",
            count.red,
            kpis=kpis,
        )
    return say_count(
        "{count} of {kpis} is off track; without an analysis or an action: {silent}.",
        "{count} of {kpis} are off track; without an analysis or an action: {silent}.",
        count.red,
        kpis=kpis,
        silent=count.silent,
    )
