"""Row choice: which rows of a table belong to a KPI, and what a cell must be like for its row to be taken."""

from __future__ import annotations

from typing import Annotated, Any, Literal, TypeAlias

from pydantic import BeforeValidator, Discriminator, Field, Tag, WithJsonSchema

from bsc_site.model.declared.columns.column_name import ColumnName
from bsc_site.model.fields import Flag, Number, Part, Text, When

EMPTY = "empty"
"""The word for cells that hold nothing."""
REST = "rest"
"""The key that means every column which the source does not name."""


class RowTest(Part):
    """What a cell must be like; where several things are said of a column, all of them hold."""

    not_: Annotated[Any, Field(alias="not", examples=["C*", ["Grand Total", "Total*"], "empty"])] = None
    """What the cell must not be: a text, a number or a list of them, where * stands for any letters, or `empty`."""
    like: Annotated[Text | tuple[Text, ...] | None, Field(examples=["SKU-*"])] = None
    """How its text must read, where * stands for any letters; of a list it is one."""
    in_: Annotated[tuple[Any, ...] | None, Field(alias="in", examples=[["Won", "Paid"]])] = None
    """The texts or numbers of which it must be one, as a list alone says too."""
    above: Annotated[Number | None, Field(examples=[0])] = None
    """The number that it must be larger than."""
    at_least: Annotated[Number | None, Field(examples=[1])] = None
    """The number that it must not be smaller than."""
    below: Annotated[Number | None, Field(examples=[100])] = None
    """The number that it must be smaller than."""
    at_most: Annotated[Number | None, Field(examples=[100])] = None
    """The number that it must not be larger than."""
    from_: Annotated[When | None, Field(alias="from", examples=["2024-01"])] = None
    """The period with which its date or period begins at the earliest."""
    to: Annotated[When | None, Field(examples=["2024-12"])] = None
    """The period with which it ends at the latest."""

    @property
    def compares(self) -> bool:
        """Whether it asks for a number."""
        return any(each is not None for each in (self.above, self.at_least, self.below, self.at_most))

    @property
    def dates(self) -> bool:
        """Whether it asks for a period."""
        return self.from_ is not None or self.to is not None


_PLAIN = {"type": ["string", "number", "boolean", "null", "array"]}


def _kind(value: Any) -> str:
    return "test" if isinstance(value, dict | RowTest) else "wanted"


Wanted: TypeAlias = Annotated[
    Annotated[RowTest, Tag("test")] | Annotated[Any, Tag("wanted"), WithJsonSchema(_PLAIN)],
    Discriminator(_kind),
]
"""What a filter says of one column: a text, a number or a list of them that the cell must be, or a test."""


def _as_list(value: Any) -> Any:
    texts = value if isinstance(value, list | tuple) else [value]
    return [str(each) if isinstance(each, int | float) and not isinstance(each, bool) else each for each in texts]


class RowChoice(Part):
    """Which rows of the table are the KPI's."""

    where: Annotated[
        dict[str, Wanted],
        Field(
            examples=[
                {"region": "North", "stage": ["Won", "Paid"]},
                {"Invoice": {"not": "C*"}, "Quantity": {"above": 0}, "Note": "empty"},
            ]
        ),
    ] = Field(default_factory=dict)
    """Which rows are taken: column by column the text, number or list of them that a row must have there, `empty`, or
    a test such as {above: 0}; `rest: empty` says that all columns which the source does not name are empty."""
    by: Annotated[ColumnName | tuple[ColumnName, ...] | None, Field(examples=["Region"])] = None
    """The column that tells groups apart, such as regions, or several of them; each group has its own figures on the
    KPI's page, whose own are those of the rows where it is empty or says Total, or of all rows."""
    case_sensitive: Flag = False
    """Whether `North` in `where` means only cells that say North, not those that say NORTH; it means both by
    default."""
    skip: Annotated[
        dict[str, Annotated[tuple[Text, ...], BeforeValidator(_as_list)]],
        Field(examples=[{"Region": ["Grand Total", "Total*"]}]),
    ] = Field(default_factory=dict)
    """Which rows are left out: column by column the texts that they have there, in which `*` stands for any letters."""
    fill: Annotated[tuple[ColumnName, ...] | Literal["none"] | None, Field(examples=[["Region"]])] = None
    """The columns whose empty cells mean what the last one above says, as where only the first row of a group names
    it; `none` where an empty cell is one."""
    fill_down: Annotated[tuple[ColumnName, ...] | Literal["none"] | None, Field(examples=[["Region"]])] = None
    """The same as `fill`, as it was called first: columns to fill downwards, or `none`."""
    totals: Literal["left out", "counted"] | None = None
    """Whether rows called Total, Sum or All are left out or counted like any other, asked for where they are not the
    sum of the other rows."""
    repeated_files: Literal["newest name", "added"] | None = None
    """What counts where several files have rows of one period: those of the file whose `newest name` comes last, or
    all of them `added`, asked for where it makes a difference."""
    repeated_rows: Literal["left out", "counted"] | None = None
    """Whether a row that repeats another in every cell is left out or counted again, asked for where each period has
    one row otherwise."""

    @property
    def grouped_by(self) -> tuple[str, ...]:
        """The columns that tell groups apart."""
        if self.by is None:
            return ()
        return (self.by,) if isinstance(self.by, str) else self.by

    @property
    def filled(self) -> tuple[str, ...] | Literal["none"] | None:
        """The columns to fill downwards, by whichever of its two names that is declared."""
        return self.fill_down if self.fill is None else self.fill
