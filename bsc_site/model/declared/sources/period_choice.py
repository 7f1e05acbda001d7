"""Period choice: where a table says to which period a figure belongs."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field

from bsc_site.model.declared.columns.column_name import ColumnName
from bsc_site.model.declared.columns.period_name import PeriodName
from bsc_site.model.declared.sources.period_writing import PeriodWriting
from bsc_site.model.fields import Month, Part, Text, When, Whole


class PeriodChoice(Part):
    """Where the periods stand, and how they are written."""

    period: Annotated[PeriodName | tuple[ColumnName, ...] | None, Field(examples=["month", ["year", "quarter"]])] = None
    """The column with the period of each row, or several that are joined, or `{from_name: "orders-{yyyy}-{mm}"}` where
    the name of the file says it; without it the one called period where value, numerator or count is named, and
    otherwise every column whose heading is a period."""
    columns: Annotated[dict[str, When], Field(examples=[{"lq": "FY2015-Q1", "tq": "FY2015-Q2"}])] = Field(
        default_factory=dict
    )
    """The columns that hold one period each, and which one, where their headings are no periods themselves."""
    at: When | None = None
    """The one period that every row belongs to, for a file that names none."""
    dates: Literal["day first", "month first", "year first"] | None = None
    """The order of numeric dates such as 03/04/2024, which are a problem without it: day, month or year first."""
    year: Annotated[Whole | None, Field(examples=[2025])] = None
    """The year of headings or cells that name only a month; where they go on into the next, that of the first."""
    time_zone: Annotated[Text | None, Field(examples=["Europe/Brussels"])] = None
    """The time zone by whose clock moments such as 2024-03-31T23:30:00Z belong to a day, as `time_zone` of periods."""
    periods: PeriodWriting = PeriodWriting.model_construct()
    """How periods are written in this file where they could be read in two ways; a problem names the key to add."""
    fiscal_year_starts: Annotated[Month | None, Field(examples=[7])] = None
    """The month in which the year of these figures begins, where it is not that of the scorecard."""
