"""The history of a declaration: since when a target is what it is, and when the definition was edited."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any, NamedTuple

from bsc_site.model.period import Period
from bsc_site.model.value_class import dataclass


class DeclaredName(NamedTuple):
    """An element as its file names it: what it is, and its id."""

    kind: str
    id: str


class DeclaredVersion(NamedTuple):
    """What a file said of an element from `day` on; None where that is not committed. Values are texts as written."""

    day: date | None
    keys: Mapping[str, Any]


class TargetEra(NamedTuple):
    """A target that held since a day, None where it is not committed; in the KPI's unit."""

    since: date | None
    value: float


class TargetEras(NamedTuple):
    """All that was to be reached by a period, the latest first; the earliest since its first version."""

    period: Period
    eras: tuple[TargetEra, ...]


class DefinitionEdit(NamedTuple):
    """The keys that were edited on a day, None where that is not committed."""

    day: date | None
    keys: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class DeclaredHistory:
    """What became of a declaration: targets that were moved, and edits of everything else, the latest first."""

    targets: tuple[TargetEras, ...] = ()
    edits: tuple[DefinitionEdit, ...] = ()


NO_HISTORY = DeclaredHistory()
