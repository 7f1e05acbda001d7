"""The course of a KPI on its page: since when it stands where it does, and what comes next."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable

from bsc_site.model.concluded.assessment import KpiAssessment, Point
from bsc_site.model.declared.kpi import Kpi
from bsc_site.model.declared.targets import Target, in_force
from bsc_site.model.value_class import dataclass
from bsc_site.model.vocabularies import Direction, FreshnessWord, InitiativeStatus
from bsc_site.render.views.kpi_views.signals import chance_facts
from bsc_site.render.views.parts.frequency_words import slope_text
from bsc_site.render.views.parts.page_parts import Fact, Link
from bsc_site.render.views.parts.standpoint import Standpoint
from bsc_site.render.views.parts.value_sentences import (
    difference_text,
    held_for,
    rounds_to_nothing,
    target_text,
    value_text,
)
from bsc_site.wording.figures import date_text, period_text
from bsc_site.wording.kpi_figures import state_of
from bsc_site.wording.language import noted, say, told
from bsc_site.wording.period_counts import periods_text


@dataclass(frozen=True, slots=True)
class Stage:
    """A stage that work has reached, as words, and the initiatives for a KPI that stand there."""

    words: str
    initiatives: tuple[Link, ...]


_STAGES = {
    InitiativeStatus.PLANNED: noted("Planned for it"),
    InitiativeStatus.DONE: noted("Done for it"),
    InitiativeStatus.CANCELLED: noted("Cancelled"),
}
_UNDER_WAY = noted("Under way for it")


def work_for(here: Standpoint, goals: Iterable[tuple[str, str]]) -> tuple[Stage, ...]:
    """The initiatives that serve these objectives, by their own status: what is done is not under way.

    Each goal is a scorecard with one of its objectives.
    """
    serving, found = set(goals), defaultdict[str, list[Link]](list)
    for id_, card in here.assessment.scorecards.items():
        for each, plan in card.initiatives.items():
            if serving.intersection((id_, goal) for goal in plan.initiative.serves):
                found[_STAGES.get(plan.status, _UNDER_WAY)].append(here.initiative(each, id_))
    stages = (_UNDER_WAY, *_STAGES.values())
    return tuple(Stage(told(stage), tuple(found[stage])) for stage in stages if stage in found)


def since_facts(here: Standpoint, found: KpiAssessment) -> tuple[Fact, ...]:
    """Where the KPI is heading, for how long its status holds, what it was before, and where its limits begin anew."""
    kpi, now, before = found.kpi, found.current, found.previous
    trend = here.trend(found)
    details = "; ".join(part for part in (_slope(found), trend.detail) if part)
    facts = [Fact(say("Trend"), f"{trend.word} {trend.arrow}".strip(), details)]
    if found.by_hand is not None:
        until = say("set by hand until {period}", period=period_text(found.by_hand.until))
        facts.append(Fact(say("Status"), here.names.of(found.status, found.score), until))
    elif now and (held := held_for(found, here.names.scale)):
        periods = periods_text(held, kpi.frequency)
        facts.append(Fact(say("Status"), here.names.of(now.status, now.score), say("for {periods}", periods=periods)))
    if now and before:
        change = say("{difference} since then", difference=difference_text(kpi, now.value - before.value))
        change = "" if _in_words(kpi, before.value) else change  # between words there is no distance
        label = say("Before ({period})", period=period_text(before.period))
        facts.append(Fact(label, value_text(kpi, before.value), change))
    facts.extend(
        Fact(say("New start in {period}", period=period_text(each.period)), each.because) for each in kpi.rebase
    )
    return tuple(facts)


def _slope(found: KpiAssessment) -> str:
    """`about +0.4 points a month`; empty where it rounds to nothing."""
    kpi, slope = found.kpi, found.trend.slope or 0.0
    if found.current and _in_words(kpi, found.current.value):
        return ""
    return "" if rounds_to_nothing(kpi, slope) else slope_text(difference_text(kpi, slope), kpi.frequency)


def _in_words(kpi: Kpi, value: float) -> bool:
    """Whether the value is told as a state, or as yes or no."""
    return kpi.unit == "yes/no" or bool(state_of(kpi, value))


def next_facts(found: KpiAssessment) -> tuple[Fact, ...]:
    """The next target and what it takes, the chance of each, and the figure that is due."""
    kpi, now = found.kpi, found.current
    facts: list[Fact] = []
    target = next_target(kpi, now)
    if target:
        needed = ""
        if now and target.value is not None:
            needed = _needed(kpi, now, target.value)
        label = say("Target, {period}", period=period_text(target.period))
        facts.append(Fact(label, target_text(kpi, target), needed))
    facts += chance_facts(found)
    due = next_figure(found)
    return (*facts, due) if due else tuple(facts)


def next_figure(found: KpiAssessment) -> Fact | None:
    """The figure that is due next, or the first one that is missing, and until when; None where none is awaited."""
    due = found.freshness
    if not due.next_due or not due.next_period:
        return None
    late = due.word in {FreshnessWord.OVERDUE, FreshnessWord.STALE}
    label = say("Figure missing") if late else say("Next figure")
    return Fact(label, period_text(due.next_period), say("due {day}", day=date_text(due.next_due)))


def next_target(kpi: Kpi, now: Point | None) -> Target | None:
    """The first of the targets in force that lies ahead; None without any."""
    known = in_force(kpi.targets, now.period if now else None)
    ahead = [each for each in known if now is None or each.period.end > now.period.end]
    return min(ahead, key=lambda each: each.period.end, default=None)


def _needed(kpi: Kpi, now: Point, target: float) -> str:
    if _in_words(kpi, now.value) or _in_words(kpi, target):
        return ""
    gap = target - now.value
    reached = gap <= 0 if kpi.direction is Direction.HIGHER else gap >= 0
    return say("already there") if reached else say("{difference} to go", difference=difference_text(kpi, gap))
