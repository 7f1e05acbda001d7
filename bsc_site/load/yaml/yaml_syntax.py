"""Syntax mistakes in YAML, said in the words of someone who edits a scorecard."""

from __future__ import annotations

import re

import yaml

_SIGN = re.compile(r"\s*(- )?\{?\s*sign:\s*-")
_UNCLOSED = ("found unexpected end of stream", "found unexpected document indicator")
_HINTS = {
    "mapping values are not allowed": (
        "a second ': ' stands in this line; put the text in quotes, or mend the indentation"
    ),
    "did not find expected ',' or ']'": (
        "the list that opens with '[' in line {start} is not closed; write ']' or a missing ','"
    ),
    "did not find expected ',' or '}'": (
        "the mapping that opens with '{{' in line {start} is not closed; write '}}' or a missing ','"
    ),
    "did not find expected '-' indicator": (
        "the list of line {start} ends here; indent this line like its '-', or deeper"
    ),
    "did not find expected key": (
        "this does not continue the mapping of line {start}; mend the indentation, or the quotes"
    ),
    "did not find expected <document start>": (
        "this line is indented less than the first one; begin all keys in the same column"
    ),
    "could not find expected ':'": "a key without ':' stands before this place, in line {start}; write 'key: value'",
    "found a tab character": "a tab stands here; indent with spaces",
    "found unknown escape character": "'\\' has a meaning in double quotes; use single quotes, or write '\\\\'",
    "block sequence entries are not allowed": "a list cannot start in this line; begin its first '- ' in the next line",
}


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
        return context.line + 1, context.column + 1, "the text that opens here with a quote is not closed"
    return (
        mark.line + 1,
        mark.column + 1,
        _advice(wrong, line, mark.column, start),
    )


def _advice(wrong: str, line: str, column: int, start: int) -> str:
    if wrong.startswith("block sequence entries") and _SIGN.match(line):
        return "a lone - begins a list; write '-' in quotes: sign: '-'"
    if "cannot start any token" in wrong:
        sign = line[column : column + 1]
        return (
            "a tab stands here; indent with spaces"
            if sign == "\t"
            else f"a text cannot start with {sign}; put it in quotes"
        )
    for part, hint in _HINTS.items():
        if wrong.startswith(part):
            return hint.format(start=start)
    return " ".join(wrong.split())
