"""Tokens: a formula's text cut into numbers, names and signs; the longest known id wins over a minus."""

from __future__ import annotations

import math
import re
from collections.abc import Iterator
from difflib import get_close_matches
from typing import NamedTuple

_CALL = re.compile(r"\s*\(")
_BLANK = re.compile(r"\s*")
_NAME = re.compile(r"[A-Za-z0-9_][A-Za-z0-9_-]*")
_NUMBER = re.compile(r"(?:\d+(?:\.\d*)?|\.\d+)(?:[eE][+-]?\d+)?(?![A-Za-z0-9_.])")
_SIGN = re.compile(r"\*\*|<=|>=|==|!=|[-+*/%(),<>=]")
LONGEST = 2000


class FormulaError(ValueError):
    """A formula that cannot be read; `unknown` is the name that no KPI has, empty for any other mistake."""

    def __init__(self, message: str, unknown: str = "") -> None:
        """Keep the sentence and the unknown name."""
        super().__init__(message)
        self.unknown = unknown


class Token(NamedTuple):
    """One piece: `kind` is number, name, word (a function), sign or end; `position` counts characters from 1."""

    kind: str
    text: str
    position: int
    number: float = 0.0


def tokens_of(text: str, names: frozenset[str], words: frozenset[str]) -> list[Token]:
    """The pieces of `text`, ended by one of kind `end`; raises FormulaError."""
    if len(text) > LONGEST:
        raise FormulaError(f"the formula has {len(text):,} characters; {LONGEST:,} are allowed")
    return list(_tokens(text, names, words))


def _tokens(text: str, names: frozenset[str], words: frozenset[str]) -> Iterator[Token]:
    at = _skip(text, 0)
    while at < len(text):
        token = _name_or_number(text, at, names, words) or _sign(text, at)
        yield token
        at = _skip(text, at + len(token.text))
    yield Token("end", "", len(text) + 1)


def _skip(text: str, at: int) -> int:
    match = _BLANK.match(text, at)
    return match.end() if match else at


def _name_or_number(text: str, at: int, names: frozenset[str], words: frozenset[str]) -> Token | None:
    name, number = _NAME.match(text, at), _NUMBER.match(text, at)
    if name and name[0] in words and _CALL.match(text, name.end()):
        return Token("word", name[0], at + 1)
    if name and name[0] in names and (number is None or number.end() <= name.end()):
        return Token("name", name[0], at + 1)
    if number:
        return _number(number[0], at)
    if name is None:
        return None
    if name[0] in words:
        return Token("word", name[0], at + 1)
    return _unknown(name[0], names, at)


def _number(text: str, at: int) -> Token:
    value = float(text)
    if not math.isfinite(value):
        raise FormulaError(f"the number at position {at + 1} is too large")
    return Token("number", text, at + 1, value)


def _sign(text: str, at: int) -> Token:
    sign = _SIGN.match(text, at)
    if sign is None:
        raise FormulaError(f"'{text[at]}' at position {at + 1} is not allowed in a formula")
    return Token("sign", sign[0], at + 1)


def _unknown(name: str, names: frozenset[str], at: int) -> Token:
    parts = [name[:cut] for cut in range(len(name)) if name[cut] == "-" and name[:cut] in names]
    if parts:
        rest = name[len(parts[-1]) + 1 :]
        raise FormulaError(
            f"'{name}' at position {at + 1} is not known; for a minus, write blanks: {parts[-1]} - {rest}", name
        )
    close = get_close_matches(name, sorted(names), 1)
    hint = f"; did you mean '{close[0]}'?" if close else ""
    raise FormulaError(f"'{name}' at position {at + 1} is not known{hint}", name)
