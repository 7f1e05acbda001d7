"""Cleaning: what is mended in the cells of a file before figures are read, declared so that it can be shown."""

from __future__ import annotations

from typing import Annotated, Any, Literal

from pydantic import Field

from bsc_site.model.declared.sources.column_name import ColumnName
from bsc_site.model.fields import Number, Part, Text, Whole


class Cleaning(Part):
    """What stands in cells of figures and is none of the figure."""

    strip: Annotated[tuple[Text, ...], Field(examples=[["*", "(p)"]])] = ()
    """The marks that are taken away before and behind a figure, such as those of footnotes."""
    words: Annotated[dict[str, Number], Field(examples=[{"Three quarters": 0.75}])] = Field(default_factory=dict)
    """The texts that stand for a number, each with its number."""
    suffixes: Annotated[dict[str, Number], Field(examples=[{"k": 1000, "lakh": 100000}])] = Field(default_factory=dict)
    """The endings of figures that multiply them, each with what it multiplies by."""


class Correction(Part):
    """One cell that is known to be wrong, and what is right."""

    row: Annotated[Whole, Field(ge=1, examples=[54])]
    """The row of the file, counted from 1 as an editor or a spreadsheet does; of JSON and Parquet the record."""
    column: Annotated[ColumnName, Field(examples=["Date"])]
    """The heading below which the wrong cell stands, as in the file."""
    was: Any
    """What stands in the cell, so that the correction is used no longer when the file is another one."""
    value: Any
    """What is meant instead; an empty value empties the cell."""
    because: Text
    """Who knows it from where; it is listed with the corrections."""


class FigureCleaning(Part):
    """What is mended in the cells before they are read."""

    clean: Cleaning = Cleaning()
    """What stands around figures or instead of them, and is taken away or replaced by a number."""
    correct: tuple[Correction, ...] = ()
    """The cells of the file that are known to be wrong; each says what stands there and why it is changed."""
    unreadable: Literal["gap"] | None = None
    """`gap` where figures that cannot be read are left out as if their cells were empty, counted and listed; each is an
    error otherwise."""
