"""Tokens: a formula's text cut into numbers, names and signs; the longest known id wins over a minus."""

from __future__ import annotations

import math
import re
from collections.abc import Iterator
from difflib import get_close_matches
from typing import NamedTuple

from bsc_site.model.problem import Figure
from bsc_site.model.rules.formulas import (
    FORMULA_IS_TOO_LONG,
    NAME_IS_UNKNOWN,
    NAME_IS_UNKNOWN_BUT_CLOSE,
    NAME_MAY_HOLD_A_MINUS,
    NUMBER_IS_TOO_LARGE,
    SIGN_IS_NOT_ALLOWED,
)

_CALL = re.compile(r"\s*\(")
_BLANK = re.compile(r"\s*")
_NAME = re.compile(r"[A-Za-z0-9_][A-Za-z0-9_-]*")
_NUMBER = re.compile(r"(?:\d+(?:\.\d*)?|\.\d+)(?:[eE][+-]?\d+)?(?![A-Za-z0-9_.])")
_SIGN = re.compile(r"\*\*|<=|>=|==|!=|[-+*/%(),<>=]")
LONGEST = 2000


class FormulaError(ValueError):
    """A formula that cannot be read: the sentence that says so, and the figures for its named places."""

    def __init__(self, sentence: str, /, **figures: Figure) -> None:
        """Keep the sentence and its figures."""
        super().__init__(sentence, figures)
        self.sentence, self.figures = sentence, tuple(figures.items())


class UnknownNameError(FormulaError):
    """A name in a formula that none of the names allowed there is."""


class Token(NamedTuple):
    """One piece: `kind` is number, name, word (a function), sign or end; `position` counts characters from 1."""

    kind: str
    text: str
    position: int
    number: float = 0.0


def tokens_of(text: str, names: frozenset[str], words: frozenset[str]) -> list[Token]:
    """The pieces of `text`, ended by one of kind `end`; raises FormulaError."""
    if len(text) > LONGEST:
        raise FormulaError(FORMULA_IS_TOO_LONG, count=len(text), most=LONGEST)
    return list(_tokens(text, names, words))


def _tokens(text: str, names: frozenset[str], words: frozenset[str]) -> Iterator[Token]:
    at = _skip(text, 0)
    while at < len(text):
        token = _name_or_number(text, at, names, words) or sign_at(text, at)
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
        return number_at(text, at)
    if name is None:
        return None
    if name[0] in words:
        return Token("word", name[0], at + 1)
    return _unknown(name[0], names, at)


def number_at(text: str, at: int) -> Token | None:
    """The number that begins at a place, None where none does; raises FormulaError for one that is too large."""
    found = _NUMBER.match(text, at)
    if found is None:
        return None
    value = float(found[0])
    if not math.isfinite(value):
        raise FormulaError(NUMBER_IS_TOO_LARGE, position=at + 1)
    return Token("number", found[0], at + 1, value)


def word_at(text: str, at: int, words: frozenset[str]) -> Token | None:
    """The word of the language that begins at a place: a function before its parenthesis, or `and`, `or`, `not`."""
    found = _NAME.match(text, at)
    if found is None or found[0] not in words:
        return None
    return Token("word", found[0], at + 1)


def is_call(text: str, at: int) -> bool:
    """Whether a parenthesis opens at a place, behind any blanks."""
    return _CALL.match(text, at) is not None


def sign_at(text: str, at: int) -> Token:
    """The sign at a place; raises FormulaError for one that no formula has."""
    sign = _SIGN.match(text, at)
    if sign is None:
        raise FormulaError(SIGN_IS_NOT_ALLOWED, sign=text[at], position=at + 1)
    return Token("sign", sign[0], at + 1)


def _unknown(name: str, names: frozenset[str], at: int) -> Token:
    parts = [name[:cut] for cut in range(len(name)) if name[cut] == "-" and name[:cut] in names]
    if parts:
        rest = name[len(parts[-1]) + 1 :]
        raise UnknownNameError(NAME_MAY_HOLD_A_MINUS, name=name, position=at + 1, left=parts[-1], right=rest)
    close = get_close_matches(name, sorted(names), 1)
    if close:
        raise UnknownNameError(NAME_IS_UNKNOWN_BUT_CLOSE, name=name, position=at + 1, close=close[0])
    raise UnknownNameError(NAME_IS_UNKNOWN, name=name, position=at + 1)
