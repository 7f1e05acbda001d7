"""Marks of a line: quotes and brackets that open there, as YAML sees them."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

_CLOSES = {"]": "[", "}": "{"}


class Opening(NamedTuple):
    """A quote or bracket with its line and column, both from 0."""

    mark: str
    line: int
    column: int


class Brackets(NamedTuple):
    """Brackets that are never closed, the outermost first, and those that close nothing."""

    unclosed: tuple[Opening, ...]
    surplus: tuple[Opening, ...]


def open_quote(line: str) -> int | None:
    """The column (from 0) of the quote that opens a text and is not closed in its line; None without one."""
    place = 0
    while (found := _next_quote(line, place)) is not None:
        end = _end_of(line, found)
        if end is None:
            return found
        place = end + 1
    return None


def _next_quote(line: str, start: int) -> int | None:
    """The next quote that begins a text: at the start of the line, or behind a mark that a value follows."""
    for column in range(start, len(line)):
        letter = line[column]
        before = line[:column].rstrip(" ")
        if letter == "#" and (column == 0 or line[column - 1].isspace()):
            return None
        begins = not before or before[-1] in "[{,:" or before.endswith(" -") or before == "-"
        if letter in "\"'" and begins and not (before and before[-1] == ":" and line[column - 1] == ":"):
            return column
    return None


def _end_of(line: str, start: int) -> int | None:
    quote, column = line[start], start + 1
    while column < len(line):
        if line[column] == "\\" and quote == '"':
            column += 2
        elif line[column] == quote:
            if quote == "'" and line[column + 1 : column + 2] == "'":
                column += 2
            else:
                return column
        else:
            column += 1
    return None


def open_brackets(lines: Sequence[str]) -> Brackets:
    """The brackets of flow lists and mappings in these lines that lack their counterpart."""
    stack: list[Opening] = []
    surplus: list[Opening] = []
    for number, line in enumerate(lines):
        for column, mark in _brackets_of(line, inside=bool(stack)):
            if mark in "[{":
                stack.append(Opening(mark, number, column))
            elif stack and stack[-1].mark == _CLOSES[mark]:
                stack.pop()
            else:
                surplus.append(Opening(mark, number, column))
    return Brackets(tuple(stack), tuple(surplus))


def _brackets_of(line: str, *, inside: bool) -> list[tuple[int, str]]:
    """The brackets of a line that are marks, not letters of a text or a comment, with their columns."""
    found = []
    column, depth = 0, int(inside)
    while column < len(line):
        letter, before = line[column], line[:column].rstrip()
        begins = not before or before[-1] in "[{,:" or before.endswith(" -") or before == "-"
        if letter == "#" and (column == 0 or line[column - 1].isspace()):
            break
        if letter in "\"'" and begins:
            end = _end_of(line, column)
            if end is None:
                break
            column = end
        elif (letter in "[{" and begins) or (letter in "]}" and depth):
            found.append((column, letter))
            depth += 1 if letter in "[{" else -1
        elif letter in "]}" and found:
            found.append((column, letter))
        column += 1
    return found
