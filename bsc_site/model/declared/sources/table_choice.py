"""Table choice: which part of a file is the table, where it holds more than one."""

from __future__ import annotations

import re
from typing import Annotated, Any, Literal

from pydantic import BeforeValidator, Discriminator, Field, Tag, WithJsonSchema

from bsc_site.model.fields import Part, Text, Whole, shown, wrong_value
from bsc_site.model.saying import yaml_value_sentences as told
from bsc_site.model.saying.said import said
from bsc_site.model.value_class import dataclass

_LINES = re.compile(r"(\d{1,9}) ?\.\. ?(\d{1,9})?")
NO_HEADINGS = "none"
"""What `header` says of a file whose first row is one like any other."""
Line = Annotated[Whole, Field(ge=1)]


class TableByHeadings(Part):
    """The table of a file that has these headings, wherever it stands."""

    headings: Annotated[tuple[Text, ...], Field(min_length=1, examples=[["Region", "Sales"]])]
    """Headings by which the table is known; it may have more, in any order."""
    number: Annotated[Line | None, Field(examples=[2])] = None
    """Which of several tables with these headings is meant, counted from 1 downwards."""


@dataclass(frozen=True, slots=True)
class Lines:
    """Lines of a file as an editor counts them, from 1; without a last one, all to the end."""

    first: int
    last: int | None = None

    def __str__(self) -> str:
        """As written: `8..40` or `8..`."""
        return f"{self.first}..{'' if self.last is None else self.last}"


def _read_lines(value: Any) -> Lines:
    if isinstance(value, Lines):
        return value
    found = _LINES.fullmatch(value.strip()) if isinstance(value, str) else None
    if found is None or not int(found[1]):
        raise wrong_value("BSC006", said(told.NO_LINES, shown=shown(value)))
    lines = Lines(int(found[1]), int(found[2]) if found[2] else None)
    if lines.last is not None and lines.last < lines.first:
        turned = f"{lines.last}..{lines.first}"
        raise wrong_value("BSC011", said(told.TURNED_LINES, shown=str(value), turned=turned))
    return lines


def _read_header(value: Any) -> Any:
    return value if isinstance(value, list | tuple) or value == NO_HEADINGS else (value,)


def _kind_of_header(value: Any) -> str:
    return "none" if value == NO_HEADINGS else "rows"


def _kind_of(value: Any) -> str:
    return "headings" if isinstance(value, dict | TableByHeadings) else "name"


class TableChoice(Part):
    """Which table of the file is meant, and where its headings stand."""

    table: (
        Annotated[
            Annotated[TableByHeadings, Tag("headings")] | Annotated[Text, Tag("name")],
            Discriminator(_kind_of),
            Field(examples=[{"headings": ["Region", "Sales"]}, "orders"]),
        ]
        | None
    ) = None
    """The one table of several that stand in a file or sheet, by the headings that it has; in a database its name."""
    rows: (
        Annotated[
            Lines,
            BeforeValidator(_read_lines),
            WithJsonSchema({"type": "string", "pattern": f"^{_LINES.pattern}$", "examples": ["8..40", "8.."]}),
        ]
        | None
    ) = None
    """The lines of the file that hold the table, as an editor counts them; its headings are the first of them, unless
    `header` says where they stand."""
    header: Annotated[
        Annotated[Literal["none"], Tag("none")] | Annotated[tuple[Line, ...], Tag("rows")],
        Discriminator(_kind_of_header),
        BeforeValidator(_read_header),
        WithJsonSchema(
            {
                "anyOf": [
                    {"type": "integer", "minimum": 1},
                    {"type": "array", "items": {"type": "integer", "minimum": 1}},
                    {"const": "none"},
                ],
                "examples": [3, [3, 4], "none"],
            }
        ),
    ] = ()
    """The row with the names of the columns, counted from 1 as an editor does, or all rows that make up a name; the
    first that is not empty by default, and `none` where there are none and columns are named by letters."""
