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
from bsc_site.model.kept_fields import FieldPath, KeptField, keeping, kept_in

_NOBODY = "hidden-today"
"""An audience that no project declares: what is for it is kept from everyone."""
_SORTS = (
    ElementSort.PERSPECTIVE, ElementSort.OBJECTIVE, ElementSort.KPI, ElementSort.INITIATIVE, ElementSort.RISK,
)  # fmt: skip
_LISTS = {
    "kpis": (ElementSort.KPI, False),
    "initiatives": (ElementSort.INITIATIVE, True),
    "risks": (ElementSort.RISK, True),
}
"""Keys of a scorecard, with what stands there, and whether its ids count within the scorecard alone."""
_MORE_LISTS = {"themes": (ElementSort.THEME, True), "people": (ElementSort.PERSON, False)}
_HOLDERS = frozenset({"perspectives", "objectives", "reviews", *_LISTS, *_MORE_LISTS})
"""Keys below which other elements stand, that have keys of their own."""
_Element = TypeVar("_Element", bound=Any)


def without_secrets(then: Project, now: Project, audience: str | None) -> Project:
    """The earlier project in which nobody may see what `audience` may not see in the project of now."""
    if audience is None:
        return then
    shown = elements_of(for_audience(now, audience))
    pair = matched(then, now)
    secret = {old for new, old in pair.formerly.items() if new.sort in _SORTS and new not in shown}
    fields = _fields_kept(now, pair.formerly, shown)
    if fields:
        then = replace(then, scorecards=tuple(_with_fields(each, fields) for each in then.scorecards))
    if not secret:
        return then
    return replace(then, scorecards=tuple(_card(each, secret) for each in then.scorecards))


def _fields_kept(
    now: Project, formerly: Mapping[ElementKey, ElementKey], shown: Mapping[ElementKey, AnyElement]
) -> dict[ElementKey, set[str]]:
    """Earlier key of each element to those of its keys that are kept today, also where only a part of one is."""
    found: dict[ElementKey, set[str]] = {}
    for key, each in elements_of(now).items():
        if key in formerly and key in shown:
            kept = {str(one.path[0]) for one in kept_in(each)} - {str(one.path[0]) for one in kept_in(shown[key])}
            found[formerly[key]] = kept - _HOLDERS
    return {key: kept for key, kept in found.items() if kept}


def _with_fields(card: Scorecard, fields: Mapping[ElementKey, set[str]]) -> Scorecard:
    kept = (KeptField((*path, name), _NOBODY) for key, path in _paths(card) for name in sorted(fields.get(key, ())))
    return keeping(card, tuple(kept))


def _paths(card: Scorecard) -> Iterator[tuple[ElementKey, FieldPath]]:
    yield ElementKey(ElementSort.SCORECARD, card.id), ()
    for place, row in enumerate(card.perspectives):
        yield ElementKey(ElementSort.PERSPECTIVE, row.id, card.id), ("perspectives", place)
        for index, goal in enumerate(row.objectives):
            yield ElementKey(ElementSort.OBJECTIVE, goal.id, card.id), ("perspectives", place, "objectives", index)
    for name, (sort, within) in {**_LISTS, **_MORE_LISTS}.items():
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
