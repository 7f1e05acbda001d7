"""How the work stands: all initiatives of a scorecard together, and one by itself."""

from __future__ import annotations

from bsc_site.model.concluded.assessment import InitiativeAssessment, PlanReason
from bsc_site.model.value_class import dataclass
from bsc_site.model.vocabularies import InitiativeStatus
from bsc_site.wording.figures import date_text, share_text
from bsc_site.wording.language import say, say_count


@dataclass(frozen=True, slots=True)
class PlanCount:
    """How many initiatives there are, how many are behind plan and how many are over, done or cancelled.

    `spent` and `earned` are shares of the whole budget, None where they are not known of every initiative.
    """

    total: int
    behind: int
    over: int
    spent: float | None = None
    earned: float | None = None


def initiatives_conclusion(count: PlanCount) -> str:
    """`2 of 7 initiatives are behind plan. 87 % of the budget is spent for 86 % of the work.`."""
    money = _money(count)
    return " ".join((_work(count), money) if money else (_work(count),))


def _work(count: PlanCount) -> str:
    if not count.total:
        return say("No initiative is declared yet.")
    if count.behind == count.total:
        return say_count("The only initiative is behind plan.", "All {count} initiatives are behind plan.", count.total)
    if count.behind:
        return say_count(
            "{count} of {initiatives} is behind plan.",
            "{count} of {initiatives} are behind plan.",
            count.behind,
            initiatives=say_count("{count} initiative", "{count} initiatives", count.total),
        )
    if count.over == count.total:
        return say_count("The only initiative is over.", "All {count} initiatives are over.", count.total)
    return say_count(
        "The only initiative is not behind plan.", "None of the {count} initiatives is behind plan.", count.total
    )


def _money(count: PlanCount) -> str:
    if count.spent is None:
        return ""
    if count.earned is None:
        return say("{spent} of the budget is spent.", spent=share_text(count.spent))
    return say(
        "{spent} of the budget is spent for {earned} of the work.",
        spent=share_text(count.spent),
        earned=share_text(count.earned),
    )


def initiative_conclusion(found: InitiativeAssessment) -> str:
    """`50 % is done; it was to be finished by 31 Aug 2026.`."""
    declared = found.initiative
    done, end = share_text(found.progress or 0.0), date_text(declared.end.end)
    if found.status is InitiativeStatus.CANCELLED:
        return say("It was cancelled, with {share} done.", share=done)
    if found.status is InitiativeStatus.DONE:
        return say("It is done.")
    if found.status is InitiativeStatus.PLANNED:
        return say("It has not begun; it is planned from {day} on.", day=date_text(declared.start.start))
    if found.reason is PlanReason.OVERDUE:
        return say("{share} is done; it was to be finished by {day}.", share=done, day=end)
    return say(
        "{share} is done where the plan has {expected} by now; it is to be finished by {day}.",
        share=done,
        expected=share_text(found.expected),
        day=end,
    )
