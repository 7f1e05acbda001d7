"""Period name: the column with the periods, or the name of the file that says the period of all its rows."""

from __future__ import annotations

import re
from typing import Annotated, Any

from pydantic import BeforeValidator, WithJsonSchema

from bsc_site.model.declared.columns.column_name import COLUMN_SCHEMA, read_column
from bsc_site.model.fields import wrong_value
from bsc_site.model.saying import yaml_value_sentences as told
from bsc_site.model.saying.said import Listed, said

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
        raise wrong_value("BSC006", said(told.NO_PATTERN_OF_A_NAME, example=_EXAMPLE))
    parts = _PLACE.findall(pattern)
    wrong = next((each for each in parts if each not in PARTS), None)
    if wrong is not None:
        known = Listed(f"{{{each}}}" for each in PARTS)
        raise wrong_value("BSC011", said(told.NO_PART_OF_A_PERIOD, wrong=f"{{{wrong}}}", known=known))
    if not {"yyyy", "yy"} & set(parts):
        raise wrong_value("BSC011", said(told.PATTERN_WITHOUT_YEAR, example=_EXAMPLE))
    return by_pattern(pattern)


_EXAMPLE = "orders-{yyyy}-{mm}"
_FROM_NAME = {
    "type": "object",
    "required": ["from_name"],
    "maxProperties": 1,
    "additionalProperties": {"type": "string"},
}
_SCHEMA = {"anyOf": [*COLUMN_SCHEMA["anyOf"], _FROM_NAME], "examples": ["month", {"from_name": "orders-{yyyy}-{mm}"}]}
PeriodName = Annotated[str, BeforeValidator(_read_period_name), WithJsonSchema(_SCHEMA)]
"""A column, or `{from_name: "orders-{yyyy}-{mm}"}` where the name of the file says the period."""
