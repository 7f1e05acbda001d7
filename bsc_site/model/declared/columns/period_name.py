"""Period name: the column with the periods, or the name of the file that says the period of all its rows."""

from __future__ import annotations

import re
from typing import Annotated, Any

from pydantic import BeforeValidator, WithJsonSchema
from pydantic_core import PydanticCustomError

from bsc_site.model.declared.columns.column_name import COLUMN_SCHEMA, read_column

PARTS = ("yyyy", "yy", "mm", "mon", "q", "ww", "dd")
"""What the name of a file says of its period: year, month as number or word, quarter, week, day."""
_PLACE = re.compile(r"\{(\w*)\}")
_WRITTEN = re.compile(r"\{from_name: (.*)\}", re.DOTALL)


def pattern_in(name: str) -> str:
    """The pattern by which the name of a file says its period, where a source says so; nothing for a column."""
    found = _WRITTEN.fullmatch(name)
    return found[1] if found else ""


def by_pattern(pattern: str) -> str:
    """The name of the column that says what the names of files do."""
    return f"{{from_name: {pattern}}}"


def _read_period_name(value: Any) -> str:
    if not (isinstance(value, dict) and "from_name" in value):
        return read_column(value)
    pattern = value["from_name"]
    if len(value) != 1 or not isinstance(pattern, str):
        raise PydanticCustomError("BSC006", "the pattern of a name is a text, such as {example}", _EXAMPLE)
    parts = _PLACE.findall(pattern)
    wrong = next((each for each in parts if each not in PARTS), None)
    if wrong is not None:
        known = ", ".join(f"{{{each}}}" for each in PARTS)
        raise PydanticCustomError(
            "BSC011", "{wrong} is no part of a period; use {known}", {"wrong": f"{{{wrong}}}", "known": known}
        )
    if not {"yyyy", "yy"} & set(parts):
        raise PydanticCustomError("BSC011", "the pattern names no year; write it like {example}", _EXAMPLE)
    return by_pattern(pattern)


_EXAMPLE = {"example": "orders-{yyyy}-{mm}"}
_FROM_NAME = {
    "type": "object",
    "required": ["from_name"],
    "maxProperties": 1,
    "additionalProperties": {"type": "string"},
}
_SCHEMA = {"anyOf": [*COLUMN_SCHEMA["anyOf"], _FROM_NAME], "examples": ["month", {"from_name": "orders-{yyyy}-{mm}"}]}
PeriodName = Annotated[str, BeforeValidator(_read_period_name), WithJsonSchema(_SCHEMA)]
"""A column, or `{from_name: "orders-{yyyy}-{mm}"}` where the name of the file says the period."""
