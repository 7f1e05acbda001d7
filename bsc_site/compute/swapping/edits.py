"""Edits: what is declared otherwise in one version of a project than in the other, key by key."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any, NamedTuple

from bsc_site.compute.swapping.matching import AnyElement, Matched
from bsc_site.model.declared.kpi import Kpi
from bsc_site.model.declared.scorecard import Drive, Objective, Perspective, Scorecard
from bsc_site.model.declared.targets import Target
from bsc_site.model.differences.difference import (
    DifferenceKind,
    ElementKey,
    ElementSort,
    FormerId,
    InputCause,
    OtherArrow,
    OtherField,
    OtherTarget,
    OtherTargets,
)
from bsc_site.model.differences.difference import Different as What

TARGET_KEYS = ("targets", "path", "baseline", "thresholds", "tolerance", "limit")
"""What a value of a KPI is compared with."""
REPORTED_KEYS = ("progress", "spent", "status", "milestones")
"""What is reported of an initiative as time goes by, as figures of a KPI are."""
_OWNERS = ("owner", "updater")
_ARROWS = ("drives", "supports")
_NO_KEYS = {"id", "was"}
_APART = {"perspectives", "kpis", "initiatives", "people", "themes", "risks", "reviews", "defaults"}
"""Keys of a scorecard that hold elements, which are compared by themselves, or what these take over."""
_IDS = {"owner", "updater", "kpis", "serves", "depends_on", "parent", "themes", "supports"}


class DeclaredEdit(NamedTuple):
    """One edit of an element that both versions have, or the news that it is there, renamed, or gone."""

    element: ElementKey
    kind: DifferenceKind
    what: What
    cause: InputCause


def edits_of(pair: Matched) -> Iterator[DeclaredEdit]:
    """Every edit of the elements that both versions have, in the order of the later one."""
    homes = _homes(pair)
    for key, old in pair.formerly.items():
        if key.id != old.id:
            yield DeclaredEdit(key, DifferenceKind.RENAMED, FormerId(old.id), InputCause.DEFINITION)
        yield from _moved(key, homes)
        yield from _edits(key, pair.before[old], pair.after[key], pair)


def _edits(key: ElementKey, before: AnyElement, after: AnyElement, pair: Matched) -> Iterator[DeclaredEdit]:
    was = _under_todays_ids(before, pair.renamed)
    for name in type(after).model_fields:
        old, new = was[name], getattr(after, name)
        if old == new or name in _NO_KEYS or _held_apart(after, name) or _taken_over(key, name, pair):
            continue
        if name in _ARROWS and isinstance(after, Objective):
            yield from _arrows(key, name, old, new)
        elif name == "targets" and isinstance(after, Kpi):
            yield DeclaredEdit(key, DifferenceKind.TARGET, _targets(old, new), InputCause.TARGET)
        else:
            kind, cause = _of_key(after, name)
            yield DeclaredEdit(key, kind, OtherField(_written(after, name), old, new), cause)


def _under_todays_ids(element: AnyElement, renamed: Mapping[str, str]) -> dict[str, Any]:
    """The values of an element, which name others by the ids that these have today."""
    values = {name: getattr(element, name) for name in type(element).model_fields}
    return {name: _renamed(each, renamed) if name in _IDS else _drives(each, renamed) for name, each in values.items()}


def _renamed(value: Any, renamed: Mapping[str, str]) -> Any:
    if isinstance(value, tuple):
        return tuple(_renamed(each, renamed) for each in value)
    if not isinstance(value, str):
        return value
    return "/".join(renamed.get(part, part) for part in value.split("/"))


def _drives(value: Any, renamed: Mapping[str, str]) -> Any:
    if not renamed or not isinstance(value, tuple) or not all(isinstance(each, Drive) for each in value):
        return value
    keys = ("to", "via", "controls")
    return tuple(each.model_copy(update={key: _renamed(getattr(each, key), renamed) for key in keys}) for each in value)


def _held_apart(element: AnyElement, name: str) -> bool:
    return (isinstance(element, Scorecard) and name in _APART) or (
        isinstance(element, Perspective) and name == "objectives"
    )


def _taken_over(key: ElementKey, name: str, pair: Matched) -> bool:
    """Whether a scorecard only takes over what was edited in the one above it."""
    card = pair.after[key]
    above = ElementKey(ElementSort.SCORECARD, card.parent) if isinstance(card, Scorecard) and card.parent else None
    if above is None or name == "parent" or above not in pair.formerly:
        return False
    sides = ((pair.after[above], card), (pair.before[pair.formerly[above]], pair.before[pair.formerly[key]]))
    return all(getattr(upper, name, None) == getattr(lower, name, None) for upper, lower in sides)


def _of_key(element: AnyElement, name: str) -> tuple[DifferenceKind, InputCause]:
    if name == "weight":
        return DifferenceKind.WEIGHT, InputCause.WEIGHT
    if name in _OWNERS:
        return DifferenceKind.OWNER, InputCause.DEFINITION
    if name in TARGET_KEYS and isinstance(element, Kpi | Scorecard):
        return DifferenceKind.TARGET, InputCause.TARGET
    reported = name in REPORTED_KEYS and "milestones" in type(element).model_fields
    return DifferenceKind.DEFINITION, InputCause.DATA if reported else InputCause.DEFINITION


def _written(element: AnyElement, name: str) -> str:
    return type(element).model_fields[name].alias or name


def _targets(before: tuple[Target, ...], after: tuple[Target, ...]) -> OtherTargets:
    old, new = _by_time(before), _by_time(after)
    keys = [*old, *(key for key in new if key not in old)]
    return OtherTargets(tuple(OtherTarget(old.get(key), new.get(key)) for key in keys if old.get(key) != new.get(key)))


def _by_time(targets: tuple[Target, ...]) -> dict[tuple[Any, ...], Target]:
    """Each target by its period and the versions for which it holds; two that are alike keep their order."""
    found: dict[tuple[Any, ...], Target] = {}
    for each in targets:
        key = (each.period, each.from_, each.until)
        found[key if key not in found else (*key, len(found))] = each
    return found


def _arrows(key: ElementKey, name: str, before: tuple[Any, ...], after: tuple[Any, ...]) -> Iterator[DeclaredEdit]:
    old, new = ({_to(each): each for each in arrows} for arrows in (before, after))
    for to in [*old, *(each for each in new if each not in old)]:
        if old.get(to) != new.get(to):
            what = OtherArrow(name, to, old.get(to), new.get(to))
            yield DeclaredEdit(key, DifferenceKind.ARROW, what, InputCause.DEFINITION)


def _to(arrow: Drive | str) -> str:
    return arrow if isinstance(arrow, str) else arrow.to


def _homes(pair: Matched) -> tuple[Mapping[ElementKey, str], Mapping[ElementKey, str]]:
    """In which perspective each objective stands, and which scorecard declares each KPI, under today's keys."""
    before, after = _places(pair.before), _places(pair.after)
    today, ids = pair.today, pair.renamed
    return {today.get(key, key): ids.get(home, home) for key, home in before.items()}, after


def _places(elements: Mapping[ElementKey, AnyElement]) -> dict[ElementKey, str]:
    found: dict[ElementKey, str] = {}
    for key, each in elements.items():
        if isinstance(each, Perspective):
            found |= {ElementKey(ElementSort.OBJECTIVE, goal.id, key.scorecard): each.id for goal in each.objectives}
        if isinstance(each, Scorecard):
            found |= {ElementKey(ElementSort.KPI, kpi.id): each.id for kpi in each.kpis}
    return found


def _moved(key: ElementKey, homes: tuple[Mapping[ElementKey, str], Mapping[ElementKey, str]]) -> Iterator[DeclaredEdit]:
    before, after = (found.get(key) for found in homes)
    if before is not None and after is not None and before != after:
        name = "perspective" if key.sort is ElementSort.OBJECTIVE else "scorecard"
        yield DeclaredEdit(key, DifferenceKind.DEFINITION, OtherField(name, before, after), InputCause.DEFINITION)
