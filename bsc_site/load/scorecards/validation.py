"""Validation: a joined scorecard becomes the model, with every mistake told and only what is broken left out."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import cache, cached_property
from typing import Any

from pydantic import ValidationError

from bsc_site.load.joining.yaml_files import DEPTHS, JoinedCard
from bsc_site.load.scorecards.pydantic_mistakes import Mistake, mistake_of
from bsc_site.load.tables.cells import plain
from bsc_site.load.yaml.marked_file import KeyPath
from bsc_site.model.declared.kpi import Kpi
from bsc_site.model.declared.own_statuses import named_statuses
from bsc_site.model.declared.scorecard import Scorecard
from bsc_site.model.declared.sources.source import Source
from bsc_site.model.kept_fields import keeping
from bsc_site.model.problem import Problem
from bsc_site.model.rules import problem
from bsc_site.model.saying.said import said
from bsc_site.model.sentences.reference_sentences import NAME_FOR_AN_ID
from bsc_site.model.value_class import dataclass

_MOST_ROUNDS = 12
_MONTHS = range(1, 13)


@dataclass(frozen=True)
class Sheet:
    """A scorecard beside the files it was read from.

    Paths are those of the model; `kept` maps a list (by its path in the files) to the positions that were sound enough
    to be read, `damaged` holds the paths in the files where something was left out.
    """

    card: Scorecard
    source: JoinedCard
    kept: Mapping[KeyPath, tuple[int, ...]]
    damaged: frozenset[KeyPath]
    settings: Mapping[str, Any]
    """The plain values of its keys, with those inherited from the scorecards above."""

    def written(self, path: KeyPath) -> KeyPath:
        """The path in the joined files of a path in the model."""
        return _written(path, self.kept)

    def problem(self, code: str, path: KeyPath, message: str) -> Problem:
        """The problem `code` at a path of the model."""
        return self.source.problem(code, self.written(path), message)

    def sound(self, path: KeyPath) -> bool:
        """Whether nothing at or below a path of the model had to be left out."""
        return self.written(path) not in self._around_damage

    @cached_property
    def _around_damage(self) -> frozenset[KeyPath]:
        return frozenset(path[:length] for path in self.damaged for length in range(len(path) + 1))


def _written(path: KeyPath, kept: Mapping[KeyPath, tuple[int, ...]]) -> KeyPath:
    if not kept:
        return path
    written: KeyPath = ()
    for part in path:
        positions = kept.get(written)
        inside = positions is not None and isinstance(part, int) and part < len(positions)
        written = (*written, positions[part] if inside else part)  # type: ignore[index]
    return written


def validate(source: JoinedCard, inherited: Mapping[str, Any]) -> tuple[Sheet | None, list[Problem]]:
    """The scorecard, as far as it can be read, and a problem for each mistake.

    `inherited` holds what the parent scorecards say for the whole organisation. None when nothing is left to read.
    """
    value: dict[str, Any] = {**inherited, **source.value}
    context = reading_context(value)
    problems: list[Problem] = []
    kept: dict[KeyPath, tuple[int, ...]] = {}
    damaged: set[KeyPath] = set()
    for turn in range(_MOST_ROUNDS):
        try:
            card = _model().model_validate(value, context=context)
        except ValidationError as error:
            mistakes = _mistakes(error, value)
            if turn == 0:
                problems = _problems(source, mistakes)
                value = _copy(value)
            damaged |= {_written(each.path, kept) for each in mistakes}
            value = _without(value, [each.path for each in mistakes], kept, source.main.file)
        else:
            card = card if damaged else keeping(card, source.kept)
            return Sheet(card, source, kept, frozenset(damaged) | _reported(source), value), problems
    return None, problems


@cache
def _model() -> type[Scorecard]:
    """The model of a scorecard, made of those of its KPIs and sources, which are also read by themselves."""
    for part in (Source, Kpi):
        part.model_rebuild()  # once each: made after the scorecard's they would be made a second time
    return Scorecard


def reading_context(value: Mapping[str, Any]) -> dict[str, Any]:
    """What values of a scorecard are read by: when its year starts, and the names of its statuses."""
    starts = value.get("fiscal_year_starts", 1)
    return {
        "year_starts": starts if type(starts) is int and starts in _MONTHS else 1,
        "statuses": named_statuses(value.get("statuses")),
    }


def _reported(source: JoinedCard) -> frozenset[KeyPath]:
    """Paths of the joined scorecard whose text already has a problem."""
    files = {id(each.file): each.file for each in source.origins.values()}
    if not any(file.reported for file in files.values()):
        return frozenset()
    back: dict[tuple[int, KeyPath], list[KeyPath]] = {}
    for path, origin in source.origins.items():
        back.setdefault((id(origin.file), origin.path), []).append(path)
    found: set[KeyPath] = set()
    for key, file in files.items():
        for path in file.reported:
            known = next((length for length in DEPTHS if (key, path[:length]) in back), None)
            found.update([] if known is None else [each + path[known:] for each in back[key, path[:known]]])
    return frozenset(found)


def _mistakes(error: ValidationError, value: dict[str, Any]) -> list[Mistake]:
    """One mistake for each place; of the alternatives of one value the first speaks for all."""
    found: dict[KeyPath, Mistake] = {}
    for details in error.errors(include_url=False):
        mistake = mistake_of(details, value)
        found.setdefault(mistake.shown, mistake)
    return list(found.values())


def _problems(source: JoinedCard, mistakes: list[Mistake]) -> list[Problem]:
    told = [each for each in mistakes if not source.reported(each.path)]
    return [_problem(source, each) for each in told]


def _problem(source: JoinedCard, mistake: Mistake) -> Problem:
    called = _called(source.value, mistake) if mistake.code == "BSC008" else ""
    message = said(NAME_FOR_AN_ID, name=str(_at(source.value, mistake.path)), id=called) if called else mistake.message
    found = source.problem(mistake.code, mistake.path, message)
    if not mistake.missing:
        return found
    key = f"{found.key}.{mistake.missing}" if found.key else mistake.missing
    return problem(mistake.code, found.place, found.message, key)


def _called(value: Any, mistake: Mistake) -> str:
    """The id to write in place of a name; empty where not just one element is called so."""
    written = _at(value, mistake.path)
    if not isinstance(written, str) or mistake.path[-1] == "id":
        return ""
    ids = {each["id"] for each in _named(value) if plain(str(each["name"])).casefold() == plain(written).casefold()}
    return str(ids.pop()) if len(ids) == 1 else ""


def _named(value: Any) -> Iterator[dict[str, Any]]:
    """Every mapping below a value that has an id and a name."""
    if isinstance(value, dict):
        if isinstance(value.get("id"), str) and "name" in value:
            yield value
        for each in value.values():
            yield from _named(each)
    elif isinstance(value, list):
        for each in value:
            yield from _named(each)


def _copy(value: Any) -> Any:
    """A copy of plain values in which nothing is shared, so that leaving out in one place leaves the others."""
    if isinstance(value, dict):
        return {key: _copy(each) for key, each in value.items()}
    return [_copy(each) for each in value] if isinstance(value, list) else value


def _without(
    value: dict[str, Any], paths: list[KeyPath], kept: dict[KeyPath, tuple[int, ...]], file: str
) -> dict[str, Any]:
    """`value` with the things at `paths` left out; a whole scorecard without id or title gets the file's name."""
    gone: dict[KeyPath, set[int]] = {}
    for path in paths:
        if not path:
            value = {"id": "unnamed", "title": file, **value}
            continue
        parent = _at(value, path[:-1])
        last = path[-1]
        if isinstance(parent, dict):
            parent.pop(last, None)
        elif isinstance(parent, list) and isinstance(last, int):
            gone.setdefault(path[:-1], set()).add(last)
    for where in sorted(gone, key=len, reverse=True):
        items = _at(value, where)
        positions = kept.get(_written(where, kept), tuple(range(len(items))))
        left = [index for index in range(len(items)) if index not in gone[where]]
        kept[_written(where, kept)] = tuple(positions[index] for index in left)
        items[:] = [items[index] for index in left]
    return value


def _at(value: Any, path: KeyPath) -> Any:
    for part in path:
        if isinstance(value, dict):
            value = value.get(part)
        elif isinstance(value, list) and isinstance(part, int) and part < len(value):
            value = value[part]
        else:
            return None
    return value
