"""Hidden today: an earlier version without what its readers may not see any more, whatever they could see then."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace
from typing import Any, TypeVar

from bsc_site.compute.audience import for_audience
from bsc_site.compute.swapping.matching import AnyElement, elements_of, matched
from bsc_site.model.declared.project import Project
from bsc_site.model.declared.scorecard import Perspective, Scorecard
from bsc_site.model.differences.difference import ElementKey, ElementSort
from bsc_site.model.kept_fields import FieldPath, KeptField, attribute_of, keeping, kept_in

_NOBODY = "hidden-today"
"""An audience that no project declares: what is for it is kept from everyone."""
_LISTS = {
    "kpis": (ElementSort.KPI, False),
    "initiatives": (ElementSort.INITIATIVE, True),
    "risks": (ElementSort.RISK, True),
    "themes": (ElementSort.THEME, True),
    "people": (ElementSort.PERSON, False),
}
"""Keys of a scorecard, with what stands there, and whether its ids count within the scorecard alone."""
_HOLDERS = frozenset({"perspectives", "objectives", "reviews", *_LISTS})
"""Keys below which other elements stand, that have keys of their own."""
_Element = TypeVar("_Element", bound=Any)


def without_secrets(then: Project, now: Project, audience: str | None) -> Project:
    """The earlier project in which nobody may see what `audience` may not see in the project of now."""
    if audience is None:
        return then
    pair, shown = matched(then, now), elements_of(for_audience(now, audience))
    fields = _fields_kept(now, pair.formerly, shown, then)
    if fields:
        then = replace(then, scorecards=tuple(_with_fields(each, fields) for each in then.scorecards))
    secret = {old for new, old in pair.formerly.items() if new not in shown}
    return replace(then, scorecards=tuple(_card(each, secret) for each in then.scorecards)) if secret else then


def _fields_kept(
    now: Project, formerly: Mapping[ElementKey, ElementKey], shown: Mapping[ElementKey, AnyElement], then: Project
) -> dict[ElementKey, set[FieldPath]]:
    """Earlier key of each element to those of its fields that are kept today."""
    found: dict[ElementKey, set[FieldPath]] = {}
    stood = elements_of(then)
    for key, each in elements_of(now).items():
        if key in formerly and key in shown:
            kept = {one.path for one in kept_in(each)} - {one.path for one in kept_in(shown[key])}
            paths = {_path_then(path, each, stood[formerly[key]]) for path in kept if path[0] not in _HOLDERS}
            if paths:
                found[formerly[key]] = paths
    return found


def _path_then(path: FieldPath, now: Any, then: Any) -> FieldPath:
    """The same path where it leads to the same part; to the key with all in it where that was another list."""
    for key in path[:-1]:
        if isinstance(key, int):
            if len(now) != len(then):
                return path[:1]
            now, then = now[key], then[key]
        else:
            name = attribute_of(now, key)
            now, then = getattr(now, name), getattr(then, name)
            if now is None or then is None:
                return path[:1]
    return path


def _with_fields(card: Scorecard, fields: Mapping[ElementKey, set[FieldPath]]) -> Scorecard:
    paths = ((*at, *path) for key, at in _paths(card) for path in sorted(fields.get(key, ()), key=str))
    return keeping(card, tuple(KeptField(path, _NOBODY) for path in paths))


def _paths(card: Scorecard) -> Iterator[tuple[ElementKey, FieldPath]]:
    yield ElementKey(ElementSort.SCORECARD, card.id), ()
    for place, row in enumerate(card.perspectives):
        yield ElementKey(ElementSort.PERSPECTIVE, row.id, card.id), ("perspectives", place)
        for index, goal in enumerate(row.objectives):
            yield ElementKey(ElementSort.OBJECTIVE, goal.id, card.id), ("perspectives", place, "objectives", index)
    for name, (sort, within) in _LISTS.items():
        for index, each in enumerate(getattr(card, name)):
            yield ElementKey(sort, each.id, card.id if within else ""), (name, index)


def _card(card: Scorecard, secret: set[ElementKey]) -> Scorecard:
    update: dict[str, Any] = {
        name: tuple(
            _kept(each, ElementKey(sort, each.id, card.id if within else ""), secret) for each in getattr(card, name)
        )
        for name, (sort, within) in _LISTS.items()
    }
    rows = (_row(each, card.id, secret) for each in card.perspectives)
    made = card.model_copy(update={**update, "perspectives": tuple(rows)})
    made = _kept(made, ElementKey(ElementSort.SCORECARD, card.id), secret)
    made.__dict__.pop("objectives", None)  # a copy would remember those from before anything was hidden
    return made


def _row(row: Perspective, card: str, secret: set[ElementKey]) -> Perspective:
    goals = tuple(_kept(each, ElementKey(ElementSort.OBJECTIVE, each.id, card), secret) for each in row.objectives)
    return _kept(
        row.model_copy(update={"objectives": goals}), ElementKey(ElementSort.PERSPECTIVE, row.id, card), secret
    )


def _kept(element: _Element, key: ElementKey, secret: set[ElementKey]) -> _Element:
    hidden: _Element = element.model_copy(update={"audience": _NOBODY}) if key in secret else element
    return hidden
