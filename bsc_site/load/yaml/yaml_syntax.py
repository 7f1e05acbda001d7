"""Syntax mistakes in YAML, said in the words of someone who edits a scorecard."""

from __future__ import annotations

import re

import yaml

from bsc_site.model.saying.said import said
from bsc_site.model.sentences import yaml_sentences as told

_SIGN = re.compile(r"\s*(- )?\{?\s*sign:\s*-")
_UNCLOSED = ("found unexpected end of stream", "found unexpected document indicator")
_HINTS = {
    "mapping values are not allowed": told.MAPPING_IN_A_LINE,
    "did not find expected ',' or ']'": told.LIST_OF_LINE_NOT_CLOSED,
    "did not find expected ',' or '}'": told.MAPPING_OF_LINE_NOT_CLOSED,
    "did not find expected '-' indicator": told.LIST_ENDS,
    "did not find expected key": told.MAPPING_ENDS,
    "did not find expected <document start>": told.INDENTED_LESS,
    "could not find expected ':'": told.KEY_WITHOUT_COLON,
    "found a tab character": told.TAB,
    "found unknown escape character": told.UNKNOWN_ESCAPE,
    "block sequence entries are not allowed": told.LIST_IN_A_LINE,
}
"""What the parser says, and how it is said to someone who edits a scorecard."""


def syntax_mistake(error: yaml.YAMLError, text: str) -> tuple[int, int, str]:
    """Line and column (from 1) of the mistake, and what is wrong with a way to mend it."""
    mark = getattr(error, "problem_mark", None) or getattr(error, "context_mark", None)
    if mark is None:
        return 1, 1, " ".join(str(error).split())
    lines = text.splitlines()
    line = lines[mark.line] if mark.line < len(lines) else ""
    context = getattr(error, "context_mark", None)
    start = context.line + 1 if context is not None else mark.line + 1
    wrong = getattr(error, "problem", None) or str(error)
    if context is not None and wrong.startswith(_UNCLOSED):
        return context.line + 1, context.column + 1, said(told.QUOTE_NOT_CLOSED)
    return (
        mark.line + 1,
        mark.column + 1,
        _advice(wrong, line, mark.column, start),
    )


def _advice(wrong: str, line: str, column: int, start: int) -> str:
    if wrong.startswith("block sequence entries") and _SIGN.match(line):
        return said(told.LONE_DASH)
    if "cannot start any token" in wrong:
        sign = line[column : column + 1]
        return said(told.TAB) if sign == "\t" else said(told.CANNOT_START, sign=sign)
    for part, hint in _HINTS.items():
        if wrong.startswith(part):
            return said(hint, start=str(start))
    return " ".join(wrong.split())
