"""Problems: what is wrong in the input, where it stands, and by which rule."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from datetime import date
from enum import StrEnum
from typing import NamedTuple, TypeAlias

from bsc_site.model.period import Frequency, Period
from bsc_site.model.provenance import Provenance
from bsc_site.model.value_class import dataclass


class Severity(StrEnum):
    """How much a problem matters."""

    ERROR = "error"
    """Nothing is published."""
    WARNING = "warning"
    """Published; an error under --strict."""
    NOTE = "note"
    """Worth knowing; never stops a build."""


class Place(NamedTuple):
    """Where something stands: file relative to the project (POSIX), line and column from 1; 0 means the whole file."""

    file: str
    line: int = 0
    column: int = 0


@dataclass(frozen=True, slots=True)
class Problem:
    """One line on standard error; `key` is the path of keys in the file (`kpis[2].direction`), empty for data files."""

    place: Place
    code: str
    severity: Severity
    key: str
    message: str

    def __str__(self) -> str:
        """The line `file:line:column: CODE severity key: message`."""
        where = f"{self.place.file}:{self.place.line}:{self.place.column}"
        key = f" {self.key}" if self.key else ""
        return f"{where}: {self.code} {self.severity}{key}: {self.message}"

    @property
    def sort_key(self) -> tuple[Place, str, str, str]:
        """File, line and column first, then code."""
        return (self.place, self.code, self.key, self.message)


@dataclass(frozen=True, slots=True)
class Chain:
    """Ids that lead from one to the next."""

    ids: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Names:
    """Names that stand side by side."""

    each: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class NameChain:
    """Names of elements that lead from one to the next."""

    names: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Span:
    """A length of time: so many periods of a frequency."""

    count: int
    frequency: Frequency = Frequency.DAILY


@dataclass(frozen=True, slots=True)
class Portion:
    """A part of a whole, from 0 to 1."""

    share: float


@dataclass(frozen=True, slots=True)
class Quantity:
    """A value with all the digits that it was given, in its unit."""

    value: float
    unit: str = ""


@dataclass(frozen=True, slots=True)
class MonthOfYear:
    """A month of any year, from 1 to 12."""

    number: int


class GoneEntry(NamedTuple):
    """What is to be written of figures that are gone: of which periods, and why, where somebody said so already."""

    first: Period | None = None
    last: Period | None = None
    period: Period | None = None
    because: str = ""


@dataclass(frozen=True, slots=True)
class GoneEntries:
    """The whole list that a KPI is to declare."""

    entries: tuple[GoneEntry, ...]


Figure: TypeAlias = (
    str
    | int
    | date
    | Period
    | tuple[Period, ...]
    | Frequency
    | Span
    | Portion
    | Chain
    | NameChain
    | Names
    | Quantity
    | MonthOfYear
    | Provenance
    | GoneEntries
)
"""What stands at a named place of a finding's message: a fact that is put into words with it."""


@dataclass(frozen=True, slots=True)
class Finding:
    """A problem that was found away from the files: it names the element, the pipeline looks up the place.

    `element` is an address such as `kpi/repeat-rate`, `objective/corporate/loyal-customers` or `scorecard/corporate`;
    `key` the key below it (`targets[0].value`), empty for the element itself. `message` has a named place for each of
    `figures`: `the formula divides by zero in {periods}`; without figures it stands as it is. `plural` is the
    message for any other `count` than 1, where the message depends on that figure.
    """

    element: str
    key: str
    code: str
    message: str
    figures: tuple[tuple[str, Figure], ...] = ()
    plural: str = ""
    position: int | None = None
    """Where in the text at `key` it stands, counted in characters, of a text that is long enough to have places."""


def in_order(problems: Iterable[Problem], *, strict: bool) -> tuple[Problem, ...]:
    """Each problem once, sorted by file and line; under `strict` the warnings among them are errors."""
    each_once = sorted(set(problems), key=lambda problem: problem.sort_key)
    return tuple(_hardened(problem) for problem in each_once) if strict else tuple(each_once)


def _hardened(problem: Problem) -> Problem:
    return replace(problem, severity=Severity.ERROR) if problem.severity is Severity.WARNING else problem
