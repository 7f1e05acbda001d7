"""The groups of a KPI in the published data."""

from __future__ import annotations

from bsc_site.model.concluded.assessment import Breakdown, GroupGap, GroupStanding, KpiAssessment
from bsc_site.model.declared.scorecard import StatusNames
from bsc_site.model.vocabularies import Status
from bsc_site.publish.data_files.published_series import published_series
from bsc_site.publish.published_data.published_kpi import BreakdownEntry, GapEntry, GroupEntry


def breakdowns(found: KpiAssessment, names: StatusNames) -> tuple[BreakdownEntry, ...]:
    """The groups column by column, each with its series."""
    return tuple(_entry(each, names) for each in found.breakdowns)


def _entry(breakdown: Breakdown, names: StatusNames) -> BreakdownEntry:
    groups = tuple(_group(each, names) for each in breakdown.groups)
    gap = None if breakdown.gap is None else _gap(breakdown.gap)
    return BreakdownEntry(by=breakdown.by, parts=breakdown.parts, groups=groups, gap=gap)


def _group(group: GroupStanding, names: StatusNames) -> GroupEntry:
    now = group.current
    return GroupEntry(
        name=group.name,
        period=None if now is None else str(now.period),
        value=None if now is None else now.value,
        status=Status.NO_DATA if now is None else now.status,
        series=published_series(group.points, names),
    )


def _gap(gap: GroupGap) -> GapEntry:
    return GapEntry(
        period=str(gap.period),
        highest=gap.highest,
        lowest=gap.lowest,
        difference=gap.high - gap.low,
        before=gap.before,
    )
