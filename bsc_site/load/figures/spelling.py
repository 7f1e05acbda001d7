"""Spelling: how the figures of one column are written, as declared or as its own cells show."""

from __future__ import annotations

from dataclasses import field
from typing import Self

from bsc_site.load.figures.affixes import Affixes
from bsc_site.load.figures.digits import TwoMeanings, product
from bsc_site.model.value_class import dataclass

OTHER = {".": ",", ",": "."}


@dataclass(slots=True)
class ColumnSpelling:
    """The marks of one column: `decimal` is None until a declaration or a cell tells it; `shown_by` is that cell."""

    decimal: str | None = None
    thousands: str | None = None
    shown_by: str = ""
    asked: bool = False
    """Whether the question which mark it is has been put already."""

    def learn(self, decimal: str, text: str) -> bool:
        """Take from a cell that can mean one number only which mark begins decimals; False where others showed else."""
        if self.decimal is None:
            self.decimal, self.shown_by = decimal, text
        return self.decimal == decimal


class WrittenFigure(float):
    """A figure with how it was written, until all figures of its column are known.

    As a number it is what it means by itself. `meanings` holds both where it may be two, with the column that tells
    which; `times` is what both are multiplied by.
    """

    __slots__ = ("affixes", "column", "meanings", "text", "times")

    affixes: Affixes
    column: ColumnSpelling
    meanings: TwoMeanings | None
    text: str
    times: float

    def __new__(
        cls, value: float, affixes: Affixes, column: ColumnSpelling, text: str, meanings: TwoMeanings | None = None
    ) -> Self:
        """The figure as it is read by itself."""
        self = super().__new__(cls, value)
        self.affixes, self.column, self.meanings, self.text, self.times = affixes, column, meanings, text, 1.0
        return self

    @property
    def settled(self) -> float | None:
        """The figure as its column tells; None where that does not."""
        return float(self) if self.meanings is None else self.with_mark(self.column.decimal)

    def with_mark(self, decimal: str | None) -> float | None:
        """The figure where this mark begins its decimals; None for no mark, and where it cannot mean a number so."""
        both = self.meanings
        chosen = None if both is None else {".": both.point, ",": both.comma}.get(decimal or "")
        return None if chosen is None else product(chosen, self.times)

    def scaled(self, by: float) -> WrittenFigure:
        """The same figure, multiplied."""
        figure = WrittenFigure(product(self, by), self.affixes, self.column, self.text, self.meanings)
        figure.times = product(self.times, by)
        return figure


@dataclass(slots=True)
class Spellings:
    """The spelling of each column of each file, shared by all KPIs that declare it alike."""

    _known: dict[tuple[object, ...], ColumnSpelling] = field(default_factory=dict)

    def of(self, file: str, column: int | None, decimal: str | None, thousands: str | None) -> ColumnSpelling:
        """The spelling of a column; None stands for all columns of a wide table."""
        key = (file, column, decimal, thousands)
        if key not in self._known:
            implied = OTHER.get(thousands or "")  # a point between thousands leaves the comma for decimals
            self._known[key] = ColumnSpelling(decimal or implied, thousands)
        return self._known[key]
