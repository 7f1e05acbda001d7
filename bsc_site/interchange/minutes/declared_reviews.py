"""Declared reviews: where the reviews of a scorecard stand, and its file with more of them at their end."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from typing import Any

from bsc_site.load.joining.yaml_files import JoinedCard
from bsc_site.load.yaml.marked_file import MarkedFile
from bsc_site.load.yaml.marked_yaml import read_marked
from bsc_site.model.value_class import dataclass

_KEY = "reviews"
_OPENS = re.compile(rf"{_KEY}:\s*(?:#.*)?")
"""The line above a list whose entries stand on lines of their own."""
_BELONGS = re.compile(r"\s*(?:#|$)|\s+\S|-(?:\s|$)")
"""A line that is no key at the left edge, so that it is a part of the value above it."""
_SAYS = re.compile(r"\s*[^\s#]")
_ITEM = re.compile(r"(\s*)-(?:\s|$)")


@dataclass(frozen=True, slots=True)
class Longer:
    """A file with entries at the end of its reviews: the whole text, and the line on which the first of them begins."""

    file: str
    text: str
    line: int


def file_of_reviews(card: JoinedCard) -> MarkedFile:
    """The file of the latest review; the main file of the scorecard where there is none yet."""
    count = len(card.value.get(_KEY) or ())
    return card.origin((_KEY, count - 1)).file if count else card.origin((_KEY,)).file


def with_entries(file: MarkedFile, written: str, entries: Sequence[Sequence[str]]) -> Longer | None:
    """The text of the file as `written`, and these entries after the last review; nothing else of it changes.

    None where they cannot be added so that the file reads as before, such as behind a list on one line.
    """
    ending = "\r\n" if "\r\n" in written else "\n"
    lines = written.splitlines()
    opening = next((row for row, line in enumerate(lines) if _OPENS.fullmatch(line)), None)
    if opening is None:
        head, at, indent, tail = [f"{_KEY}:"], len(lines), "  ", []
        while at and not lines[at - 1].strip():
            at -= 1
        head = ["", *head]
    else:
        at, indent = _end(lines, opening)
        head, tail = [], lines[at:]
    block = [f"{indent}{line}".rstrip() for entry in entries for line in ("", *entry)][opening is None :]
    text = ending.join([*lines[:at], *head, *block, *tail]) + ending
    first = at + len(head) + next(row for row, line in enumerate(block) if line) + 1
    return Longer(file.file, text, first) if _reads_as_before(file, text, len(entries)) else None


def _end(lines: Sequence[str], opening: int) -> tuple[int, str]:
    """After which line the list ends, and how far its entries are indented."""
    at, indent = opening + 1, None
    for row in range(opening + 1, len(lines)):
        if not _BELONGS.match(lines[row]):
            break
        item = _ITEM.match(lines[row])
        indent = item[1] if item and indent is None else indent
        if _SAYS.match(lines[row]):
            at = row + 1
    return at, "  " if indent is None else indent


def _reads_as_before(file: MarkedFile, text: str, more: int) -> bool:
    """Whether the new text holds what the file holds, and so many reviews more."""
    now = read_marked(text.encode(), file.file)
    if now.problems:
        return False
    return _without(now.value, more) == _without(file.value, 0) and len(_listed(now.value)) == (
        len(_listed(file.value)) + more
    )


def _without(value: Mapping[str, Any], last: int) -> dict[str, Any]:
    """The values of a file without the `last` reviews."""
    found = _listed(value)
    return {**value, _KEY: found[: len(found) - last]}


def _listed(value: Mapping[str, Any]) -> list[Any]:
    found = value.get(_KEY)
    return list(found) if isinstance(found, list) else []
