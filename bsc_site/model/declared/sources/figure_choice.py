"""Figure choice: which columns hold the figures of a KPI, how they are written, and what is mended in them."""

from __future__ import annotations

from typing import Annotated, Any, Literal, TypeAlias

from pydantic import BeforeValidator, Field

from bsc_site.model.declared.columns.column_name import ColumnName
from bsc_site.model.declared.sources.other_figures import ColumnOrOther
from bsc_site.model.fields import Length, Number, Part, Text, Whole
from bsc_site.model.translated.prose import Prose

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
    because: Prose
    """Who knows it from where; it is listed with the corrections."""


class FigureCleaning(Part):
    """What is mended in the cells before they are read."""

    clean: Cleaning = Cleaning.model_construct()
    """What stands around figures or instead of them, and is taken away or replaced by a number."""
    correct: tuple[Correction, ...] = ()
    """The cells of the file that are known to be wrong; each says what stands there and why it is changed."""
    unreadable: Literal["gap"] | None = None
    """`gap` where figures that cannot be read are left out as if their cells were empty, counted and listed; each is an
    error otherwise."""
