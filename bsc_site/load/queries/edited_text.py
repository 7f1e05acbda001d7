"""Edited text: a query in which other names stand, and the way back to the place in the text as it was written."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from bsc_site.model.value_class import dataclass

_QUOTES = b"'\""


class Edit(NamedTuple):
    """So many bytes from a place on become another text."""

    at: int
    length: int
    text: str


@dataclass(frozen=True, slots=True)
class EditedText:
    """The text as it was written, and what stands in it instead."""

    written: str
    edits: Sequence[Edit] = ()

    @property
    def text(self) -> str:
        """The text with its edits."""
        raw = self.written.encode()
        for edit in sorted(self.edits, reverse=True):
            raw = raw[: edit.at] + edit.text.encode() + raw[edit.at + edit.length :]
        return raw.decode()

    def character(self, byte: int) -> int:
        """The position in characters of the written text of a position in bytes of the edited one."""
        moved = 0
        for edit in sorted(self.edits):
            begins, grown = edit.at + moved, len(edit.text.encode())
            if byte < begins:
                break
            if byte < begins + grown:
                return character_at(self.written, edit.at)
            moved += grown - edit.length
        return character_at(self.written, byte - moved)


def character_at(text: str, byte: int) -> int:
    """The position in characters of a position in bytes."""
    return len(text.encode()[:byte].decode(errors="ignore"))


def literal_length(raw: bytes, at: int) -> int:
    """How many bytes a text or name in quotes has that begins here; a quote within is written twice."""
    quote, end = raw[at : at + 1], at + 1
    while end < len(raw):
        if raw[end : end + 1] != quote:
            end += 1
        elif raw[end + 1 : end + 2] == quote:
            end += 2
        else:
            break
    return end + 1 - at


def call_length(raw: bytes, at: int) -> int:
    """How many bytes the call of a function has that begins here, to the bracket that closes it."""
    end, depth = at, 0
    while end < len(raw):
        letter = raw[end : end + 1]
        if letter in _QUOTES:
            end += literal_length(raw, end) - 1
        depth += (letter == b"(") - (letter == b")")
        end += 1
        if letter == b")" and depth == 0:
            break
    return end - at
