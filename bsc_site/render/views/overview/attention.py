"""Attention: what somebody should look at now, and why."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from bsc_site.model.concluded.assessment import KpiAssessment
from bsc_site.model.value_class import dataclass
from bsc_site.model.vocabularies import InitiativeStatus, Status, TrendWord
from bsc_site.render.views.parts.freshness_marks import LATE, delivery_text, freshness_mark
from bsc_site.render.views.parts.page_parts import Link, StatusMark
from bsc_site.render.views.parts.standpoint import Standpoint
from bsc_site.render.views.parts.value_sentences import gap_sentence, value_text
from bsc_site.wording.initiative_text import initiative_reason
from bsc_site.wording.language import enumeration, say, say_count
from bsc_site.wording.outlooks.heading_text import heading_word

SHOWN = 6


@dataclass(frozen=True, slots=True)
class AttentionItem:
    """One element that needs attention, and the reason in a few words."""

    link: Link
    mark: StatusMark
    reason: str


@dataclass(frozen=True, slots=True)
class AttentionGroup:
    """Elements that need attention for one reason; `more` says how many are not shown."""

    title: str
    count: str
    items: tuple[AttentionItem, ...]
    more: str


def attention_groups(here: Standpoint) -> tuple[AttentionGroup, ...]:
    """At risk and worsening, initiatives behind plan, late data, nobody responsible; no empty group.

    What is off track has cards of its own.
    """
    kpis = [here.assessment.kpis[each] for each in here.seen(here.card.kpis)]
    sinking = [each for each in kpis if each.status is Status.AT_RISK and each.trend.word is TrendWord.WORSENING]
    late = sorted((each for each in kpis if each.freshness.word in LATE), key=lambda each: -each.freshness.missed)
    names = here.names
    groups = (
        _group(say("{at_risk}: worsening", at_risk=names.at_risk), _kpis, (_judged(here, each) for each in sinking)),
        _group(say("Initiatives behind plan"), _initiatives, _behind(here)),
        _group(say("Figures missing"), _kpis, (_late(here, each) for each in late)),
        _group(say("Nobody responsible"), _elements, _ownerless(here)),
    )
    return tuple(each for each in groups if each.items)


def _group(title: str, counts: Callable[[int, int], tuple[str, str]], items: Iterable[AttentionItem]) -> AttentionGroup:
    """`counts` says how many there are, and how many of them are not shown."""
    found = tuple(items)
    hidden = len(found) - SHOWN
    count, more = counts(len(found), hidden)
    return AttentionGroup(title, count, found[:SHOWN], more if hidden > 0 else "")


def _kpis(total: int, hidden: int) -> tuple[str, str]:
    more = say_count("and {count} more KPI", "and {count} more KPIs", hidden)
    return say_count("{count} KPI", "{count} KPIs", total), more


def _initiatives(total: int, hidden: int) -> tuple[str, str]:
    more = say_count("and {count} more initiative", "and {count} more initiatives", hidden)
    return say_count("{count} initiative", "{count} initiatives", total), more


def _elements(total: int, hidden: int) -> tuple[str, str]:
    more = say_count("and {count} more element", "and {count} more elements", hidden)
    return say_count("{count} element", "{count} elements", total), more


def _judged(here: Standpoint, found: KpiAssessment) -> AttentionItem:
    now = found.current
    gap = gap_sentence(found.kpi, now) if now else ""
    value = value_text(found.kpi, now.value if now else None)
    trend = heading_word(found)
    reason = enumeration(part for part in (value, gap, trend) if part)
    return AttentionItem(here.kpi(found.kpi.id), here.kpi_status(found), reason)


def _behind(here: Standpoint) -> Iterable[AttentionItem]:
    for each, found in here.card.initiatives.items():
        if found.status in {InitiativeStatus.OFF_TRACK, InitiativeStatus.AT_RISK}:
            reason = initiative_reason(found, here.plan_names)
            yield AttentionItem(here.initiative(each), here.initiative_status(found), reason)


def _late(here: Standpoint, found: KpiAssessment) -> AttentionItem:
    return AttentionItem(here.kpi(found.kpi.id), freshness_mark(found.freshness), delivery_text(found.freshness))


def _ownerless(here: Standpoint) -> Iterable[AttentionItem]:
    for id_, row in here.card.objectives.items():
        if row.objective.owner is None:
            yield AttentionItem(
                here.objective(id_),
                here.status(row.standing.status, row.standing.score),
                say("objective names no owner"),
            )
    for kpi in here.seen(here.card.kpis):
        found = here.assessment.kpis[kpi]
        if found.kpi.owner is None:
            yield AttentionItem(here.kpi(kpi), here.kpi_status(found), say("KPI names no owner"))
    for id_, plan in here.card.initiatives.items():
        if plan.initiative.owner is None:
            yield AttentionItem(here.initiative(id_), here.initiative_status(plan), say("initiative names no owner"))
