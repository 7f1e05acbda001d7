"""Expectations: what must hold of the rows of a file, or of the figures of a KPI, before anything is published."""

from __future__ import annotations

import re
from typing import Annotated, Any, Literal

from pydantic import BeforeValidator, Field, WithJsonSchema

from bsc_site.model.fields import Flag, Number, Part, Text, wrong_value
from bsc_site.model.saying.said import said
from bsc_site.model.saying.yaml_value_sentences import NO_ROWS_EXPECTED
from bsc_site.model.value_class import dataclass

_ROWS = re.compile(r"(?P<sign>>=|<=|>|<)?\s*(?P<count>\d{1,9})")


@dataclass(frozen=True, slots=True)
class RowsExpected:
    """How many rows there must be, at least and at most; `most` is None where there may be any number more."""

    least: int
    most: int | None
    text: str
    """As it is written: `>100`."""

    def allows(self, rows: int) -> bool:
        """Whether so many are as expected."""
        return self.least <= rows and (self.most is None or rows <= self.most)

    def __str__(self) -> str:
        """As it is written."""
        return self.text


def _read_rows(value: Any) -> RowsExpected:
    text = str(value).strip() if isinstance(value, str | int) and not isinstance(value, bool) else ""
    found = _ROWS.fullmatch(text)
    if found is None:
        raise wrong_value("BSC006", said(NO_ROWS_EXPECTED, text=str(value)))
    count = int(found["count"])
    ends = {">": (count + 1, None), ">=": (count, None), "<": (0, count - 1), "<=": (0, count), None: (count, count)}
    return RowsExpected(*ends[found["sign"]], text)


RowsWanted = Annotated[
    RowsExpected,
    BeforeValidator(_read_rows),
    WithJsonSchema(
        {
            "anyOf": [{"type": "string", "pattern": r"^(>=|<=|>|<)?\s*\d{1,9}$"}, {"type": "integer", "minimum": 0}],
            "examples": [">100", "<=5000", 12],
        }
    ),
]


class FigureExpectation(Part):
    """What must hold of figures; what does not is a problem with its place."""

    min: Annotated[Number | None, Field(examples=[0])] = None
    """The least that a figure may be."""
    max: Annotated[Number | None, Field(examples=[100])] = None
    """The most that a figure may be."""
    not_null: Flag = False
    """Whether every row has a figure; of a KPI, whether every period between its first and its last one has."""
    severity: Literal["error", "warning"] = "error"
    """Whether what does not hold stops the publication (error, the default) or is told beside it (warning)."""


class RowExpectation(FigureExpectation):
    """What must hold of the rows of a file that its filter takes."""

    rows: Annotated[RowsWanted | None, Field(examples=[">100"])] = None
    """How many rows there are, such as `">100"`, `"<=5000"` or 12."""
    unique: Annotated[tuple[Text, ...], Field(examples=[["Invoice"]])] = ()
    """The columns that no two rows have the same cells in."""
    columns: Annotated[tuple[Text, ...], Field(examples=[["Date", "Amount"]])] = ()
    """The columns that the file has, whether they are read or not."""
