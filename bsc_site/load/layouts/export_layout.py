"""What an export layout is: how its files are known, and which keys of a source describe them."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import field
from typing import Any, TypeAlias

from bsc_site.load.formats.file_head import FileHead
from bsc_site.model.known_exports import EXPORT_TITLES, LayoutName
from bsc_site.model.value_class import dataclass

SourceKeys: TypeAlias = Mapping[str, Any]
"""Keys of a source with the plain values of the YAML."""


@dataclass(frozen=True, slots=True)
class KnownMeasure:
    """What files of a layout measure, so that nobody needs to say it: the columns that it needs, and its keys."""

    name: str
    columns: tuple[str, ...]
    source: SourceKeys
    keys: SourceKeys = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class ExportLayout:
    """A layout: its word in `source.layout`, and what it stands for.

    `keys` gives the keys that it adds to those of a source; `lacks` names what a file has not that every such file
    has, nothing where it is one. `measures` are figures whose meaning is the same in all of them. A layout that is not
    `distinct` fits files of other kinds too, so it is never proposed.
    """

    name: LayoutName
    keys: Callable[[SourceKeys], SourceKeys]
    lacks: Callable[[FileHead], str]
    measures: tuple[KnownMeasure, ...] = ()
    distinct: bool = True
    tables: Callable[[FileHead], Sequence[SourceKeys]] = lambda _: ({},)
    """The keys that open each table of a file."""
    period: Callable[[Sequence[str]], str | None] = lambda _: None
    """The heading of the column of periods where that is known by its name alone."""

    @property
    def title(self) -> str:
        """How readers call such a file."""
        return EXPORT_TITLES[self.name]


def always(keys: SourceKeys) -> Callable[[SourceKeys], SourceKeys]:
    """Keys that do not depend on what the source says itself."""
    return lambda _: keys


def columns_named(own: SourceKeys) -> list[str]:
    """The columns that a source names for its periods, its figures and its filter, as far as they are plain names."""
    names = [own.get(key) for key in ("period", "value", "numerator", "denominator")]
    where = own.get("where")
    names += [name for name in where if name != "rest"] if isinstance(where, Mapping) else []
    return [name for name in dict.fromkeys(names) if isinstance(name, str)]


def headings_lacking(head: FileHead, *names: str) -> str:
    """The headings among `names` that no row of the first lines has together with the others; nothing where one does.

    The row that has most of them counts.
    """
    wanted = {name.casefold(): name for name in names}
    missing = min(
        ([name for low, name in wanted.items() if low not in row.folded] for row in head.rows),
        key=len,
        default=list(names),
    )
    return ", ".join(missing)
