"""Compared versions: every difference between two versions of a project that its readers may know of."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from datetime import date

from bsc_site.compute.audience import Readers, audience_of, for_audience
from bsc_site.compute.helper_kpis import without_helpers
from bsc_site.compute.swapping.causes import Swaps, inputs_apart
from bsc_site.compute.swapping.changed_figures import figure_differences
from bsc_site.compute.swapping.changed_statuses import initiative_differences, status_differences
from bsc_site.compute.swapping.declared_differences import declared_differences, in_order_of_kinds
from bsc_site.compute.swapping.edits import edits_of
from bsc_site.compute.swapping.hidden_today import without_secrets
from bsc_site.compute.swapping.matching import Matched, matched
from bsc_site.compute.swapping.targets_in_data import target_differences
from bsc_site.compute.swapping.worlds import Worlds
from bsc_site.model.declared.initiative import Initiative
from bsc_site.model.declared.project import Project
from bsc_site.model.differences.difference import (
    Comparison,
    Difference,
    DifferenceKind,
    ElementKey,
    Version,
)
from bsc_site.model.series import Readings
from bsc_site.model.value_class import dataclass


@dataclass(frozen=True, slots=True)
class Compared:
    """Two versions to compare, the earlier one first: their names, and the projects with all that is in them."""

    versions: tuple[Version, Version]
    projects: tuple[Project, Project]


def compared(
    sides: Compared, read: Callable[[int, Project], Mapping[str, Readings]], as_of: date, readers: Readers
) -> Comparison:
    """Every difference, statuses first. `read` gives what the data of side 0 or 1 says about the KPIs of a project.

    Both are judged at `as_of`. What `readers` may not see in the later version is in no difference, and neither is
    what they could not see in the earlier one but as something new. Raises UnknownAudienceError.
    """
    before, after = sides.projects
    names = [audience_of(each, readers) for each in sides.projects]
    shown = tuple(without_helpers(for_audience(each, name)) for each, name in zip(sides.projects, names, strict=True))
    seen, whole = matched(shown[0], shown[1]), matched(before, after)
    worlds = Worlds((before, after), read, whole, as_of, readers)
    swaps = Swaps(worlds, inputs_apart(worlds, tuple(edits_of(whole)), others=_others(whole)))
    declared = tuple(_declared(sides.projects, names[1]))
    targets = frozenset(each.element for each in declared if each.kind is DifferenceKind.TARGET)
    found = (
        *status_differences(swaps, targets),
        *initiative_differences(_initiatives(seen), as_of),
        *figure_differences(swaps),
        *target_differences(swaps),
        *declared,
    )
    told = in_order_of_kinds(iter(found))
    return Comparison(*sides.versions, as_of, names[1], told, (shown[0], shown[1]))


def _declared(projects: tuple[Project, Project], name: str | None) -> Iterator[Difference]:
    """What is declared otherwise; nothing of what is hidden from the readers by now, whatever they could see then."""
    before, after = (without_secrets(each, projects[1], name) for each in projects)
    shown = (without_helpers(for_audience(each, name)) for each in (before, after))
    yield from declared_differences(matched(*shown), matched(before, after))


def _others(pair: Matched) -> bool:
    return len(pair.formerly) != len(pair.before) or len(pair.formerly) != len(pair.after)


def _initiatives(seen: Matched) -> Iterator[tuple[ElementKey, Initiative, Initiative]]:
    for key, old in seen.formerly.items():
        one, other = seen.before[old], seen.after[key]
        if isinstance(one, Initiative) and isinstance(other, Initiative):
            yield key, one, other
