"""What a strategy map shows, independent of how it was computed."""

from __future__ import annotations

from dataclasses import dataclass

from bsc_site.model.vocabularies import Status, TrendWord


@dataclass(frozen=True, slots=True)
class MapRow:
    """A perspective: one lane of the map."""

    id: str
    name: str
    question: str = ""


@dataclass(frozen=True, slots=True)
class MapColumn:
    """A strategic theme."""

    id: str
    name: str


@dataclass(frozen=True, slots=True)
class MapBox:
    """An objective; `score` runs from 0 to 100, None where there is none, and `owner` is a name for readers."""

    id: str
    row: str
    column: str | None
    themes: tuple[str, ...]
    name: str
    owner: str
    status: Status
    status_name: str
    score: float | None
    trend: TrendWord
    href: str
    stands_out: bool = False
    """Whether its status is drawn stronger than another one that means the same."""

    @property
    def style(self) -> str:
        """Its status as names of classes say it."""
        return self.status.value.replace("_", "-") + ("-strong" if self.stands_out else "")


@dataclass(frozen=True, slots=True)
class MapArrow:
    """A hypothesis: `source` moves `target`, up (`+`) or down (`-`), after `lag_text` ("3 months", empty if unknown).

    `grade` is the grade of its evidence, None where it was not computed.
    """

    source: str
    target: str
    sign: str
    lag_text: str = ""
    grade: str | None = None
    because: str = ""


@dataclass(frozen=True, slots=True)
class StrategyMap:
    """The whole map: rows from the top down; `columns` is empty unless themes are columns; `themes` names them all."""

    rows: tuple[MapRow, ...]
    boxes: tuple[MapBox, ...]
    arrows: tuple[MapArrow, ...] = ()
    columns: tuple[MapColumn, ...] = ()
    themes: tuple[MapColumn, ...] = ()

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
