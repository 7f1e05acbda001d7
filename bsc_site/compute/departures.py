"""Departures: which KPIs an earlier version of the project declared and this one does not, or not under that name."""

from __future__ import annotations

from collections.abc import Container, Iterable, Mapping
from dataclasses import replace
from datetime import date

from bsc_site.compute.assess import assess_alone
from bsc_site.compute.audience import UnknownAudienceError, for_audience
from bsc_site.compute.helper_kpis import without_helpers
from bsc_site.model.concluded.assessment import KpiAssessment
from bsc_site.model.concluded.changes import Departed, LastStanding, Renamed
from bsc_site.model.declared.kpi import Kpi
from bsc_site.model.declared.project import Project
from bsc_site.model.declared.scorecard import Scorecard
from bsc_site.model.series import Series


def departed_kpis(now: Project, before: Project, audience: str | None) -> tuple[Departed, ...]:
    """The KPIs of `before` that `now` has under no id, in their order.

    Only those that `audience` could see then are named, none where that audience was unknown. One whose scorecard is
    gone too is told of by the root. `now` is the whole project, so that what is hidden since is not called gone, and
    neither is anything of a scorecard that is.
    """
    try:
        seen, shown = for_audience(before, audience), for_audience(now, audience)
    except UnknownAudienceError:
        return ()
    cards = {card.id: card for card in shown.scorecards}
    closed = {card.id for card in now.scorecards} - cards.keys()
    strangers = now.people.keys() - shown.people.keys()
    return tuple(
        Departed(kpi.id, kpi.name, home.id, _of_name(kpi.name, before, home), _people(kpi, strangers))
        for card in seen.scorecards
        for kpi in card.kpis
        if not kpi.hidden and kpi.id not in {*now.kpis, *now.renamed_kpis} and card.id not in closed
        if (home := cards.get(card.id, shown.root))
    )


def with_last_standing(
    gone: Iterable[Departed], before: Project, series: Mapping[str, Series], as_of: date, audience: str | None
) -> tuple[Departed, ...]:
    """The same KPIs, each with where it stood by its latest figure, as far as `audience` could see by what.

    `series` are those of `before`.
    """
    return tuple(replace(each, last=_last(assess_alone(before, series, as_of, each.kpi, audience))) for each in gone)


def _last(found: KpiAssessment) -> LastStanding | None:
    now = found.current
    return None if now is None else LastStanding(now.period, found.status, found.score)


def renamed_kpis(now: Project, before: Project, audience: str | None) -> tuple[Renamed, ...]:
    """The KPIs of `now` that `before` had under another id, or another name, in the order of `now`.

    Only those that `audience` could see then and sees now, none where that audience was unknown.
    """
    try:
        then, seen = without_helpers(for_audience(before, audience)), without_helpers(for_audience(now, audience))
    except UnknownAudienceError:
        return ()
    former = {now_id: was for was, now_id in now.renamed_kpis.items() if was in then.kpis}
    found = ((kpi, then.kpis.get(former.get(kpi.id, kpi.id))) for kpi in seen.kpis.values())
    return tuple(
        Renamed(kpi.id, old.id, old.name) for kpi, old in found if old and (old.id, old.name) != (kpi.id, kpi.name)
    )


def _people(kpi: Kpi, strangers: Container[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(each for each in (kpi.owner, kpi.updater) if each and each not in strangers))


def _of_name(name: str, before: Project, home: Scorecard) -> str:
    """The one KPI of that name that has come to the scorecard since, of those that are shown there."""
    found = [kpi.id for kpi in home.kpis if kpi.name == name and kpi.id not in before.kpis]
    return found[0] if len(found) == 1 else ""
