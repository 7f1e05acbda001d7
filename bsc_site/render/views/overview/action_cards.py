"""Action cards: the KPIs that need action, each with what one must know to begin a talk about it."""

from __future__ import annotations

from markupsafe import Markup

from bsc_site.model.concluded.assessment import KpiAssessment, Point
from bsc_site.model.concluded.review_assessment import Element
from bsc_site.model.declared.kpi import Kpi
from bsc_site.model.value_class import dataclass
from bsc_site.model.vocabularies import Status
from bsc_site.render.views.parts.page_parts import Link, StatusMark
from bsc_site.render.views.parts.sparkline import LATEST, card_sparkline
from bsc_site.render.views.parts.standpoint import Standpoint
from bsc_site.render.views.parts.value_sentences import expected_at, held_for, value_text
from bsc_site.render.views.review_views.remarks import discussed_about
from bsc_site.wording.figures import period_text
from bsc_site.wording.language import say, say_count
from bsc_site.wording.outlooks.forecast_text import chance_statement

SHOWN = 3
FOLDED = 12


@dataclass(frozen=True, slots=True)
class ActionCard:
    """One KPI off track: its latest value beside what was expected of it, and who does what about it."""

    link: Link
    status: StatusMark
    value: str
    against: str
    sparkline: Markup
    owner: Link
    since: str
    chance: str
    decision: str


@dataclass(frozen=True, slots=True)
class ActionCards:
    """The worst first: three at once, more behind a line that says how many; `all` leads to the table of all."""

    cards: tuple[ActionCard, ...]
    more: str
    folded: tuple[ActionCard, ...]
    rest: str
    all: Link


def action_cards(here: Standpoint) -> ActionCards:
    """The KPIs of the scorecard that are off track."""
    kpis = [here.assessment.kpis[each] for each in here.seen(here.card.kpis)]
    red = sorted((each for each in kpis if each.status is Status.OFF_TRACK), key=_worst_first)
    cards = tuple(_card(here, each) for each in red[: SHOWN + FOLDED])
    hidden, beyond = len(red) - SHOWN, len(red) - len(cards)
    return ActionCards(
        cards=cards[:SHOWN],
        more=say_count("and {count} more KPI", "and {count} more KPIs", hidden) if hidden > 0 else "",
        folded=cards[SHOWN:],
        rest=say_count("and {count} more KPI", "and {count} more KPIs", beyond) if beyond > 0 else "",
        all=here.overview("scorecard"),
    )


def _worst_first(found: KpiAssessment) -> float:
    return -1.0 if found.score is None else found.score


def _card(here: Standpoint, found: KpiAssessment) -> ActionCard:
    kpi, now = found.kpi, found.current
    chances = found.forecast.chances
    shown = [each for each in found.points if each.complete][-LATEST:]
    return ActionCard(
        link=here.kpi(kpi.id),
        status=here.kpi_status(found),
        value=value_text(kpi, now.value if now else None),
        against=_against(kpi, now) if now else "",
        sparkline=card_sparkline([each.value for each in shown], _aims(shown)),
        owner=here.person(kpi.owner),
        since=_since(here, found, shown),
        chance=chance_statement(chances[0], kpi) if chances else "",
        decision=_last_decision(here, kpi.id),
    )


def _against(kpi: Kpi, now: Point) -> str:
    """`target 24.2 %, Oct 2026`; the period alone where nothing was expected."""
    period = period_text(now.period)
    target = expected_at(kpi, now)
    return period if not now.expected.given else say("target {target}, {period}", target=target, period=period)


def _aims(shown: list[Point]) -> list[list[float | None]]:
    """The target of each period, and the ends of a band."""
    expected = [each.expected for each in shown]
    return [[each.target for each in expected], [each.low for each in expected], [each.high for each in expected]]


def _since(here: Standpoint, found: KpiAssessment, shown: list[Point]) -> str:
    """`since Jul 2026`; empty for a status that is new or set by hand."""
    held = held_for(found, here.names.scale)
    if found.by_hand is not None or not held or held > len(shown):
        return ""
    return say("since {period}", period=period_text(shown[-held].period))


def _last_decision(here: Standpoint, kpi: str) -> str:
    """What the latest review that decided anything about it decided."""
    said = (decision.text for each in discussed_about(here, Element("kpi", "", kpi)) for decision in each.decisions)
    return next(said, "")
