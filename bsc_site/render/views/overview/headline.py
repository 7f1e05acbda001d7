"""The first lines of the home page: one sentence, one bar, and how fresh all of it is."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from urllib.parse import quote

from markupsafe import Markup

from bsc_site.model.concluded.assessment import KpiAssessment
from bsc_site.model.vocabularies import FreshnessWord, Status
from bsc_site.render.text import own
from bsc_site.render.views.parts.page_parts import StatusMark
from bsc_site.render.views.parts.standpoint import Standpoint
from bsc_site.wording.headline_text import HeadCount, headline
from bsc_site.wording.language import say_count


@dataclass(frozen=True, slots=True)
class BarPart:
    """All KPIs of one status: how many, and the way to the table of just these."""

    mark: StatusMark
    count: str
    href: Markup
    width: Markup


@dataclass(frozen=True, slots=True)
class Headline:
    """The sentence, the bar, and what is missing: `20 of 22 figures are fresh`."""

    sentence: str
    segments: tuple[BarPart, ...]
    fresh: str


def headline_of(here: Standpoint) -> Headline:
    """Of all KPIs of the scorecard that this audience sees."""
    kpis = [here.assessment.kpis[each] for each in here.seen(here.card.kpis)]
    return Headline(headline(tally_of(here, kpis)), _segments(here, kpis), _fresh(kpis))


def tally_of(here: Standpoint, kpis: list[KpiAssessment]) -> HeadCount:
    """How many stand where, and how many have another status than in the period before."""
    statuses = Counter(each.status for each in kpis)
    changes = [each for kpi in kpis for each in here.assessment.changes.by_kpi.get(kpi.kpi.id, ())]
    flips = [(each.before, each.after) for each in changes if each.before is not None and each.after is not None]
    return HeadCount(
        on_track=statuses[Status.ON_TRACK],
        at_risk=statuses[Status.AT_RISK],
        off_track=statuses[Status.OFF_TRACK],
        no_data=statuses[Status.NO_DATA],
        better=sum(after.rank < before.rank for before, after in flips),
        worse=sum(after.rank > before.rank for before, after in flips),
        known=any(each.previous is not None for each in kpis),
    )


def _segments(here: Standpoint, kpis: list[KpiAssessment]) -> tuple[BarPart, ...]:
    """The worst first; statuses in the organisation's own words, however many it tells apart."""
    counted = Counter(here.status(each.status, each.score) for each in kpis)
    table = here.href(here.overview_address("scorecard"))
    order = {mark: place for place, mark in enumerate(reversed(here.legend()))}
    marks = sorted(counted, key=lambda mark: (order.get(mark, len(order)), mark.word))
    return tuple(
        BarPart(mark, str(counted[mark]), own(f"{table}?status={quote(mark.word)}"), own(str(counted[mark])))
        for mark in marks
    )


def _fresh(kpis: list[KpiAssessment]) -> str:
    late = sum(each.freshness.word in {FreshnessWord.OVERDUE, FreshnessWord.STALE} for each in kpis)
    return say_count("{count} figure is missing", "{count} figures are missing", late) if late else ""
