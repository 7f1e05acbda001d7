"""Board words: what a board is told about a scorecard, every word decided, whatever file is made of it."""

from __future__ import annotations

from typing import NamedTuple

from bsc_site.model.value_class import dataclass


class BoardMark(NamedTuple):
    """A status as sign, word and colours: of its letters and of the ground behind them, six digits each."""

    sign: str
    word: str
    ink: str
    tint: str


class PackLink(NamedTuple):
    """A name that leads to its page of the site; `href` is empty where nobody knows where the site stands."""

    text: str
    href: str = ""


class Inks(NamedTuple):
    """The colours of everything that is no status, six digits each."""

    text: str
    soft: str
    ground: str
    lane: str
    edge: str
    line: str
    accent: str
    target: str


Cell = BoardMark | PackLink | str
"""What stands in one field of a table."""


@dataclass(frozen=True, slots=True)
class PackTable:
    """A table: its headings, the share of the width that each column takes, and its rows."""

    headings: tuple[str, ...]
    shares: tuple[float, ...]
    rows: tuple[tuple[Cell, ...], ...]


class PackLine(NamedTuple):
    """A line of a chart: one value for each period, None where there is none; `dashed` for what is expected."""

    name: str
    values: tuple[float | None, ...]
    ink: str
    dashed: bool = False


@dataclass(frozen=True, slots=True)
class PackCourse:
    """The course of a KPI: its periods, its lines, how Excel writes its figures (`0.0"%"`), and its latest one."""

    periods: tuple[str, ...]
    lines: tuple[PackLine, ...]
    number_format: str
    latest: str
    at: int
    """Which of the periods is the latest that is complete."""
    ends: tuple[str, str]
    """The lowest and the highest figure of all lines."""


@dataclass(frozen=True, slots=True)
class PackKpi:
    """A KPI off track: what is concluded of it, its facts by their labels, what was said, and its course."""

    id: str
    link: PackLink
    mark: BoardMark
    conclusion: str
    facts: tuple[tuple[str, str], ...]
    said: tuple[tuple[str, str], ...]
    """What meetings said: under which heading, and the words."""
    silence: str
    """What nobody has said or done; empty where both is there."""
    course: PackCourse | None


class MapRect(NamedTuple):
    """A rectangle by its edges, in units of the map."""

    left: float
    top: float
    right: float
    bottom: float


@dataclass(frozen=True, slots=True)
class PackBox:
    """An objective on the map."""

    link: PackLink
    mark: BoardMark
    score: str
    place: MapRect


@dataclass(frozen=True, slots=True)
class PackWire:
    """An arrow of the map: the boxes that it joins, by their position, the corners of its way, and its words.

    The words are the whole hypothesis, with its lag, its evidence and its reason.
    `label` is its lag and what the figures say of it, to stand at `place`; empty where there is no room. `weight` is
    how strong its line is, broken where it works `against` what it leads to.
    """

    start: int
    end: int
    corners: tuple[tuple[float, float], ...]
    words: str
    label: str = ""
    place: MapRect | None = None
    weight: float = 1.4
    against: bool = False


@dataclass(frozen=True, slots=True)
class PackMap:
    """The strategy map with everything in its place; lanes are perspectives."""

    width: float
    height: float
    lanes: tuple[tuple[str, MapRect], ...]
    boxes: tuple[PackBox, ...]
    wires: tuple[PackWire, ...]
    key: str = ""
    """What arrows and the words on them mean; empty where there are none."""


@dataclass(frozen=True, slots=True)
class PackSection:
    """A part of the pack: its name in the contents, what it concludes, a sentence more, and its table.

    `empty` is said instead of a table without rows. `more` is the table of what goes with it, under a name of its own.
    """

    anchor: str
    name: str
    finding: str
    note: str = ""
    table: PackTable | None = None
    empty: str = ""
    more: tuple[str, PackTable] | None = None


@dataclass(frozen=True, slots=True)
class BoardPack:
    """Everything that a board is told, in the order in which it is."""

    organisation: str
    title: str
    kind: str
    """What the file is: `Board pack`."""
    about: tuple[str, ...]
    """The period that it looks back on, the day of its figures, and whose it is."""
    standing: str
    rest: tuple[str, ...]
    mark: BoardMark
    score: str
    contents: str
    """The heading of the contents."""
    map_section: PackSection
    drawing: PackMap
    changes: PackSection
    off_track: PackSection
    kpis: tuple[PackKpi, ...]
    decisions: PackSection
    inks: Inks
    foot: str
    language: str = "en"
    leftward: bool = False
    """Whether its lines run from right to left."""

    @property
    def sections(self) -> tuple[PackSection, ...]:
        """The parts, as the contents list them."""
        return (self.map_section, self.changes, self.off_track, self.decisions)
