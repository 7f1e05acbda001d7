"""The page of an initiative: its standing, its money, its milestones, and what happened to the KPIs it serves."""

from __future__ import annotations

from bsc_site.model.concluded.assessment import InitiativeAssessment
from bsc_site.model.concluded.evidence import InitiativeEffect
from bsc_site.model.concluded.portfolio import Holding, Money
from bsc_site.model.concluded.review_assessment import Element
from bsc_site.model.declared.initiative import Initiative, Milestone
from bsc_site.model.value_class import dataclass
from bsc_site.render.views.initiative_views.initiatives_view import (
    money_cells,
    money_text,
    share_of_budget,
    slippage_text,
    variance_words,
)
from bsc_site.render.views.initiative_views.milestone_line import Timeline, timeline_of
from bsc_site.render.views.initiative_views.risks_view import RiskRow, risks_about
from bsc_site.render.views.parts.kpi_tables import KpiTable, kpi_table
from bsc_site.render.views.parts.page_parts import Fact, Frame, Link, StatusMark
from bsc_site.render.views.parts.standpoint import Standpoint
from bsc_site.render.views.parts.value_sentences import difference_text
from bsc_site.render.views.review_views.remarks import Discussed, discussed_about
from bsc_site.wording.conclusions.initiatives_conclusion import initiative_conclusion
from bsc_site.wording.figures import date_text, difference_unit, period_text, range_text, share_text
from bsc_site.wording.initiative_text import initiative_steps
from bsc_site.wording.language import say
from bsc_site.wording.outlooks.effect_text import effect_sentences


@dataclass(frozen=True, slots=True)
class MilestoneRow:
    """A milestone: when it was due, when it was reached and how late that was."""

    name: str
    due: str
    done: str
    slippage: str


@dataclass(frozen=True, slots=True)
class EffectRow:
    """What happened to one KPI; `low` and `high` are the ends of the 95 % interval, empty while it cannot be told."""

    kpi: Link
    since: str
    effect: str
    interval: str
    sentence: str


@dataclass(frozen=True, slots=True)
class Dependency:
    """An initiative that this one waits for, with its status where this audience sees it."""

    link: Link
    status: StatusMark | None


@dataclass(frozen=True, slots=True)
class InitiativeView:
    """Everything that `initiative.md.jinja` shows."""

    title: str
    frame: Frame
    description: str
    status: StatusMark
    conclusion: str
    owner: Link
    timeline: Timeline
    serves: tuple[Link, ...]
    depends_on: tuple[Dependency, ...]
    needed_by: tuple[Link, ...]
    facts: tuple[Fact, ...]
    milestones: tuple[MilestoneRow, ...]
    effects: tuple[EffectRow, ...]
    table: KpiTable
    """The KPIs of the objectives that it serves."""
    risks: tuple[RiskRow, ...]
    said: tuple[Discussed, ...]
    steps: tuple[str, ...]


def initiative_view(here: Standpoint, initiative: str) -> InitiativeView:
    """The page of one initiative."""
    found = here.card.initiatives[initiative]
    holding = here.assessment.overviews[here.id].portfolio.holdings[initiative]
    declared = found.initiative
    others = here.card.initiatives.items()
    element = Element("initiative", here.id, initiative)
    return InitiativeView(
        title=declared.name,
        frame=here.frame(declared.name),
        description=declared.description,
        status=here.initiative_status(found),
        conclusion=initiative_conclusion(found),
        owner=here.person(declared.owner),
        timeline=timeline_of(found, here.assessment.as_of),
        serves=tuple(here.objective(each) for each in declared.serves),
        depends_on=tuple(_dependency(here, each) for each in declared.depends_on),
        needed_by=tuple(here.initiative(name) for name, each in others if initiative in each.initiative.depends_on),
        facts=_facts(here, found, holding),
        milestones=tuple(map(_milestone, declared.milestones, holding.delays)),
        effects=tuple(_effect(here, each) for each in found.effects if each.kpi in here.assessment.kpis),
        table=_table(here, declared),
        risks=risks_about(here, [element]),
        said=discussed_about(here, element),
        steps=initiative_steps(found, here.plan_names),
    )


def _dependency(here: Standpoint, initiative: str) -> Dependency:
    found = here.card.initiatives.get(initiative)
    status = here.initiative_status(found) if found else None
    return Dependency(here.initiative(initiative), status)


def _facts(here: Standpoint, found: InitiativeAssessment, holding: Holding) -> tuple[Fact, ...]:
    declared = found.initiative
    progress = "—" if found.progress is None else share_text(found.progress)
    first, last = date_text(declared.start.start), date_text(declared.end.end)
    facts = [
        Fact(say("Progress"), progress, say("{share} expected by now", share=share_text(found.expected))),
        Fact(say("Time"), say("{first} to {last}", first=first, last=last)),
    ]
    if holding.slippage is not None:
        facts.append(Fact(say("Slippage"), slippage_text(holding.slippage), say("against the plan's own dates")))
    return (*facts, *_money(here, holding.money))


def _money(here: Standpoint, money: Money) -> list[Fact]:
    facts = []
    if money.budget is not None:
        facts.append(Fact(say("Budget"), money_text(here, money.budget)))
    if money.spent is not None:
        used = share_of_budget(money.spent / money.budget) if money.budget else ""
        facts.append(Fact(say("Spent"), money_text(here, money.spent), used))
    if money.earned is not None:
        facts.append(Fact(say("Earned value"), money_text(here, money.earned), say("budget × progress")))
    if money.variance is not None:
        facts.append(Fact(say("Variance"), money_cells(here, money).variance.text, variance_words(money.variance)))
    return facts


def _milestone(milestone: Milestone, late: int | None) -> MilestoneRow:
    done = date_text(milestone.done.end) if milestone.done else say("not yet")
    return MilestoneRow(milestone.name, date_text(milestone.due.end), done, slippage_text(late))


def _effect(here: Standpoint, effect: InitiativeEffect) -> EffectRow:
    kpi = here.assessment.kpis[effect.kpi].kpi
    size, interval = say("too early"), ""
    if effect.effect is not None and effect.low is not None and effect.high is not None:
        size = difference_text(kpi, effect.effect)
        interval = range_text(effect.low, effect.high, difference_unit(kpi.unit), kpi.decimals)
    elif effect.known_from is None:
        size = say("cannot be told")
    else:
        interval = say("from {period} on", period=period_text(effect.known_from))
    sentences = effect_sentences(effect, kpi, here.card.initiatives)
    return EffectRow(here.kpi(effect.kpi), period_text(effect.since), size, interval, sentences)


def _table(here: Standpoint, declared: Initiative) -> KpiTable:
    served = [here.card.objectives[each] for each in declared.serves if each in here.card.objectives]
    names = {kpi: each.objective.name for each in served for kpi in each.kpis}
    return kpi_table(here, tuple(names), names)
