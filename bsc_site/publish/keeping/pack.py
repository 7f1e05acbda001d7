"""A pack: many results in one file, each with its checksum, and a list of their places at its end."""

from __future__ import annotations

import os
import weakref
from collections.abc import Iterator, Mapping
from hashlib import blake2b
from pathlib import Path
from typing import NamedTuple

SIZE = 20
"""How many bytes a checksum has."""
_PIECE = 1 << 20
_LONG = 8
_FOOT = SIZE + _LONG
"""So many bytes at the end: the checksum of the list, and its length."""


class PackPlace(NamedTuple):
    """Where a result stands: its first byte, how many it has with its checksum, and the turn in which it was used."""

    start: int
    size: int
    turn: int


class Pack:
    """A file of results, which stays the same as long as it is open; the places of all, by their words.

    A build of other results replaces the file, and never writes into it.
    """

    def __init__(self, places: Mapping[str, PackPlace] | None = None, handle: int = -1) -> None:
        """The `handle` of the open file is closed with it; -1 where there is none."""
        self.places = places or {}
        self.turns = 1 + max((each.turn for each in self.places.values()), default=0)
        """The number of the turn that comes now."""
        self._handle = handle
        self._close = weakref.finalize(self, os.close, handle) if handle >= 0 else None

    @property
    def size(self) -> int:
        """How many bytes all results have together."""
        return sum(each.size for each in self.places.values())

    def read(self, word: str) -> bytes | None:
        """The result; None where there is none, or one that is damaged."""
        place = self.places.get(word)
        if place is None:
            return None
        try:
            content = b"".join(self.pieces(place))
        except OSError:
            return None
        end = place.size - SIZE
        return content[:end] if content[end:] == digest_of(word, content[:end]) else None

    def pieces(self, place: PackPlace) -> Iterator[bytes]:
        """What stands at the place, as it is, with its checksum. Raises OSError."""
        at, end = place.start, place.start + place.size
        while at < end and (piece := _read_at(self._handle, min(end - at, _PIECE), at)):
            at += len(piece)
            yield piece

    def close(self) -> None:
        """Nothing more is read."""
        if self._close is not None:
            self._close()


def _read_at(handle: int, size: int, start: int) -> bytes:
    """Up to so many bytes from there; where the system can, without moving the place that copies of a process share."""
    if hasattr(os, "pread"):
        return os.pread(handle, size, start)
    os.lseek(handle, start, os.SEEK_SET)
    return os.read(handle, size)


def opened_pack(path: Path) -> Pack:
    """The pack in the file; an empty one where there is none, or where its list is damaged."""
    try:
        handle = os.open(path, os.O_RDONLY | getattr(os, "O_BINARY", 0))
    except OSError:
        return Pack()
    try:
        return Pack(_places(handle), handle)
    except (OSError, ValueError):
        os.close(handle)
        return Pack()


def _places(handle: int) -> dict[str, PackPlace]:
    """The list at the end of the file. Raises OSError, or ValueError where it is damaged."""
    whole = os.lseek(handle, 0, os.SEEK_END)
    os.lseek(handle, max(0, whole - _FOOT), os.SEEK_SET)
    foot = os.read(handle, _FOOT)
    size = int.from_bytes(foot[SIZE:], "big")
    end = whole - _FOOT - size
    if end < 0:
        raise ValueError(size)
    os.lseek(handle, end, os.SEEK_SET)
    told = os.read(handle, size)
    if foot[:SIZE] != digest_of("", told):
        raise ValueError(foot)
    places = {}
    for line in told.decode().splitlines():
        word, *numbers = line.split(" ")
        start, size, turn = map(int, numbers)
        place = PackPlace(start, size, turn)
        if place.start < 0 or place.size < SIZE or place.start + place.size > end:
            raise ValueError(line)
        places[word] = place
    return places


def told_places(places: Mapping[str, PackPlace]) -> bytes:
    """The list of the places as it stands at the end of the file."""
    told = "".join(f"{word} {at.start} {at.size} {at.turn}\n" for word, at in places.items()).encode()
    return told + digest_of("", told) + len(told).to_bytes(_LONG, "big")


def digest_of(word: str, result: bytes) -> bytes:
    """The checksum of a result, of its word too: a result under the name of another one is none."""
    digest = digest_begun(word)
    digest.update(result)
    return digest.digest()


def digest_begun(word: str) -> blake2b:
    """That of the word, from which the one of a result in pieces is made."""
    return blake2b(word.encode(), digest_size=SIZE)
