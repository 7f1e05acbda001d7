"""Figure choice: which columns hold the figures of a KPI, and how numbers are written there."""

from __future__ import annotations

from typing import Annotated, Any, Literal, TypeAlias

from pydantic import BeforeValidator, Field

from bsc_site.model.declared.sources.column_name import ColumnName
from bsc_site.model.declared.sources.other_figures import ColumnOrOther
from bsc_site.model.fields import Length, Number, Part, Text, Whole

Cumulative: TypeAlias = Literal["year"] | Annotated[Whole, Field(ge=1, le=12)]
"""Within which year figures are counted up: the organisation's, or the one that begins with a month."""


def _read_answer(value: Any) -> Any:
    """An answer as a key of YAML: `10` is the number 10 there."""
    return str(value) if isinstance(value, int | float) and not isinstance(value, bool) else value


_Answer = Annotated[Text, BeforeValidator(_read_answer)]


class Distinct(Part):
    """Texts that are counted, each once a period."""

    distinct: Annotated[ColumnName, Field(examples=["Invoice"])]
    """The column whose different texts are counted, such as the number of an order that has several lines."""


class RepeatRate(Part):
    """How many of those who bought had bought before."""

    customer: Annotated[ColumnName, Field(examples=["Email"])]
    """The column that says who bought; rows where it is empty are nobody's and left out."""
    order: Annotated[ColumnName | None, Field(examples=["Name"])] = None
    """The column with the number of the order, where an order has several rows; each row is one without it."""
    window: Annotated[Length, Field(examples=["12 months"])]
    """How long before an order an earlier one counts."""


class FigureChoice(Part):
    """Which columns hold the figures, and how they are written."""

    value: Annotated[ColumnName | None, Field(examples=["Revenue", "Quantity * `Unit price`"])] = None
    """The column with the figures, or arithmetic over several of a row, names with blanks between backticks; the column
    called value unless said otherwise, and `{column: G}` by its letter where it has no heading of its own."""
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
    weight: Annotated[Text | None, Field(examples=["Patients"])] = None
    """The column, or arithmetic, that says how much each figure counts in the mean of a period, such as the patients
    behind an average; it goes with `aggregate: mean`."""
    count: Annotated[Literal["rows"] | Distinct | None, Field(examples=["rows", {"distinct": "Invoice"}])] = None
    """`rows` where each row that passes the filter counts as one, as in a list of accidents, and they are added up;
    `{distinct: Invoice}` where each different text of a column counts once a period."""
    repeat_rate: RepeatRate | None = None
    """The share of the customers of a period who had ordered before, within a window of time."""
    map: Annotated[dict[_Answer, Number], Field(examples=[{"0-6": -100, "7-8": 0, "9-10": 100}])] = Field(
        default_factory=dict
    )
    """The figure that an answer stands for: texts, numbers, ranges like 0-6 with both ends, and `rest` for others."""
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
