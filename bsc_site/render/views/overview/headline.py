"""The first lines of the home page: the sentence, the bar, and how fresh all of it is."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable
from urllib.parse import quote

from markupsafe import Markup

from bsc_site.model.concluded.assessment import KpiAssessment
from bsc_site.model.value_class import dataclass
from bsc_site.model.vocabularies import Status
from bsc_site.render.text import own
from bsc_site.render.views.overview.change_rows import Turned, turn_of
from bsc_site.render.views.parts.freshness_marks import LATE
from bsc_site.render.views.parts.page_parts import Link, StatusMark
from bsc_site.render.views.parts.standpoint import Standpoint
from bsc_site.wording.headline_text import HeadCount, missing_headline, moves_headline, standing_headline
from bsc_site.wording.language import say, say_count


@dataclass(frozen=True, slots=True)
class BarPart:
    """All KPIs of one status: how many, and the way to the table of just these."""

    mark: StatusMark
    count: str
    href: Markup
    width: Markup


@dataclass(frozen=True, slots=True)
class Headline:
    """What stands as one sentence; what is missing and what moved as the `rest`; the bar; how many figures are late."""

    standing: str
    rest: tuple[str, ...]
    parts: tuple[BarPart, ...]
    fresh: Link


def headline_of(here: Standpoint) -> Headline:
    """Of all KPIs of the scorecard that this audience sees."""
    kpis = [here.assessment.kpis[each] for each in here.seen(here.card.kpis)]
    tally = tally_of(here, kpis)
    return Headline(
        standing=standing_headline(tally),
        rest=tuple(each for each in (missing_headline(tally), moves_headline(tally)) if each),
        parts=_parts(here, kpis),
        fresh=_fresh(here, kpis),
    )


def tally_of(here: Standpoint, kpis: list[KpiAssessment]) -> HeadCount:
    """How many stand where, how many turned for better or worse, and when."""
    statuses = Counter(each.status for each in kpis)
    news = [each for kpi in kpis for each in here.assessment.changes.by_kpi.get(kpi.kpi.id, ())]
    turned = {each.kpi: each for each in news if turn_of(each) is not None}
    turns = Counter(turn_of(each) for each in turned.values())
    compared = {each.current.period for each in kpis if each.current and each.previous}
    periods = {each.period for each in turned.values()} or compared
    return HeadCount(
        on_track=statuses[Status.ON_TRACK],
        at_risk=statuses[Status.AT_RISK],
        off_track=statuses[Status.OFF_TRACK],
        no_data=statuses[Status.NO_DATA],
        better=turns[Turned.BETTER],
        worse=turns[Turned.WORSE],
        known=bool(compared),
        period=periods.pop() if len(periods) == 1 else None,
    )


def _parts(here: Standpoint, kpis: list[KpiAssessment]) -> tuple[BarPart, ...]:
    """The worst first; statuses in the organisation's own words, however many it tells apart."""
    counted = Counter(here.status(each.status, each.score) for each in kpis)
    table = here.href(here.overview_address("scorecard"))
    marks = sorted(counted, key=_worst_first(here))
    return tuple(
        BarPart(mark, str(counted[mark]), own(f"{table}?status={quote(mark.word)}"), own(str(counted[mark])))
        for mark in marks
    )


def _worst_first(here: Standpoint) -> Callable[[StatusMark], int]:
    """Off track to on track, and then what has no score."""
    legend = here.legend()
    unscored = {here.status(each, None) for each in (Status.NO_DATA, Status.NOT_SCORED)}
    scored = [each for each in reversed(legend) if each not in unscored]
    order = [*scored, *(each for each in legend if each in unscored)]
    places = {mark: place for place, mark in enumerate(order)}
    return lambda mark: places.get(mark, len(places))


def _fresh(here: Standpoint, kpis: list[KpiAssessment]) -> Link:
    """`2 of 21 figures are late`, with the way to the page that says which."""
    late = sum(each.freshness.word in LATE for each in kpis)
    if not kpis:
        return Link("")
    if not late:
        return here.overview("data-quality", say("No figure is late"))
    if len(kpis) == 1:
        return here.overview("data-quality", say("The only figure is late"))
    text = say_count("{count} of {total} figures is late", "{count} of {total} figures are late", late, total=len(kpis))
    return here.overview("data-quality", text)
