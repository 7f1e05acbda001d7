"""Identities: which ids the files declare, and which of them clash."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from bsc_site.load.joining.yaml_files import JoinedCard
from bsc_site.load.yaml.marked_file import KeyPath, MarkedFile
from bsc_site.model.problem import Problem
from bsc_site.model.rules.renames import former_ids
from bsc_site.model.saying.noun_sentences import NOUNS
from bsc_site.model.saying.said import said
from bsc_site.model.sentences import reference_sentences as told
from bsc_site.model.value_class import dataclass

_PROJECT_WIDE = {"kpi", "person"}
_LISTS = {
    "kpi": "kpis",
    "person": "people",
    "initiative": "initiatives",
    "perspective": "perspectives",
    "theme": "themes",
    "risk": "risks",
}
_WITHOUT_PAGES = {"theme", "risk"}
_RESERVED = {"index", "con", "prn", "aux", "nul", *(f"{port}{n}" for port in ("com", "lpt") for n in range(1, 10))}


@dataclass(frozen=True)
class Declared:
    """One id as it stands in a file; `scope` is the scorecard for ids that only count there, empty for the project."""

    kind: str
    scope: str
    id: str
    card: JoinedCard
    path: KeyPath

    @property
    def element(self) -> Mapping[str, Any]:
        """What stands beside the id in the files, with the defaults; nothing where the list is written wrong."""
        found: Any = self.card.value
        for part in self.path[:-1]:
            known = part in found if isinstance(found, dict) else isinstance(part, int) and part < len(found)
            found = found[part] if known else {}
        return found if isinstance(found, dict) else {}


@dataclass(frozen=True)
class Known:
    """Every id of the project by kind and scope; `mentioned` are ids from files that could not be read."""

    ids: Mapping[tuple[str, str], Mapping[str, Declared]]
    mentioned: frozenset[str]

    def called_now(self, kind: str, identity: str, scope: str = "") -> str:
        """The id of the element that had this one earlier; empty where none had."""
        here = self.of(kind, scope)
        return next((each.id for each in here.values() if identity in dict(_former_ids(each)).values()), "")

    def of(self, kind: str, scope: str = "") -> Mapping[str, Declared]:
        """The ids of one kind in one scope."""
        return self.ids.get((kind, "" if kind in _PROJECT_WIDE else scope), {})

    def has(self, kind: str, identity: str, scope: str = "") -> bool:
        """Whether the id is declared, or may be in a file that could not be read."""
        return identity in self.of(kind, scope) or identity in self.mentioned


def card_id(card: JoinedCard) -> str:
    """The id of a scorecard as text, whatever stands there."""
    return str(card.value.get("id"))


def declared_ids(cards: Iterable[JoinedCard]) -> Iterator[Declared]:
    """Every id that stands in the files, sound or not, in their order."""
    for card in cards:
        scope = card_id(card)
        yield Declared("scorecard", "", scope, card, ("id",))
        for kind, key in _LISTS.items():
            home = "" if kind in _PROJECT_WIDE else scope
            yield from (Declared(kind, home, name, card, path) for name, path in _ids_in(card.value.get(key), (key,)))
        rows = card.value.get("perspectives")
        for index, row in enumerate(rows if isinstance(rows, list) else ()):
            below = row.get("objectives") if isinstance(row, dict) else None
            found = _ids_in(below, ("perspectives", index, "objectives"))
            yield from (Declared("objective", scope, name, card, path) for name, path in found)


def _ids_in(items: Any, path: KeyPath) -> Iterator[tuple[str, KeyPath]]:
    if isinstance(items, dict) and "id" in items:  # the dash of its only item is missing, which is told elsewhere
        items = [items]
    for index, item in enumerate(items if isinstance(items, list) else ()):
        identity = item.get("id") if isinstance(item, dict) else None
        if isinstance(identity, str | int) and not isinstance(identity, bool):
            yield str(identity), (*path, index, "id")


def known_ids(cards: Iterable[JoinedCard], files: Iterable[MarkedFile]) -> tuple[Known, list[Problem]]:
    """All ids, and a problem for each that is used twice, differs only in capitals from another, or is reserved."""
    ids: dict[tuple[str, str], dict[str, Declared]] = {}
    folded: dict[tuple[str, str, str], Declared] = {}
    problems: list[Problem] = []
    for each in declared_ids(cards):
        first = folded.setdefault((each.kind, each.scope, each.id.casefold()), each)
        if first is not each:
            problems.append(_clash(first, each))
        elif each.kind != "theme" and each.id.casefold() in _RESERVED:
            problems.append(each.card.problem("BSC118", each.path, said(told.RESERVED_ID, id=each.id)))
        ids.setdefault((each.kind, each.scope), {}).setdefault(each.id, each)
    mentioned = frozenset().union(*(file.mentioned for file in files))
    return Known(ids, mentioned), [*problems, *_former_problems(ids, folded)]


def _former_ids(each: Declared) -> Iterator[tuple[KeyPath, str]]:
    """Path and id of each earlier id of an element; what is no id is told elsewhere."""
    listed = [] if each.kind in _WITHOUT_PAGES else each.element.get("was")
    for index, former in enumerate(listed if isinstance(listed, list) else ()):
        if isinstance(former, str | int) and not isinstance(former, bool):
            yield (*each.path[:-1], "was", index), str(former)


def _former_problems(
    ids: Mapping[tuple[str, str], Mapping[str, Declared]], folded: Mapping[tuple[str, str, str], Declared]
) -> Iterator[Problem]:
    """A problem for each earlier id that is one of today, is reserved, or was that of another element too."""
    known: dict[tuple[str, str, str], tuple[JoinedCard, KeyPath]] = {}
    for each in (each for kind in ids.values() for each in kind.values()):
        for path, former in _former_ids(each):
            key = each.kind, each.scope, former.casefold()
            today, first = folded.get(key), known.setdefault(key, (each.card, path))
            if today is each:
                yield each.card.problem("BSC121", path, said(former_ids.OWN_ID, id=former))
            elif today is not None:
                there = _standing(today.card, today.path, kind=said(NOUNS[each.kind]))
                yield each.card.problem("BSC121", path, said(former_ids.ID_OF_ANOTHER, id=former, **there))
            elif first != (each.card, path):
                there = _standing(*first)
                yield each.card.problem("BSC121", path, said(former_ids.FORMER_ID_TWICE, id=former, **there))
            elif former.casefold() in _RESERVED:
                yield each.card.problem("BSC118", path, said(told.RESERVED_ID, id=former))


def _standing(card: JoinedCard, path: KeyPath, **more: str) -> dict[str, str]:
    """Where it stands, as figures of a sentence."""
    origin = card.origin(path)
    there = origin.file.place(origin.path)
    return {"file": there.file, "line": str(there.line), **more}


def _clash(first: Declared, second: Declared) -> Problem:
    figures = _standing(first.card, first.path, kind=said(NOUNS[second.kind]), id=second.id)
    if first.id == second.id:
        return second.card.problem("BSC101", second.path, said(told.ID_TWICE, **figures))
    return second.card.problem("BSC102", second.path, said(told.ID_IN_OTHER_CAPITALS, other=first.id, **figures))
