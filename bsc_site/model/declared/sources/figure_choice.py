"""Figure choice: which columns hold the figures of a KPI, and how numbers are written there."""

from __future__ import annotations

from typing import Annotated, Literal, TypeAlias

from pydantic import Field

from bsc_site.model.declared.columns.column_name import ColumnName
from bsc_site.model.declared.sources.other_figures import ColumnOrOther
from bsc_site.model.fields import Number, Part, Text, Whole

Cumulative: TypeAlias = Literal["year"] | Annotated[Whole, Field(ge=1, le=12)]
"""Within which year figures are counted up: the organisation's, or the one that begins with a month."""


class FigureChoice(Part):
    """Which columns hold the figures, and how they are written."""

    value: ColumnName | None = None
    """The column with the figures; the one called value unless said otherwise, and `{column: G}` by its letter where
    it has no heading of its own."""
    numerator: ColumnName | None = None
    """The column with the upper figure of a ratio, such as orders that were returned; it needs a denominator."""
    denominator: ColumnName | None = None
    """The column with the lower figure of a ratio, such as all orders; the ratio of a KPI in % is multiplied by 100."""
    target: Annotated[ColumnOrOther, Field(examples=["Plan", {"where": {"Scenario": "Plan"}}])] = None
    """The column with the target of each row: that of its figure, or of a period to come where there is none yet; or
    where else targets stand, in other rows (`where`) or in another `file`."""
    benchmark: Annotated[ColumnOrOther, Field(examples=["Peers", {"where": {"Country": "EU27"}}])] = None
    """The column with what others reach, or where else that stands, as for `target`; the latest figure is shown."""
    note: ColumnName | None = None
    """The column with remarks, which stand at their figures in table and chart."""
    rating: ColumnName | None = None
    """The column with what somebody official says of each figure, such as the grade of a regulator."""
    count: Literal["rows"] | None = None
    """`rows` where each row that passes the filter counts as one, as in a list of accidents; they are added up."""
    missing: Annotated[tuple[Text, ...], Field(examples=[["n/a", "-"]])] = ()
    """The texts that mean no value, besides the empty cell."""
    decimal: Literal[".", ","] | None = None
    """The mark before decimals, a point or a comma, needed where no figure of a column tells which it is."""
    thousands: Annotated[Text | None, Field(examples=[","])] = None
    """The mark between thousands, needed where all figures of a column are like 1,234, which can be two numbers."""
    cumulative: Cumulative | None = None
    """`year` or a month, 1 to 12, as `cumulative` of the KPI, said where the file is described."""
    scale: Annotated[Number, Field(examples=[100])] = 1.0
    """What every figure is multiplied by, such as 100 for shares that are shown in per cent; 1 by default."""
