"""Answer figures: texts and numbers of a questionnaire become the figures that they stand for."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cached_property
from typing import NamedTuple

from bsc_site.load.tables.cells import Cell, Unfigured, is_blank, plain, shown, text_of
from bsc_site.load.tables.table import Table
from bsc_site.model.saying.said import said
from bsc_site.model.sentences.figure_sentences import UNKNOWN_ANSWER
from bsc_site.model.value_class import dataclass

REST = "rest"
_RANGE = re.compile(r"\s*(-?\d+(?:\.\d+)?)\s*(?:-|–|\.\.|to)\s*(-?\d+(?:\.\d+)?)\s*", re.ASCII)


class _Range(NamedTuple):
    low: float
    high: float
    value: float


@dataclass(frozen=True)
class Answers:
    """What each answer stands for: texts, numbers, ranges such as `0-6` with both ends, and `rest`.

    A text that is declared as it stands goes before a range, and a number is found however it is written.
    """

    declared: Mapping[str, float]

    def mapped(self, table: Table, place: int, missing: frozenset[str] = frozenset()) -> Table:
        """The table with the answers of one column as figures; one that is not declared becomes the reason why."""

        def figure(cell: Cell) -> Cell:
            if is_blank(cell) or text_of(cell) in missing:
                return None
            value = self.value(text_of(cell))
            return (
                Unfigured(said(UNKNOWN_ANSWER, cell=shown(cell)), "BSC391", place, text_of(cell))
                if value is None
                else value
            )

        return table.with_cells(place, table.columns[place].mapped(figure))

    def value(self, text: str) -> float | None:
        """The figure of an answer, None where none is declared."""
        if _key(text) in self._texts:
            return self._texts[_key(text)]
        number = _number(text)
        found = [each.value for each in self._ranges if number is not None and each.low <= number <= each.high]
        return found[0] if found else self._texts.get(REST)

    @cached_property
    def _texts(self) -> dict[str, float]:
        return {_key(text): value for text, value in self.declared.items()}

    @cached_property
    def _ranges(self) -> list[_Range]:
        """Numbers and ranges, the narrowest first."""
        found = []
        for text, value in self.declared.items():
            number, ends = _number(text), _RANGE.fullmatch(text)
            if number is not None:
                found.append(_Range(number, number, value))
            elif ends is not None:
                found.append(_Range(float(ends[1]), float(ends[2]), value))
        return sorted(found, key=lambda each: each.high - each.low)


def _key(text: str) -> str:
    return plain(text).casefold()


def _number(text: str) -> float | None:
    try:
        return float(text)
    except ValueError:
        return None
