"""Comparison: what changed since the previous period, and which figures were revised, told from noise."""

from __future__ import annotations

import math
from collections.abc import Iterator, Mapping
from dataclasses import replace
from datetime import date

from bsc_site.model.concluded.against import SAME
from bsc_site.model.concluded.against import met as reached
from bsc_site.model.concluded.assessment import KpiAssessment, Point
from bsc_site.model.concluded.changes import (
    Change,
    ChangeKind,
    Changes,
    Crossing,
    Moved,
    Revised,
    StoodOut,
    Unnoted,
)
from bsc_site.model.concluded.project_assessment import Assessment
from bsc_site.model.declared.own_statuses import StatusScale
from bsc_site.model.series import Note, Series
from bsc_site.model.vocabularies import FreshnessWord, PointLabel, Variation


def changes_since(assessment: Assessment, earlier: Mapping[str, Series], since: date | None) -> Changes:
    """The news of every KPI; `earlier` holds the series as an older version of the data gave them, dated `since`.

    A KPI whose figures are stale has no news: what happened to it is old. A move that neither flips a status nor
    crosses a target nor leaves the natural variation is quiet.
    """
    by_kpi: dict[str, tuple[Change, ...]] = {}
    without: dict[bool | None, set[str]] = {False: set(), True: set(), None: set()}
    for name, found in assessment.kpis.items():
        scale = assessment.scorecards[found.scorecard].scorecard.scale
        told = (*_moves(found, scale), *_revisions(found, earlier.get(name)))
        if told:
            by_kpi[name] = told
        elif _moved(found):
            without[_stands_out(found)].add(name)
    quiet, lasting, untold = (frozenset(without[each]) for each in (False, True, None))
    return Changes(by_kpi, quiet, lasting, untold, since)


def _stands_out(found: KpiAssessment) -> bool | None:
    """Whether the latest value is a signal, as the page of the KPI says; None without limits of natural variation."""
    return found.signal.variation is not Variation.COMMON_CAUSE if found.signal.grounds else None


def _moves(found: KpiAssessment, scale: StatusScale) -> Iterator[Change]:
    before, after = found.previous, found.current
    if before is None or after is None or found.freshness.word is FreshnessWord.STALE:
        return
    why = _reason(found, after)
    flip = flip_between(found, scale, before, after)
    if flip is not None and (flip.kind is ChangeKind.TARGET or found.by_hand is None):
        yield replace(flip, why=why)
    elif flip is not None and _crossing(found, before, after) is not None:
        yield replace(flip, kind=ChangeKind.TARGET, why=why)
    if _new_signal(found):
        latest = found.signal.points[-1]
        seen = StoodOut(latest.period, found.signal.variation, latest.label, found.signal.sloped)
        yield Change(found.kpi.id, ChangeKind.SIGNAL, after.period, seen, why)


def flip_between(found: KpiAssessment, scale: StatusScale, before: Point, after: Point) -> Change | None:
    """Another status at a later point, or else the other side of the target; with the note of that point."""
    crossing = _crossing(found, before, after)
    apart = scale.told_apart(before, after)
    if not apart and crossing is None:
        return None
    kind = ChangeKind.STATUS if apart else ChangeKind.TARGET
    what = Moved(before.period, before.value, after.value, after.expected.target, crossing)
    scores = (before.score, after.score)
    return Change(found.kpi.id, kind, after.period, what, after.note or "", before.status, after.status, scores)


def _crossing(found: KpiAssessment, before: Point, after: Point) -> Crossing | None:
    """The side of its target to which it moved; None when it stayed on its side."""
    met = [reached(point, found.kpi) for point in (before, after)]
    if None in met or met[0] == met[1]:
        return None
    return Crossing.REACHED if met[1] else Crossing.NO_LONGER_MET


def _new_signal(found: KpiAssessment) -> bool:
    """Whether the latest point stands out to a side to which the one before did not."""
    labels = [point.label for point in found.signal.points[-2:]]
    return len(labels) > 1 and labels[-1].side != 0 and labels[-1].side != labels[0].side


def _reason(found: KpiAssessment, after: Point) -> Note | Unnoted:
    """The note of the period; otherwise what the control chart says of the move."""
    if after.note:
        return after.note
    labels = found.signal.points if found.signal.grounds else ()
    return Unnoted.WITHIN_VARIATION if labels and labels[-1].label is PointLabel.COMMON_CAUSE else ""


def _revisions(found: KpiAssessment, earlier: Series | None) -> Iterator[Change]:
    if earlier is None:
        return
    old = {each.period: each.value for each in earlier.complete}
    for point in found.points:
        was = old.get(point.period)
        if was is None or not point.complete or math.isclose(was, point.value, rel_tol=SAME, abs_tol=SAME):
            continue
        what = Revised(was, point.value)
        yield Change(found.kpi.id, ChangeKind.REVISED, point.period, what, point.note or Unnoted.NO_NOTE)


def _moved(found: KpiAssessment) -> bool:
    if found.previous is None or found.current is None or found.freshness.word is FreshnessWord.STALE:
        return False
    return not math.isclose(found.previous.value, found.current.value, rel_tol=SAME)
