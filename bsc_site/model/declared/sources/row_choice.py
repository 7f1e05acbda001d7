"""Row choice: which rows of a table belong to a KPI."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field

from bsc_site.model.declared.sources.column_name import ColumnName
from bsc_site.model.declared.sources.row_test import Wanted
from bsc_site.model.fields import Flag, Part


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
    case_sensitive: Flag = False
    """Whether `North` in `where` means only cells that say North, not those that say NORTH; it means both by
    default."""
    fill: Annotated[tuple[ColumnName, ...] | Literal["none"] | None, Field(examples=[["Region"]])] = None
    """The columns whose empty cells mean what the last one above says, as where only the first row of a group names
    it; `none` where an empty cell is one."""
    fill_down: Annotated[tuple[ColumnName, ...] | Literal["none"] | None, Field(examples=[["Region"]])] = None
    """The same as `fill`, as it was called first: columns to fill downwards, or `none`."""
    totals: Literal["left out", "counted"] | None = None
    """Whether rows called Total, Sum or All are left out or counted like any other, asked for where they are not the
    sum of the other rows."""
    repeated_rows: Literal["left out", "counted"] | None = None
    """Whether a row that repeats another in every cell is left out or counted again, asked for where each period has
    one row otherwise."""

    @property
    def filled(self) -> tuple[str, ...] | Literal["none"] | None:
        """The columns to fill downwards, by whichever of its two names that is declared."""
        return self.fill_down if self.fill is None else self.fill
