"""Slips within a line: marks that are missing, or too many, in one line of YAML alone."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from bsc_site.model.saying.said import Said, said
from bsc_site.model.sentences import yaml_sentences as told

_GLUED = re.compile(r"(?P<before>\s*(?:- +)*[A-Za-z_]\w*:)(?P<rest>[^\s:/].*)")
_GLUED_DASH = re.compile(r"(?P<before>\s*-)(?P<rest>[A-Za-z_{\"'].*)")
_BARE = re.compile(r"(?P<before>\s*(?:- +)*[A-Za-z_]\w*)(?P<rest>\s+\S.*|\s*)")
_QUOTED = re.compile(r"(?P<before>\s*(?:- +)*[\w-]+:\s+)(?P<value>['\"].*?)(?P<after>\s+#.*)?")
_SIGN = re.compile(r"(?P<before>.*\bsign:\s*)-(?P<after>\s*(?:[,}].*)?)")
_FLOW_TEXT = re.compile(r"(?<=: )[%@`|>][^,}\]]*")
_NEXT_KEY = re.compile(r"(?<=[^\s,{\[:]) +(?=[A-Za-z_]\w*: )")
_HALVES = re.compile(r"\\u(?P<high>d[89ab][\da-f]{2})\\u(?P<low>d[c-f][\da-f]{2})", re.IGNORECASE)
PAIR = re.compile(r"(?P<before>\s*(?:- +)*[\w-]+:\s+)(?P<value>[^'\"\s].*?)(?P<after>\s+#.*)?")


class YamlSlip(NamedTuple):
    """What seems to be wrong at a line and column (from 1), and the lines as they would be without it."""

    line: int
    column: int
    message: Said
    lines: list[str]


def with_line(lines: Sequence[str], number: int, text: str) -> list[str]:
    """The lines with another text in the place of one."""
    return [*lines[:number], text, *lines[number + 1 :]]


def changed(lines: Sequence[str], number: int, text: str, column: int, wrong: Said) -> YamlSlip:
    """A slip of one line; the message says how that line reads without it."""
    message = said(told.MENDED_LINE, wrong=wrong, line=text.strip())
    return YamlSlip(number + 1, column, message, with_line(lines, number, text))


def slips_of_line(lines: Sequence[str], number: int) -> Iterator[YamlSlip]:
    """What may be wrong with one line alone."""
    line = lines[number]
    glued = _GLUED.fullmatch(line)
    if glued:
        text = f"{glued['before']} {glued['rest']}"
        yield changed(lines, number, text, glued.end("before"), said(told.BLANK_BEHIND_COLON))
    dash = _GLUED_DASH.fullmatch(line)
    if dash:
        text = f"{dash['before']} {dash['rest']}"
        yield changed(lines, number, text, dash.end("before"), said(told.BLANK_BEHIND_DASH))
    bare = _BARE.fullmatch(line)
    if bare:
        text = f"{bare['before']}:{bare['rest']}"
        yield changed(lines, number, text, bare.end("before") + 1, said(told.COLON_MISSING))
    sign = _SIGN.fullmatch(line)
    if sign:
        text = f"{sign['before']}'-'{sign['after']}"
        column = sign.end("before") + 1
        yield YamlSlip(number + 1, column, said(told.LONE_DASH), with_line(lines, number, text))
    yield from _texts(lines, number)
    for place in _NEXT_KEY.finditer(line) if "{" in line else ():
        text = f"{line[: place.start()]}, {line[place.end() :]}"
        yield changed(lines, number, text, place.start() + 1, said(told.COMMA_MISSING))


def _texts(lines: Sequence[str], number: int) -> Iterator[YamlSlip]:
    """A text that needs quotes, or other ones."""
    line = lines[number]
    if halves := _HALVES.search(line):
        yield changed(lines, number, _HALVES.sub(_whole, line), halves.start() + 1, said(told.SPLIT_SIGN))
    pair = PAIR.fullmatch(line)
    if pair:
        text = f"{pair['before']}{_quoted(pair['value'])}{pair['after'] or ''}"
        if pair["value"][0] in "%@`|>&*!?":
            wrong = said(told.CANNOT_START, sign=pair["value"][0])
            yield changed(lines, number, text, pair.start("value") + 1, wrong)
        elif pair["value"][0] not in "[{" and (": " in pair["value"] or pair["value"].endswith(":")):
            column = line.index(":", pair.start("value")) + 1
            yield changed(lines, number, text, column, said(told.SECOND_COLON))
    for found in _FLOW_TEXT.finditer(line) if "{" in line else ():
        text = f"{line[: found.start()]}{_quoted(found[0].rstrip())}{line[found.end() :]}"
        yield changed(lines, number, text, found.start() + 1, said(told.CANNOT_START, sign=found[0][0]))
    quoted = _QUOTED.fullmatch(line)
    if quoted:
        value = quoted["value"]
        column = quoted.start("value") + 1
        if value[0] == '"' and value.endswith('"') and "\\" in value and "'" not in value:
            wrong = said(told.BACKSLASH)
            text = f"{quoted['before']}'{value[1:-1]}'{quoted['after'] or ''}"
            yield changed(lines, number, text, line.index("\\") + 1, wrong)
        if len(value) > 1 and value[-1] == value[0]:
            text = f"{quoted['before']}{_quoted(value[1:-1])}{quoted['after'] or ''}"
            yield changed(lines, number, text, column, said(told.QUOTE_INSIDE, quote=value[0]))
        text = f"{quoted['before']}{_quoted(value)}{quoted['after'] or ''}"
        yield changed(lines, number, text, column, said(told.BEHIND_QUOTE))


def _whole(halves: re.Match[str]) -> str:
    """The sign that two escapes of JSON stand for: UTF-16 parts what lies beyond its first 65,536 signs."""
    return bytes.fromhex(halves["high"] + halves["low"]).decode("utf-16-be")


def _quoted(text: str) -> str:
    """A text in quotes of the kind that it does not hold, double ones where either will do."""
    if '"' not in text and "\\" not in text:
        return f'"{text}"'
    return "'" + text.replace("'", "''") + "'"
