"""Other figures: a target or a benchmark that stands in other rows than the figures, or in another file."""

from __future__ import annotations

from typing import Annotated, Any, TypeAlias

from pydantic import BeforeValidator, Discriminator, Field, Tag

from bsc_site.model.declared.columns.column_name import ColumnName, by_letter, is_letters
from bsc_site.model.declared.sources.file_form import FileForm
from bsc_site.model.declared.sources.period_choice import PeriodChoice
from bsc_site.model.declared.sources.query_choice import QueryChoice
from bsc_site.model.declared.sources.row_choice import RowChoice
from bsc_site.model.declared.sources.table_choice import TableChoice
from bsc_site.model.fields import Number, Text


class OtherFigures(FileForm, QueryChoice, TableChoice, RowChoice, PeriodChoice):
    """Where figures stand that go with those of a KPI.

    Without a `file` or a `query` they stand in the same table: what is not said here is as for the KPI's own figures,
    `where` column by column. With one, they are read by themselves, as by a source.
    """

    file: Annotated[Text, Field(examples=["data/targets.csv"])] = ""
    """The data file in which they stand, as seen from the project folder; that of the KPI's figures without it."""
    column: Annotated[Text | None, Field(examples=["Plan"])] = None
    """The column in which they stand, beside the figures or in the rows that are named here."""
    value: ColumnName | None = None
    """The column with the figures, as `value` of a source says it; the same as `column`."""
    missing: Annotated[tuple[Text, ...], Field(examples=[["n/a", "-"]])] = ()
    """The texts that mean no value in that file, besides the empty cell."""
    decimal: Annotated[Text | None, Field(pattern="^[.,]$", examples=[","])] = None
    """The mark before decimals in that file, a point or a comma, where no figure tells which it is."""
    thousands: Annotated[Text | None, Field(examples=["."])] = None
    """The mark between thousands in that file, where all figures are like 1,234."""
    scale: Annotated[Number | None, Field(examples=[100])] = None
    """What every one of these figures is multiplied by; of those in the same table, as for the KPI's own."""


def _column_alone(value: Any) -> Any:
    """A mapping that only names a column says no more than its heading or its letter."""
    if not isinstance(value, dict) or value.keys() != {"column"}:
        return value
    named = value["column"]
    return by_letter(named) if isinstance(named, str) and is_letters(named) else named


def _way(value: Any) -> str:
    return "mapping" if isinstance(value, dict | OtherFigures) else "name"


_Ways: TypeAlias = Annotated[
    Annotated[Text, Tag("name")] | Annotated[OtherFigures, Tag("mapping")], Discriminator(_way)
]
ColumnOrOther: TypeAlias = Annotated[_Ways | None, BeforeValidator(_column_alone)]
"""The name of a column beside the figures, or where else these figures stand."""
