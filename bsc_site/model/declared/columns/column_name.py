"""Column name: how a source says which column it means, by its heading or by its letter."""

from __future__ import annotations

import re
from typing import Annotated, Any

from pydantic import BeforeValidator, WithJsonSchema

from bsc_site.model.fields import shown, wrong_value
from bsc_site.model.saying import yaml_value_sentences as told
from bsc_site.model.saying.said import said

_LETTERS = re.compile(r"[A-Za-z]{1,3}")
_LETTER_NAME = re.compile(r"\{column: ([A-Z]{1,3})\}")
_AS_TEXT = re.compile(r"\{? ?column:? ([A-Za-z]{1,3}) ?\}?")
_IN_ALPHABET = 26


def by_letter(letters: str) -> str:
    """The name by which a column without a usable heading is known: `{column: G}`."""
    return f"{{column: {letters.upper()}}}"


def is_letters(text: str) -> bool:
    """Whether a text can be the letter of a column, from A to ZZZ."""
    return _LETTERS.fullmatch(text) is not None


def letters_in(name: str) -> str:
    """The letters of a name that `by_letter` made, nothing for any other."""
    found = _LETTER_NAME.fullmatch(name)
    return found[1] if found else ""


def letters_of_text(name: str) -> str:
    """The letters of a text that says `column G`, which means that column where no heading is called so."""
    found = _AS_TEXT.fullmatch(name.strip())
    return found[1].upper() if found else ""


def column_number(letters: str) -> int:
    """The number of a column from 1: 27 for AA."""
    number = 0
    for letter in letters:
        number = number * _IN_ALPHABET + ord(letter) - ord("A") + 1
    return number


def column_letters(number: int) -> str:
    """The letters of a column counted from 1: AA for 27."""
    letters = ""
    while number:
        number, rest = divmod(number - 1, _IN_ALPHABET)
        letters = chr(ord("A") + rest) + letters
    return letters


def read_column(value: Any) -> str:
    """The name of a column from the YAML, `{column: G}` for one that is called by its letter."""
    if isinstance(value, dict):
        letters = value.get("column")
        if len(value) == 1 and isinstance(letters, str) and _LETTERS.fullmatch(letters):
            return by_letter(letters)
        raise wrong_value("BSC006", said(told.NO_COLUMN_NAMED, example=_EXAMPLE))
    if isinstance(value, str):
        return value
    raise wrong_value("BSC006", said(told.NO_TEXT, shown=shown(value)))


_EXAMPLE = "{column: G}"
COLUMN_SCHEMA: dict[str, Any] = {
    "anyOf": [
        {"type": "string"},
        {
            "type": "object",
            "required": ["column"],
            "maxProperties": 1,
            "additionalProperties": {"type": "string", "pattern": f"^{_LETTERS.pattern}$"},
        },
    ],
    "examples": ["Sales", {"column": "G"}],
}
ColumnName = Annotated[str, BeforeValidator(read_column), WithJsonSchema(COLUMN_SCHEMA)]
"""A column by its heading, or where that is empty or stands twice by its letter: `{column: G}`."""
