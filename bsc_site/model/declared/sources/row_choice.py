"""Row choice: which rows of a table belong to a KPI."""

from __future__ import annotations

from typing import Annotated, Any, Literal

from pydantic import BeforeValidator, Field

from bsc_site.model.declared.columns.column_name import ColumnName
from bsc_site.model.fields import Flag, Part, Text


def _as_list(value: Any) -> Any:
    texts = value if isinstance(value, list | tuple) else [value]
    return [str(each) if isinstance(each, int | float) and not isinstance(each, bool) else each for each in texts]


class RowChoice(Part):
    """Which rows of the table are the KPI's."""

    where: Annotated[dict[str, Any], Field(examples=[{"region": "North", "stage": ["Won", "Paid"]}])] = Field(
        default_factory=dict
    )
    """Which rows are taken: column by column the text, number or list of them that a row must have there."""
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
