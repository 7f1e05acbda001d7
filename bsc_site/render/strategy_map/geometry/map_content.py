"""What a strategy map shows, independent of how it was computed."""

from __future__ import annotations

from typing import TypeAlias

from bsc_site.model.value_class import dataclass
from bsc_site.model.vocabularies import Status, TrendWord

Course: TypeAlias = tuple[tuple[float, float], ...]
"""The figures of a KPI: when, as a share of the time that all courses of the map span, and how high, 0 to 1."""


@dataclass(frozen=True, slots=True)
class MapRow:
    """A perspective: one lane of the map."""

    id: str
    name: str
    question: str = ""


@dataclass(frozen=True, slots=True)
class MapTheme:
    """A strategic theme with the `marker` that its objectives carry, empty where themes only filter."""

    id: str
    name: str
    marker: str = ""


@dataclass(frozen=True, slots=True)
class MapKpi:
    """A KPI with its page and its course, empty for fewer than two figures."""

    id: str
    name: str
    href: str
    course: Course = ()


@dataclass(frozen=True, slots=True)
class MapBox:
    """An objective; `score` runs from 0 to 100, None where there is none, and `owner` is a name for readers."""

    id: str
    row: str
    themes: tuple[str, ...]
    name: str
    owner: str
    status: Status
    status_name: str
    score: float | None
    trend: TrendWord
    href: str
    owner_id: str = ""
    marker: str = ""
    """The markers of its themes, one letter each."""
    kpis: tuple[MapKpi, ...] = ()
    stands_out: bool = False
    """Whether its status is drawn stronger than another one that means the same."""

    @property
    def style(self) -> str:
        """Its status as names of classes say it: `on-track`, `on-track--strong`."""
        return self.status.value.replace("_", "-") + ("--strong" if self.stands_out else "")


@dataclass(frozen=True, slots=True)
class MapArrow:
    """A hypothesis: `source` moves `target`, up (`+`) or down (`-`), after `lag_text` ("3 months", empty if unknown).

    `grade` is the grade of its evidence, None where it was not computed; `href` leads to what is known about it, and
    `twin` are the KPIs that stand for cause and effect, as far as there are any.
    """

    source: str
    target: str
    sign: str
    lag_text: str = ""
    grade: str | None = None
    because: str = ""
    href: str = ""
    twin: tuple[MapKpi, ...] = ()


@dataclass(frozen=True, slots=True)
class StrategyMap:
    """The whole map: rows from the top down; `themes` names them all."""

    rows: tuple[MapRow, ...]
    boxes: tuple[MapBox, ...]
    arrows: tuple[MapArrow, ...] = ()
    themes: tuple[MapTheme, ...] = ()

    @property
    def shown(self) -> tuple[MapBox, ...]:
        """The boxes that stand in one of the rows."""
        rows = {row.id for row in self.rows}
        return tuple(box for box in self.boxes if box.row in rows)

    def boxes_of(self, row: str) -> tuple[MapBox, ...]:
        """The boxes of one row in declared order."""
        return tuple(box for box in self.boxes if box.row == row)

    def drawn_arrows(self) -> tuple[MapArrow, ...]:
        """The arrows between two different boxes of the map, the first where several join the same two."""
        known = {box.id for box in self.shown}
        first: dict[tuple[str, str], MapArrow] = {}
        for arrow in self.arrows:
            if arrow.source != arrow.target and {arrow.source, arrow.target} <= known:
                first.setdefault((arrow.source, arrow.target), arrow)
        return tuple(first.values())
