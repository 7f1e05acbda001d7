"""Row choice: which rows of a table belong to a KPI."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field

from bsc_site.model.declared.sources.row_test import Wanted
from bsc_site.model.fields import Flag, Part, Text


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
    fill_down: Annotated[tuple[Text, ...] | Literal["none"] | None, Field(examples=[["Region"]])] = None
    """The columns whose empty cells mean what the last one above says, as where only the first row of a group names
    it; `none` where an empty cell is one."""
    totals: Literal["left out", "counted"] | None = None
    """Whether rows called Total, Sum or All are left out or counted like any other, asked for where they are not the
    sum of the other rows."""
    repeated_rows: Literal["left out", "counted"] | None = None
    """Whether a row that repeats another in every cell is left out or counted again, asked for where each period has
    one row otherwise."""
