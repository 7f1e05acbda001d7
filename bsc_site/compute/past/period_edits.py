"""Period edits: what the files of a project say otherwise at the end of an earlier period than at its beginning."""

from __future__ import annotations

import math
from collections.abc import Iterator, Mapping
from dataclasses import replace
from datetime import date

from bsc_site.compute.assess import assess_alone
from bsc_site.compute.audience import UnknownAudienceError, for_audience, without_kept_fields
from bsc_site.compute.helper_kpis import without_helpers
from bsc_site.compute.swapping.declared_differences import declared_differences, in_order_of_kinds
from bsc_site.compute.swapping.hidden_today import without_secrets
from bsc_site.compute.swapping.matching import Matched, matched
from bsc_site.model.concluded.against import SAME
from bsc_site.model.concluded.assessment import KpiAssessment
from bsc_site.model.declared.project import Project
from bsc_site.model.differences.difference import (
    ChangedFigure,
    ChangedFigures,
    Difference,
    DifferenceKind,
    ElementKey,
    ElementSort,
    InputCause,
    OtherField,
    StatusFlip,
)
from bsc_site.model.series import Series
from bsc_site.model.value_class import dataclass
from bsc_site.model.vocabularies import Status

_JUDGES = {"direction", "scoring"}
"""Keys of a definition by which a figure is judged, beside those of the target."""
_MAKES = {
    *("source", "formula", "from_children", "unit", "frequency", "aggregate", "cumulative", "running", "periods"),
    *("fiscal_year_starts", "gone", "rebase"),
}
"""Keys of a definition that make other figures of the same data."""


@dataclass(frozen=True, slots=True)
class VersionThen:
    """A project as it was at the end of a day, and what its data said then by the ids that KPIs had."""

    project: Project
    series: Mapping[str, Series]
    data: str
    """The word of its data: the same where nothing in the files of figures is another."""
    day: date


@dataclass(frozen=True, slots=True)
class SeenVersion:
    """A version with what its readers may see of it, and with all but what they may not see today.

    By `judged` its KPIs are judged for them: without targets that they may not know.
    """

    version: VersionThen
    shown: Project
    whole: Project
    judged: Project


@dataclass(frozen=True, slots=True)
class PeriodEdits:
    """What was edited, by kind, and both projects as their readers may see them."""

    differences: tuple[Difference, ...]
    projects: tuple[Project, Project]


def seen_version(version: VersionThen, now: Project, audience: str | None) -> SeenVersion | None:
    """The version as `audience` may know it; `now` is the whole project of today. None where it was not known then."""
    whole = without_secrets(version.project, now, audience)
    try:
        shown = without_helpers(for_audience(whole, audience))
        return SeenVersion(version, shown, whole, without_kept_fields(whole, audience))
    except UnknownAudienceError:
        return None


def edits_between(before: SeenVersion, after: SeenVersion, day: date) -> PeriodEdits:
    """Statuses that an edit flipped, figures that were revised, and everything that is declared otherwise.

    Statuses are those of `day`.
    """
    seen = matched(before.shown, after.shown)
    declared = tuple(declared_differences(seen, matched(before.whole, after.whole)))
    found = (
        *_flips(before.judged, replace(after.version, project=after.judged), seen, _judged_otherwise(declared), day),
        *_revised(before.version, after.version, seen, declared),
        *declared,
    )
    return PeriodEdits(in_order_of_kinds(iter(found)), (before.shown, after.shown))


def _judged_otherwise(declared: tuple[Difference, ...]) -> dict[ElementKey, tuple[InputCause, ...]]:
    """KPIs that are judged by something else than before, with the causes."""
    found: dict[ElementKey, tuple[InputCause, ...]] = {}
    for each in declared:
        key = each.what.key if isinstance(each.what, OtherField) else ""
        if each.element.sort is ElementSort.KPI and (each.kind is DifferenceKind.TARGET or key in _JUDGES):
            causes = {*found.get(each.element, ()), *each.causes}
            found[each.element] = tuple(cause for cause in InputCause if cause in causes)
    return found


def _flips(
    before: Project, after: VersionThen, seen: Matched, edited: Mapping[ElementKey, tuple[InputCause, ...]], day: date
) -> Iterator[Difference]:
    """KPIs whose latest figure has another status by the new declaration than it would have by the old one."""
    if not edited:
        return
    former = {new.id: old.id for new, old in seen.formerly.items() if new.sort is ElementSort.KPI}
    series = {former.get(name, name): each for name, each in after.series.items()}
    for key, causes in edited.items():
        old = assess_alone(before, series, day, former[key.id])
        new = assess_alone(after.project, after.series, day, key.id)
        (status, own), (then, own_then) = _mark(new, after.project), _mark(old, before)
        if (then, own_then) != (status, own):
            what = StatusFlip(then, status, (old.score, new.score), (own_then, own))
            yield Difference(key, new.kpi.name, DifferenceKind.STATUS, what, causes)


def _mark(found: KpiAssessment, project: Project) -> tuple[Status, str]:
    own = project.home_of[found.kpi.id].scale.own(found.status, found.score)
    return found.status, own.name if own else ""


def _revised(
    before: VersionThen, after: VersionThen, seen: Matched, declared: tuple[Difference, ...]
) -> Iterator[Difference]:
    """KPIs with figures that both versions have, and that are not the same."""
    made = {
        each.element
        for each in declared
        if isinstance(each.what, OtherField) and each.what.key in _MAKES and each.element.sort is ElementSort.KPI
    }
    for key, former in seen.formerly.items():
        if key.sort is not ElementSort.KPI:
            continue
        found = tuple(_changed(before.series.get(former.id), after.series.get(key.id)))
        if found:
            causes = tuple(_causes(made=key in made, fed=before.data != after.data))
            name = after.project.kpis[key.id].name
            yield Difference(key, name, DifferenceKind.FIGURES, ChangedFigures(found), causes)


def _causes(*, made: bool, fed: bool) -> Iterator[InputCause]:
    """A figure is another because its data is, or its definition, or both; also that of a KPI it is made from."""
    if fed:
        yield InputCause.DATA
    if made or not fed:
        yield InputCause.DEFINITION


def _changed(before: Series | None, after: Series | None) -> Iterator[ChangedFigure]:
    if before is None or after is None or before.complete == after.complete:
        return
    old = {each.period: each.value for each in before.complete}
    for each in after.complete:
        was = old.get(each.period)
        if was is not None and not math.isclose(was, each.value, rel_tol=SAME, abs_tol=SAME):
            yield ChangedFigure(each.period, was, each.value)
