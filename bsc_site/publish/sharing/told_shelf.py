"""The shelf for what conclusions are told as: packed at once, laid aside many at a time, so that it takes no memory."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any, NamedTuple

from msgspec import MsgspecError, Raw, msgpack

from bsc_site.publish.sharing.laid_aside import Store

_MOST = 1 << 20
"""So many bytes at a time."""
_LONG = 4
_MANY = b"\xdf"
"""Begins a map of so many members as four bytes say, see https://github.com/msgpack/msgpack/blob/master/spec.md."""

Packed = Mapping[str, Mapping[str, Any]]


class _Place(NamedTuple):
    """Where something lies: its first byte, and how many it has."""

    start: int
    size: int


class ToldShelf:
    """One file for all; what an earlier process has kept lies where it was read."""

    def __init__(self, folder: Path) -> None:
        """The file stands in this folder, and is there when it is needed."""
        self._folder = folder
        self._store: Store | None = None
        self._latest = bytearray()
        self._begin = 0
        self._packed = msgpack.Encoder().encode

    def put(self, told: Any) -> _Place:
        """Where it lies. TypeError for what cannot be packed."""
        try:
            packed = self._packed(told)
        except (ValueError, OverflowError) as error:
            raise TypeError(error) from error
        place = _Place(self._begin + len(self._latest), len(packed))
        self._latest += packed
        if len(self._latest) >= _MOST:
            self._lay()
        return place

    def told(self, put: Any) -> Any:
        """What lies there. ValueError for what is none of ours."""
        try:
            return msgpack.decode(self._bytes(put))
        except MsgspecError as error:
            raise ValueError(error) from error

    def packed(self, told: Packed) -> Iterator[bytes]:
        """All of it in pieces, as `unpacked` reads them together."""
        yield _head(told)
        for kind, words in told.items():
            yield msgpack.encode(kind) + _head(words)
            for word, put in words.items():
                yield msgpack.encode(word)
                yield self._bytes(put)

    def _bytes(self, put: Any) -> Any:
        if not isinstance(put, _Place):
            return put
        if put.start >= self._begin or self._store is None:
            start = put.start - self._begin
            return self._latest[start : start + put.size]
        return self._store.read(*put)

    def _lay(self) -> None:
        """Lay aside what was put here latest; where no file can be had it stays in memory."""
        try:
            self._store = self._store or Store(self._folder)
            self._begin += self._store.put(bytes(self._latest)).size
        except OSError:
            return
        self._latest.clear()


def unpacked(content: bytes) -> Packed:
    """What was packed, as the shelf has it. ValueError for what was not."""
    try:
        return msgpack.decode(content, type=dict[str, dict[str, Raw]])
    except MsgspecError as error:
        raise ValueError(error) from error


def _head(members: Mapping[str, Any]) -> bytes:
    return _MANY + len(members).to_bytes(_LONG, "big")
