"""The portfolio page: all initiatives of a scorecard in time, in money and by what they serve."""

from __future__ import annotations

from collections.abc import Callable

from markupsafe import Markup

from bsc_site.model.concluded.portfolio import CostShare, Holding, Money, Portfolio
from bsc_site.model.value_class import dataclass
from bsc_site.model.vocabularies import InitiativeStatus, Status
from bsc_site.render.text import own
from bsc_site.render.views.parts.first_lines import FirstLines, first_lines
from bsc_site.render.views.parts.page_parts import Fact, Frame, Link, StatusMark
from bsc_site.render.views.parts.standpoint import Standpoint
from bsc_site.wording.conclusions.initiatives_conclusion import PlanCount, initiatives_conclusion
from bsc_site.wording.figures import period_text, quantity_text, share_text
from bsc_site.wording.language import led, say, say_count

_BEHIND = (InitiativeStatus.OFF_TRACK, InitiativeStatus.AT_RISK)
_OVER = (InitiativeStatus.DONE, InitiativeStatus.CANCELLED)
_URGENCY = (*_BEHIND, InitiativeStatus.ON_TRACK, InitiativeStatus.PLANNED, *_OVER)


@dataclass(frozen=True, slots=True)
class Figure:
    """A number in a table: its text, and the plain number to sort by (empty for none)."""

    text: str
    order: Markup


@dataclass(frozen=True, slots=True)
class MoneyCells:
    """The amounts of one row."""

    budget: Figure
    spent: Figure
    earned: Figure
    variance: Figure


@dataclass(frozen=True, slots=True)
class InitiativeRow:
    """An initiative as one row: its work, its time and its money."""

    link: Link
    status: StatusMark
    time: str
    start: Markup
    progress: Figure
    milestones: str
    slippage: Figure
    money: MoneyCells
    owner: Link
    serves: tuple[Link, ...]
    waits_for: tuple[Link, ...]


@dataclass(frozen=True, slots=True)
class CostRow:
    """What one objective or perspective costs; `share` is its part of the whole budget."""

    link: Link
    initiatives: tuple[Link, ...]
    budget: Figure
    spent: Figure
    share: Figure


@dataclass(frozen=True, slots=True)
class PayRow:
    """A KPI that pay depends on."""

    link: Link
    status: StatusMark
    incentive: str
    owner: Link


@dataclass(frozen=True, slots=True)
class InitiativesView:
    """Everything that `initiatives.md.jinja` shows; `figure` is the Gantt chart."""

    title: str
    frame: Frame
    conclusion: str
    empty: FirstLines | None
    facts: tuple[Fact, ...]
    figure: Markup
    rows: tuple[InitiativeRow, ...]
    """Those that are behind plan first."""
    total: MoneyCells
    counted: str
    """What the totals leave out; empty where nothing is missing."""
    objectives: tuple[CostRow, ...]
    perspectives: tuple[CostRow, ...]
    off_track: str
    """The organisation's word for what is off track."""
    unserved: tuple[Link, ...]
    serving_nothing: tuple[Link, ...]
    pay: tuple[PayRow, ...]


def initiatives_view(here: Standpoint, figure: Markup) -> InitiativesView:
    """All initiatives of the scorecard."""
    title = say("Initiatives: {scorecard}", scorecard=here.card.scorecard.title)
    portfolio = here.assessment.overviews[here.id].portfolio
    total = portfolio.total
    return InitiativesView(
        title=title,
        frame=here.frame(title),
        conclusion=initiatives_conclusion(_plan_count(here, portfolio)),
        empty=None if portfolio.holdings else first_lines("initiatives"),
        facts=_facts(here, portfolio),
        figure=figure,
        rows=tuple(_row(here, each) for each in sorted(portfolio.holdings.values(), key=_urgency(here))),
        total=money_cells(here, total),
        counted=_counted(portfolio),
        objectives=_costs(here, portfolio.objectives, total),
        perspectives=_costs(here, portfolio.perspectives, total),
        off_track=here.plan_names.of(Status.OFF_TRACK),
        unserved=tuple(here.objective(each) for each in portfolio.unserved),
        serving_nothing=tuple(here.initiative(each) for each in portfolio.serving_nothing),
        pay=_pay(here),
    )


def _plan_count(here: Standpoint, portfolio: Portfolio) -> PlanCount:
    statuses = [each.status for each in here.card.initiatives.values()]
    total, whole = portfolio.total, portfolio.counted == len(statuses)
    return PlanCount(
        total=len(statuses),
        behind=sum(each in _BEHIND for each in statuses),
        over=sum(each in _OVER for each in statuses),
        spent=total.spent / total.budget if whole and total.budget and total.spent is not None else None,
        earned=total.earned / total.budget if whole and total.budget and total.earned is not None else None,
    )


def _urgency(here: Standpoint) -> Callable[[Holding], int]:
    return lambda each: _URGENCY.index(here.card.initiatives[each.initiative].status)


def money_text(here: Standpoint, amount: float | None) -> str:
    """An amount in the scorecard's currency, without cents; an em dash for none."""
    return quantity_text(amount, here.card.scorecard.currency, 0)


def money_cells(here: Standpoint, money: Money) -> MoneyCells:
    """The four amounts, the variance with its sign."""
    sign = {True: "+", False: "−"}[money.variance > 0] if money.variance else ""
    variance = "—" if money.variance is None else led(f"{sign}{money_text(here, abs(money.variance))}")
    return MoneyCells(
        budget=_figure(money_text(here, money.budget), money.budget),
        spent=_figure(money_text(here, money.spent), money.spent),
        earned=_figure(money_text(here, money.earned), money.earned),
        variance=_figure(variance, money.variance),
    )


def slippage_text(days: int | None) -> str:
    """`12 days late`, `3 days early`, `on time`; an em dash where nothing tells."""
    if days is None:
        return "—"
    if days > 0:
        return say_count("{count} day late", "{count} days late", days)
    return say_count("{count} day early", "{count} days early", -days) if days < 0 else say("on time")


def _figure(text: str, number: float | None) -> Figure:
    return Figure(text, own("" if number is None else f"{number:.10g}"))


def _facts(here: Standpoint, portfolio: Portfolio) -> tuple[Fact, ...]:
    total = portfolio.total
    facts = []
    if total.budget:
        facts.append(Fact(say("Budget"), money_text(here, total.budget)))
    if total.budget and total.spent is not None:
        used = share_of_budget(total.spent / total.budget)
        facts.append(Fact(say("Spent"), money_text(here, total.spent), used))
    if total.earned is not None:
        meaning = say("budget × progress: what the work done was to cost")
        facts.append(Fact(say("Earned"), money_text(here, total.earned), meaning))
    if total.variance is not None:
        facts.append(Fact(say("Variance"), money_cells(here, total).variance.text, variance_words(total.variance)))
    return tuple(facts)


def share_of_budget(share: float) -> str:
    """What part of the budget was spent: `62 % of the budget`."""
    return say("{share} of the budget", share=share_text(share))


def variance_words(variance: float) -> str:
    """What a variance means."""
    if variance == 0:
        return say("spent exactly what was earned")
    return say("spent less than was earned") if variance > 0 else say("spent more than was earned")


def _counted(portfolio: Portfolio) -> str:
    if portfolio.counted == len(portfolio.holdings):
        return ""
    return say_count(
        "Earned value and variance are known for {known} of {count} initiative; the total adds up those.",
        "Earned value and variance are known for {known} of {count} initiatives; the total adds up those.",
        len(portfolio.holdings),
        known=portfolio.counted,
    )


def _row(here: Standpoint, holding: Holding) -> InitiativeRow:
    found = here.card.initiatives[holding.initiative]
    declared = found.initiative
    progress = "—" if found.progress is None else share_text(found.progress)
    return InitiativeRow(
        link=here.initiative(declared.id),
        status=here.initiative_status(found),
        time=f"{period_text(declared.start)} – {period_text(declared.end)}",
        start=own(f"{declared.start.start:%Y%m%d}"),
        progress=_figure(progress, found.progress),
        milestones=_milestones(holding),
        slippage=_figure(slippage_text(holding.slippage), holding.slippage),
        money=money_cells(here, holding.money),
        owner=here.person(declared.owner),
        serves=tuple(here.objective(each) for each in declared.serves),
        waits_for=tuple(here.initiative(each) for each in holding.waiting),
    )


def _milestones(holding: Holding) -> str:
    if not holding.milestones:
        return "—"
    return say("{reached} of {milestones}", reached=holding.reached, milestones=holding.milestones)


def _costs(here: Standpoint, shares: tuple[CostShare, ...], total: Money) -> tuple[CostRow, ...]:
    return tuple(
        CostRow(
            link=_served(here, share.id),
            initiatives=tuple(here.initiative(each) for each in share.initiatives),
            budget=_figure(money_text(here, share.budget), share.budget),
            spent=_figure(money_text(here, share.spent), share.spent),
            share=_figure(share_text(share.budget / total.budget), share.budget)
            if total.budget
            else _figure("—", None),
        )
        for share in shares
    )


def _served(here: Standpoint, element: str) -> Link:
    if not element:
        return Link(say("No objective"))
    return here.perspective(element) if element in here.card.perspectives else here.objective(element)


def _pay(here: Standpoint) -> tuple[PayRow, ...]:
    tied = (here.assessment.kpis[each] for each in here.seen(here.card.kpis))
    return tuple(
        PayRow(here.kpi(each.kpi.id), here.kpi_status(each), each.kpi.incentive, here.person(each.kpi.owner))
        for each in tied
        if each.kpi.incentive
    )
