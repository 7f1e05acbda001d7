"""Attention: what somebody should look at now, and why."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from bsc_site.model.concluded.assessment import KpiAssessment
from bsc_site.model.figures import count_text
from bsc_site.model.vocabularies import InitiativeStatus, Status, TrendWord
from bsc_site.render.views.parts.freshness_marks import LATE, delivery_text, freshness_mark
from bsc_site.render.views.parts.page_parts import Link, StatusMark
from bsc_site.render.views.parts.standpoint import Standpoint
from bsc_site.render.views.parts.value_sentences import gap_sentence, value_text
from bsc_site.wording.initiative_text import initiative_reason

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
    """Off track, at risk and worsening, initiatives behind plan, late data, nobody responsible; no empty group."""
    kpis = [here.assessment.kpis[each] for each in here.seen(here.card.kpis)]
    off = [each for each in kpis if each.status is Status.OFF_TRACK]
    sinking = [each for each in kpis if each.status is Status.AT_RISK and each.trend.word is TrendWord.WORSENING]
    late = sorted((each for each in kpis if each.freshness.word in LATE), key=lambda each: -each.freshness.missed)
    names = here.names
    groups = (
        _group(names.off_track, "KPI", (_judged(here, each) for each in _lowest_first(off))),
        _group(f"{names.at_risk} and worsening", "KPI", (_judged(here, each) for each in sinking)),
        _group("Initiatives behind plan", "initiative", _behind(here)),
        _group("Figures missing", "KPI", (_late(here, each) for each in late)),
        _group("Nobody responsible", "element", _ownerless(here)),
    )
    return tuple(each for each in groups if each.items)


def _group(title: str, noun: str, items: Iterable[AttentionItem]) -> AttentionGroup:
    found = tuple(items)
    hidden = len(found) - SHOWN
    more = f"and {count_text(hidden, 'more ' + noun)}" if hidden > 0 else ""
    return AttentionGroup(title, count_text(len(found), noun), found[:SHOWN], more)


def _lowest_first(found: list[KpiAssessment]) -> list[KpiAssessment]:
    return sorted(found, key=lambda each: -1.0 if each.score is None else each.score)


def _judged(here: Standpoint, found: KpiAssessment) -> AttentionItem:
    now = found.current
    gap = gap_sentence(found.kpi, now) if now else ""
    value = value_text(found.kpi, now.value if now else None)
    trend = here.trend(found).word.lower()
    reason = ", ".join(part for part in (value, gap, trend) if part)
    return AttentionItem(here.kpi(found.kpi.id), here.kpi_status(found), reason)


def _behind(here: Standpoint) -> Iterable[AttentionItem]:
    for each, found in here.card.initiatives.items():
        if found.status in {InitiativeStatus.OFF_TRACK, InitiativeStatus.AT_RISK}:
            reason = initiative_reason(found, here.names)
            yield AttentionItem(here.initiative(each), here.initiative_status(found), reason)


def _late(here: Standpoint, found: KpiAssessment) -> AttentionItem:
    return AttentionItem(here.kpi(found.kpi.id), freshness_mark(found.freshness), delivery_text(found.freshness))


def _ownerless(here: Standpoint) -> Iterable[AttentionItem]:
    reason = "names no owner"
    for id_, row in here.card.objectives.items():
        if row.objective.owner is None:
            yield AttentionItem(here.objective(id_), here.status(row.standing.status, ""), f"objective {reason}")
    for kpi in here.seen(here.card.kpis):
        found = here.assessment.kpis[kpi]
        if found.kpi.owner is None:
            yield AttentionItem(here.kpi(kpi), here.kpi_status(found), f"KPI {reason}")
    for id_, plan in here.card.initiatives.items():
        if plan.initiative.owner is None:
            yield AttentionItem(here.initiative(id_), here.initiative_status(plan), f"initiative {reason}")
