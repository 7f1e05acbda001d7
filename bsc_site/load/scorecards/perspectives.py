"""Perspectives of several files: one file declares a perspective, others of the same scorecard add to it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import field, replace
from typing import Any

from bsc_site.load.joining.yaml_files import JoinedCard, Origin
from bsc_site.load.scorecards.pydantic_mistakes import not_a_list, shown
from bsc_site.load.suggestions import did_you_mean
from bsc_site.load.yaml.marked_file import KeyPath
from bsc_site.model.problem import Problem
from bsc_site.model.saying.said import said
from bsc_site.model.sentences import reference_sentences as told
from bsc_site.model.value_class import dataclass

_ROWS = "perspectives"
_CHILDREN = "objectives"


@dataclass
class _Row:
    """One perspective while its entries are put together; `origins` say where each piece below it stands."""

    value: Any
    origin: Origin
    index: int
    """The position of its first entry in the list as it was joined."""
    origins: dict[KeyPath, Origin] = field(default_factory=dict)

    @property
    def name(self) -> str:
        """Its id as text; empty where it has none."""
        written = self.value.get("id") if isinstance(self.value, dict) else None
        return str(written) if isinstance(written, str | int) and not isinstance(written, bool) else ""

    @property
    def declares(self) -> bool:
        """Whether it says what the perspective is called, and does not only add to it."""
        return isinstance(self.value, dict) and "name" in self.value


def join_perspectives(cards: Iterable[JoinedCard], unread: Iterable[str]) -> tuple[list[JoinedCard], list[Problem]]:
    """The scorecards with one entry for each perspective, and a problem for each entry that does not fit.

    The entry with a `name` declares the perspective. Entries of other files add objectives, behind those that stand
    there, and may give keys that it lacks. `unread` are the ids that may be declared in files that could not be read.
    """
    problems: list[Problem] = []
    return [_joined(card, frozenset(unread), problems) for card in cards], problems


def _joined(card: JoinedCard, unread: frozenset[str], problems: list[Problem]) -> JoinedCard:
    listed = card.value.get(_ROWS)
    if not isinstance(listed, list):
        return card
    entries = [_Row(each, card.origin((_ROWS, index)), index) for index, each in enumerate(listed)]
    homes = _Homes(entries)
    rows = [each for each in entries if homes.of(each) is each]
    for entry in entries:
        home = homes.of(entry)
        if home is not entry:
            problems += _misnamed(card, entry, home)
            problems += _add(card, entry, home)
    for row in rows:
        problems += _nameless(card, row, rows, unread)
    kept = {path: origin for path, origin in card.origins.items() if path[:1] != (_ROWS,) or len(path) == 1}
    for index, row in enumerate(rows):
        kept[_ROWS, index] = row.origin
        kept |= {(_ROWS, index, *path): origin for path, origin in row.origins.items()}
    return replace(card, value={**card.value, _ROWS: [row.value for row in rows]}, origins=kept)


class _Homes:
    """Which entry of a perspective the others belong to."""

    def __init__(self, entries: Iterable[_Row]) -> None:
        self._alike: dict[str, _Row] = {}
        self._folded: dict[str, _Row] = {}
        for each in sorted(entries, key=lambda row: not row.declares):
            self._alike.setdefault(each.name, each)
            if each.declares:
                self._folded.setdefault(each.name.casefold(), each)

    def of(self, entry: _Row) -> _Row:
        """The entry that declares the perspective, or the first one where none does; itself where it fits nowhere.

        An entry that only adds also finds a perspective whose id has other capital letters.
        """
        if not entry.name:
            return entry
        home = self._alike[entry.name]
        if not home.declares:
            home = self._folded.get(entry.name.casefold(), home)
        return entry if home.origin.file is entry.origin.file else home


def _misnamed(card: JoinedCard, entry: _Row, home: _Row) -> Iterator[Problem]:
    if entry.name != home.name:
        message = said(told.NO_PERSPECTIVE, id=entry.name, hint=did_you_mean(entry.name, [home.name]))
        yield card.problem("BSC022", (_ROWS, entry.index, "id"), message)


def _nameless(card: JoinedCard, row: _Row, rows: list[_Row], unread: frozenset[str]) -> Iterator[Problem]:
    """A problem where only parts speak of a perspective; it is called by its id, so that the rest can be checked."""
    if not row.name or row.declares or row.origin.file is card.main:
        return
    if row.name not in unread:
        near = did_you_mean(row.name, [each.name for each in rows if each.declares])
        message = said(told.NO_PERSPECTIVE, id=row.name, hint=near or said(told.DECLARE_PERSPECTIVE))
        yield card.problem("BSC022", (_ROWS, row.index, "id"), message)
    row.value = {**row.value, "name": row.name}


def _add(card: JoinedCard, entry: _Row, home: _Row) -> Iterator[Problem]:
    """Put what `entry` says into `home`; a problem for each key that contradicts it."""
    for key, value in entry.value.items():
        path = (_ROWS, entry.index, key)
        if key == _CHILDREN:
            yield from _append(card, entry, home)
        elif key not in home.value:
            home.value = {**home.value, key: value}
            home.origins[(key,)] = card.origin(path)
        elif key != "id" and home.value[key] != value:
            yield card.problem("BSC007", path, _contradiction(home, key))


def _append(card: JoinedCard, entry: _Row, home: _Row) -> Iterator[Problem]:
    lists = []
    for row, value in ((home, home.value.get(_CHILDREN, [])), (entry, entry.value[_CHILDREN])):
        lists.append(value if isinstance(value, list) else [])
        path = (_ROWS, row.index, _CHILDREN)
        if not isinstance(value, list) and not card.reported(path):
            yield card.problem("BSC006", path, not_a_list(value))
    before, added = lists
    home.value = {**home.value, _CHILDREN: [*before, *added]}
    for index in range(len(added)):
        origin = card.origin((_ROWS, entry.index, _CHILDREN, index))
        home.origins[_CHILDREN, len(before) + index] = origin


def _contradiction(home: _Row, key: str) -> str:
    origin = home.origins.get((key,)) or Origin(home.origin.file, (*home.origin.path, key))
    there = origin.file.place(origin.path)
    value, line = shown(home.value[key]), str(there.line)
    return said(told.CONTRADICTED, key=key, id=home.name, value=value, file=there.file, line=line)
