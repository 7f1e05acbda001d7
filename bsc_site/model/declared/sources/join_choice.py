"""Join choice: which columns of other tables stand beside the rows, as where these name a thing by its number only."""

from __future__ import annotations

from typing import Annotated, Any, Literal

from pydantic import BeforeValidator, Field, WithJsonSchema

from bsc_site.model.declared.sources.file_form import FileForm
from bsc_site.model.declared.sources.table_choice import TableChoice
from bsc_site.model.fields import Part, Text


def _read_keys(value: Any) -> Any:
    """One column, or several in a list, that have the same heading in both tables."""
    if isinstance(value, str):
        return {value: value}
    named = isinstance(value, list) and all(isinstance(each, str) for each in value)
    return {each: each for each in value} if named else value


_KEYS = {
    "anyOf": [
        {"type": "string"},
        {"type": "array", "items": {"type": "string"}, "minItems": 1},
        {"type": "object", "additionalProperties": {"type": "string"}, "minProperties": 1},
    ]
}


class Join(FileForm, TableChoice):
    """Another table of which one row belongs to each row: its other columns stand beside those of the source."""

    file: Annotated[Text, Field(examples=["data/metrics.csv"])]
    """The data file with the other table, as seen from the project folder."""
    on: Annotated[
        dict[Text, Text],
        BeforeValidator(_read_keys),
        WithJsonSchema(_KEYS),
        Field(min_length=1, examples=[{"metric_id": "id"}, "region"]),
    ]
    """The columns by which rows belong together: that of the source, and what it is called in the other table; the
    name alone where both call it the same."""
    prefix: Annotated[Text, Field(examples=["metric "])] = ""
    """What is put before the headings of the other table, where they would be mistaken for those of the source."""
    unmatched: Literal["empty"] | None = None
    """`empty` where a row may have no partner, so that its cells are empty there; it is an error otherwise."""


def _alone(value: Any) -> Any:
    return (value,) if isinstance(value, dict | Join) else value


class JoinChoice(Part):
    """Which other tables stand beside the rows."""

    join: Annotated[
        tuple[Join, ...],
        BeforeValidator(_alone),
        Field(examples=[{"file": "data/metrics.csv", "on": {"metric_id": "id"}}]),
    ] = ()
    """The other table, or a list of them, whose columns stand beside the rows, so that filters, figures and periods can
    name them."""
