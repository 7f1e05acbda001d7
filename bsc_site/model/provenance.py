"""Provenance: where the figures of a KPI come from, as facts.

`load` notes a fact for every key of the source that is declared (`load/quality/declared_facts`) and for what only
reading tells (`Found`); `wording/provenance` says each in words, which the page of the KPI shows. A new key of `Source`
is a fact by itself: all that it needs is its line in `SHOWN` of `wording/provenance/origin_sentences`, or in
`NOT_SHOWN` with the reason; a test asks for it. What only reading tells is a word of `Found` with such a line, noted by
`origin.with_fact(Found.WORD, detail)`.
"""

from __future__ import annotations

from enum import StrEnum
from typing import Any, NamedTuple

from bsc_site.model.value_class import dataclass


class Found(StrEnum):
    """What reading finds out about a table beside what the source declares."""

    COLUMN = "found column"
    """The column with the figures, where the source names none."""
    ACROSS = "across"
    """Each column of figures is a period of its own."""
    OWN_COLUMN = "own column"
    """The figures stand in the column that has the KPI's id as its name."""
    FILES = "files"
    """The files that were read as one table, where a source names them by a pattern."""
    SKIPPED = "skipped"
    """How many rows were left out as the source says."""
    TARGETS = "targets beside"
    """The table with the targets, where they stand in other rows or in another file."""
    OTHERS = "others beside"
    """The table with what others reach."""
    LAST_GOOD = "last good"
    """The day of the figures that stand in for a connection that does not answer, None where it is not known."""
    SHEETS = "sheets"
    """The sheets that were read as one table, where the source names none."""


class OriginFact(NamedTuple):
    """One fact: a key of `Source` with what is declared for it, or a word of `Found` with what was found."""

    kind: str
    detail: Any = None


@dataclass(frozen=True, slots=True)
class TableOrigin:
    """A table that gave figures of a KPI: its file, relative to the project, and what is known of its reading."""

    file: str
    facts: tuple[OriginFact, ...] = ()

    def of(self, kind: str) -> Any:
        """The detail of the fact of a kind; None without one."""
        return next((each.detail for each in self.facts if each.kind == kind), None)

    def has(self, kind: str) -> bool:
        """Whether there is a fact of a kind."""
        return any(each.kind == kind for each in self.facts)

    def with_fact(self, kind: str, detail: Any = None) -> TableOrigin:
        """The same with one more fact."""
        return TableOrigin(self.file, (*self.facts, OriginFact(kind, detail)))


@dataclass(frozen=True, slots=True)
class Provenance:
    """Where the figures of one KPI come from: every table that gave any, in the order of reading; none is not known."""

    tables: tuple[TableOrigin, ...] = ()

    def with_fact(self, kind: str, detail: Any = None) -> Provenance:
        """The same with one more fact about the first table."""
        return Provenance((self.tables[0].with_fact(kind, detail), *self.tables[1:])) if self.tables else self


NOWHERE = Provenance()
"""Of figures that were not read."""
