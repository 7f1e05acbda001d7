"""Hidden today: an earlier version without what its readers may not see any more, whatever they could see then."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace
from typing import Any, NamedTuple, TypeVar

from bsc_site.compute.audience import for_audience
from bsc_site.compute.swapping.matching import AnyElement, elements_of, matched
from bsc_site.model.declared.project import Project
from bsc_site.model.declared.scorecard import Perspective, Scorecard
from bsc_site.model.differences.difference import ElementKey, ElementSort
from bsc_site.model.fields import Part
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
_ANY = -1
"""In a path, every entry of a list."""
_HOLDERS = frozenset({"perspectives", "objectives", "reviews", *_LISTS})
"""Keys below which other elements stand, that have keys of their own."""
_Element = TypeVar("_Element", bound=Any)


def without_secrets(then: Project, now: Project, audience: str | None) -> Project:
    """The earlier project in which nobody may see what `audience` may not see in the project of now."""
    if audience is None:
        return then
    shown = elements_of(for_audience(now, audience))
    pair = matched(then, now)
    secret = {old for new, old in pair.formerly.items() if new not in shown}
    fields = _fields_kept(now, pair.formerly, shown)
    if fields:
        then = replace(then, scorecards=tuple(_with_fields(each, fields) for each in then.scorecards))
    gone = _part_names(now) - _part_names(for_audience(now, audience))
    if gone:
        former = {_formerly(name, pair.formerly) for name in gone}
        then = replace(then, scorecards=tuple(_without_parts(each, former) for each in then.scorecards))
    if not secret:
        return then
    return replace(then, scorecards=tuple(_card(each, secret) for each in then.scorecards))


class _PartName(NamedTuple):
    """To which element an arrow, a milestone, a review or a decision belongs, and by what it is known again."""

    holder: ElementKey
    kind: str
    about: str
    more: tuple[str, ...] = ()


def _part_names(project: Project) -> set[_PartName]:
    return {name for card in project.scorecards for name, _ in _parts(card)}


def _parts(card: Scorecard) -> Iterator[tuple[_PartName, FieldPath]]:
    """Each with its path within the scorecard."""
    for key, path, element in _paths(card):
        for kind, known in (("drives", "to"), ("milestones", "name")):
            for at, each in enumerate(getattr(element, kind, ())):
                yield _PartName(key, kind, getattr(each, known)), (*path, kind, at)
    top = ElementKey(ElementSort.SCORECARD, card.id)
    for at, review in enumerate(card.reviews):
        name = _PartName(top, "reviews", review.on, (str(review.period),))
        yield name, ("reviews", at)
        for place, each in enumerate(review.decisions):
            yield name._replace(kind="decisions", more=(*name.more, each.text)), ("reviews", at, "decisions", place)


def _formerly(name: _PartName, formerly: Mapping[ElementKey, ElementKey]) -> _PartName:
    """The name with the ids that the elements had then."""
    ids = {new.id: old.id for new, old in formerly.items()}
    kind, parted, id_ = name.about.rpartition("/")
    about = name.about if name.kind == "milestones" else f"{kind}{parted}{ids.get(id_, id_)}"
    return name._replace(holder=formerly.get(name.holder, name.holder), about=about)


def _without_parts(card: Scorecard, former: set[_PartName]) -> Scorecard:
    """The scorecard in which these are for nobody."""
    for name, path in _parts(card):
        if name in former:
            card = _hidden_at(card, path)
    card.__dict__.pop("objectives", None)  # a copy remembers those from before
    return card


def _hidden_at(part: _Element, path: FieldPath) -> _Element:
    update: dict[str, Any] = {"audience": _NOBODY}
    if path:
        key, at = str(path[0]), int(path[1])
        held = getattr(part, key)
        update = {key: (*held[:at], _hidden_at(held[at], path[2:]), *held[at + 1 :])}
    made: _Element = part.model_copy(update=update)
    return made


def _fields_kept(
    now: Project, formerly: Mapping[ElementKey, ElementKey], shown: Mapping[ElementKey, AnyElement]
) -> dict[ElementKey, set[FieldPath]]:
    """Earlier key of each element to those of its keys that are kept today; one of a list is kept in all of the list.

    Nobody can tell which entry of a list was which: what is kept in one of them is told of none.
    """
    found: dict[ElementKey, set[FieldPath]] = {}
    for key, each in elements_of(now).items():
        if key in formerly and key in shown:
            kept = {_everywhere(one.path) for one in kept_in(each)} - {
                _everywhere(one.path) for one in kept_in(shown[key])
            }
            found[formerly[key]] = {path for path in kept if path[0] not in _HOLDERS}
    return {key: kept for key, kept in found.items() if kept}


def _everywhere(path: FieldPath) -> FieldPath:
    """The path with every place of a list in the place of one."""
    return tuple(_ANY if isinstance(each, int) else each for each in path)


def _with_fields(card: Scorecard, fields: Mapping[ElementKey, set[FieldPath]]) -> Scorecard:
    kept = (
        KeptField((*path, *below), _NOBODY)
        for key, path, element in _paths(card)
        for pattern in sorted(fields.get(key, ()), key=str)
        for below in _places(element, pattern)
    )
    return keeping(card, tuple(kept))


def _places(part: Any, pattern: FieldPath) -> Iterator[FieldPath]:
    """Where the pattern is found in the part of an element; nowhere where that was not declared then."""
    key, rest = pattern[0], pattern[1:]
    if key == _ANY:
        yield from ((at, *below) for at, each in enumerate(part) for below in _places(each, rest))
    elif not rest:
        yield (key,)
    elif (held := getattr(part, attribute_of(part, key))) is not None:
        yield from ((key, *below) for below in _places(held, rest))


def _paths(card: Scorecard) -> Iterator[tuple[ElementKey, FieldPath, Part]]:
    """The key of each element, its path within the scorecard, and the element."""
    yield ElementKey(ElementSort.SCORECARD, card.id), (), card
    for place, row in enumerate(card.perspectives):
        yield ElementKey(ElementSort.PERSPECTIVE, row.id, card.id), ("perspectives", place), row
        for index, goal in enumerate(row.objectives):
            path = ("perspectives", place, "objectives", index)
            yield ElementKey(ElementSort.OBJECTIVE, goal.id, card.id), path, goal
    for name, (sort, within) in _LISTS.items():
        for index, each in enumerate(getattr(card, name)):
            yield ElementKey(sort, each.id, card.id if within else ""), (name, index), each


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
