"""Departures: which KPIs an earlier version of the project declared and this one does not."""

from __future__ import annotations

from bsc_site.compute.audience import UnknownAudienceError, for_audience
from bsc_site.model.concluded.changes import Departed
from bsc_site.model.declared.project import Project


def departed_kpis(now: Project, before: Project, audience: str | None) -> tuple[Departed, ...]:
    """The KPIs of `before` that `now` has under no id, in their order.

    Only those that `audience` could see then are named, none where that audience was unknown. One whose scorecard is
    gone too is told of by the root. `now` is the whole project, so that what is hidden since is not called gone.
    """
    try:
        seen = for_audience(before, audience)
    except UnknownAudienceError:
        return ()
    cards = {card.id: card for card in now.scorecards}
    return tuple(
        Departed(kpi.id, kpi.name, home.id, _of_name(kpi.name, before, now, home.id))
        for card in seen.scorecards
        for kpi in card.kpis
        if not kpi.hidden and kpi.id not in {*now.kpis, *now.renamed_kpis} and (home := cards.get(card.id, now.root))
    )


def _of_name(name: str, before: Project, now: Project, scorecard: str) -> str:
    """The one KPI of that name that has come to the scorecard since."""
    cards = (card for card in now.scorecards if card.id == scorecard)
    found = [kpi.id for card in cards for kpi in card.kpis if kpi.name == name and kpi.id not in before.kpis]
    return found[0] if len(found) == 1 else ""
