"""Taken defaults: what a scorecard says of all its KPIs goes to those that do not say otherwise."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import field, replace
from typing import Any

from bsc_site.load.joining.yaml_files import JoinedCard, Origin
from bsc_site.load.yaml.marked_file import KeyPath
from bsc_site.model.problem import Problem
from bsc_site.model.saying.said import said
from bsc_site.model.sentences import scorecard_sentences as told
from bsc_site.model.value_class import dataclass

DEFAULTS = "defaults"
_KPIS = "kpis"
_FIGURES_FROM = ("source", "formula", "from_children")
_WITHOUT_FIGURES_OF_ITS_OWN = ("source", "cumulative")
_PLACES = ("file", "query", "connection")
"""The keys of a source that say where its table is: without any there is none."""
_HOW_A_FILE_IS_WRITTEN = frozenset(
    {"format", "sheet", "table", "rows", "records", "delimiter", "encoding", "header", "comment"}
)
_Ways = tuple[frozenset[str], ...]
_ONE_OF: tuple[tuple[KeyPath, _Ways], ...] = (
    ((), tuple(frozenset({key}) for key in _FIGURES_FROM)),
    (("source",), tuple(map(frozenset, ({"value"}, {"numerator", "denominator"}, {"count"}, {"repeat_rate"})))),
    (("source",), (frozenset({"period"}), frozenset({"columns"}), frozenset({"at"}))),
    (("source",), tuple(frozenset({key}) for key in _PLACES)),
    (("source",), (frozenset({"query"}), _HOW_A_FILE_IS_WRITTEN)),
)
"""Ways to say one thing, with the mapping that they stand in: who says it in one way takes no other one."""
_WORD_FOR: Mapping[KeyPath, str] = {("scoring",): "method", ("spc",): "method"}
"""Where a word alone stands for a mapping, and the key of it that the word is."""
_PLACEHOLDERS = ("id", "name")


@dataclass
class _Taking:
    """One KPI while it takes the defaults of its scorecard."""

    card: JoinedCard
    index: int
    kpi: dict[str, Any]
    origins: dict[KeyPath, Origin] = field(default_factory=dict)
    problems: list[Problem] = field(default_factory=list)

    def taken(self, own: dict[str, Any], defaults: dict[str, Any], path: KeyPath) -> dict[str, Any]:
        """The mapping at `path` of the KPI with what it leaves to the defaults."""
        merged = {key: value for key, value in own.items() if not (value is None and key in defaults)}
        for key, default in defaults.items():
            if key in own and own[key] is None:
                self._taken_away((*path, key))
            elif key in own:
                merged[key] = self._both(own[key], default, (*path, key))
            elif not _said_otherwise(key, own, path):
                merged[key] = filled(default, self.kpi)
                self.origins[(_KPIS, self.index, *path, key)] = self._origin((*path, key))
        return merged

    def _both(self, own: Any, default: Any, path: KeyPath) -> Any:
        """What holds where a KPI says something and the defaults do, too: key by key where both are mappings."""
        word = _WORD_FOR.get(path)
        if word is not None and isinstance(own, dict) and isinstance(default, str):
            default = {word: default}
        if not isinstance(own, dict) or not isinstance(default, dict) or word in own:
            return own
        return self.taken(own, default, path)

    def _taken_away(self, path: KeyPath) -> None:
        """`null` takes a default away; a key with nothing behind it may be a line that nobody finished."""
        written: KeyPath = (_KPIS, self.index, *path)
        origin = self.card.origin(written)
        if origin.file.blank(origin.path):
            there = self._origin(path)
            line = str(there.file.place(there.path).line)
            message = said(told.EMPTY_BESIDE_A_DEFAULT, key=str(path[-1]), line=line)
            self.problems.append(self.card.problem("BSC179", written, message))

    def _origin(self, path: KeyPath) -> Origin:
        return self.card.origin((DEFAULTS, *path))


def filled(value: Any, kpi: Mapping[str, Any]) -> Any:
    """A default with the id and the name of the KPI in the places for them."""
    if isinstance(value, str):
        for key in _PLACEHOLDERS:
            own = kpi.get(key)
            if isinstance(own, str | int) and not isinstance(own, bool):
                value = value.replace(f"{{{key}}}", str(own))
        return value
    if isinstance(value, dict):
        return {key: filled(each, kpi) for key, each in value.items()}
    return [filled(each, kpi) for each in value] if isinstance(value, list) else value


def _said_otherwise(key: str, own: Mapping[str, Any], path: KeyPath) -> bool:
    """Whether a mapping says in another way what a default says by `key`."""
    if not path and key in _WITHOUT_FIGURES_OF_ITS_OWN and any(each in own for each in _FIGURES_FROM[1:]):
        return True
    ways = (ways for place, ways in _ONE_OF if place == path and any(key in way for way in ways))
    return any(way & own.keys() for each in ways for way in each if key not in way)


def with_defaults(card: JoinedCard) -> tuple[JoinedCard, list[Problem]]:
    """The scorecard with every KPI as it stands with the defaults, and what is wrong with how they are used.

    Mappings are taken over key by key, anything else as a whole; `null` at a KPI takes a default away. A default source
    that names no table is for KPIs that do.
    """
    defaults, kpis = card.value.get(DEFAULTS), card.value.get(_KPIS)
    if not isinstance(defaults, dict):
        return card, []
    problems = list(_of_one_alone(card, defaults))
    merged: list[Any] = []
    origins = dict(card.origins)
    for index, kpi in enumerate(kpis if isinstance(kpis, list) else ()):
        if not isinstance(kpi, dict):
            merged.append(kpi)
            continue
        taking = _Taking(card, index, kpi)
        merged.append(_with_a_table(taking.taken(kpi, defaults, ()), kpi))
        origins |= taking.origins
        problems += taking.problems
    value = {**card.value, _KPIS: merged} if isinstance(kpis, list) else card.value
    return replace(card, value=value, origins=origins), problems


def _of_one_alone(card: JoinedCard, defaults: Mapping[str, Any]) -> Iterator[Problem]:
    for key in ("id", "name"):
        if key in defaults and not (key == "name" and isinstance(defaults[key], dict)):
            yield card.problem("BSC004", (DEFAULTS, key), said(told.NO_DEFAULT, key=key))


def _with_a_table(merged: dict[str, Any], own: Mapping[str, Any]) -> dict[str, Any]:
    source = merged.get("source")
    if "source" in own or not isinstance(source, dict) or any(key in source for key in _PLACES):
        return merged
    return {key: value for key, value in merged.items() if key != "source"}
