"""What is laid aside: bytes in a file without a name until somebody reads them, so that they take no memory."""

from __future__ import annotations

import os
import sys
import tempfile
import weakref
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import NamedTuple, Protocol, TypeAlias

from bsc_site.publish.disk.file_words import content_word

if sys.platform == "win32":

    def _read(handle: int, size: int, start: int) -> bytes:
        os.lseek(handle, start, os.SEEK_SET)
        return os.read(handle, size)

    def _write(handle: int, content: memoryview, start: int) -> int:
        os.lseek(handle, start, os.SEEK_SET)
        return os.write(handle, content)
else:
    # the copies of a process have one place in a file together, and these do not move it
    _read = os.pread
    _write = os.pwrite


class Store:
    """A file that is gone with whoever holds it last; one process alone puts bytes into it."""

    def __init__(self, folder: Path) -> None:
        """It stands in this folder, where the disk is that takes the site. Raises OSError."""
        folder.mkdir(parents=True, exist_ok=True)
        self._file = tempfile.TemporaryFile(dir=folder, buffering=0)  # noqa: SIM115  # held as long as this is
        weakref.finalize(self, self._file.close)
        self.end = 0
        """Where the next bytes go."""

    def put(self, content: bytes) -> LaidBytes:
        """Lay the bytes aside; by what is handed back they are found again. Raises OSError."""
        slip, rest = LaidBytes(self, self.end, len(content)), memoryview(content)
        while rest:
            written = _write(self._file.fileno(), rest, self.end)
            rest, self.end = rest[written:], self.end + written
        return slip

    def read(self, start: int, size: int) -> bytes:
        """So many bytes from there on. Raises OSError."""
        parts = []
        while size and (part := _read(self._file.fileno(), size, start)):
            parts.append(part)
            start, size = start + len(part), size - len(part)
        return b"".join(parts)


class LaidBytes(NamedTuple):
    """Where something was laid aside."""

    store: Store
    start: int
    size: int

    def read(self) -> bytes:
        """What it was. Raises OSError."""
        return self.store.read(self.start, self.size)


class Aside(Protocol):
    """Bytes that are somewhere else until they are read; some know the `word` of these."""

    def read(self) -> bytes:
        """All of them."""


Content: TypeAlias = "bytes | Aside"


class LaidFiles(Mapping[str, bytes]):
    """Contents of files by their paths, of which some may be laid aside: they are read whenever they are asked for."""

    def __init__(self, *parts: Mapping[str, Content]) -> None:
        """All these; of two under one path the later one."""
        self._contents: dict[str, Content] = {}
        self._words: dict[str, str] = {}
        for each in parts:
            self._contents.update(each.contents if isinstance(each, LaidFiles) else each)

    @property
    def contents(self) -> Mapping[str, Content]:
        """What stands under the paths, unread."""
        return self._contents

    def __getitem__(self, path: str) -> bytes:
        """The bytes. KeyError where there is no such file, OSError where they cannot be read."""
        content = self._contents[path]
        return content if isinstance(content, bytes) else content.read()

    def word(self, path: str) -> str:
        """The word of these bytes, which are not read where it is known."""
        known = self._words.get(path) or getattr(self._contents[path], "word", None)
        if known is None:
            known = self._words[path] = content_word(self[path])
        return str(known)

    def __iter__(self) -> Iterator[str]:
        """Every path."""
        return iter(self._contents)

    def __len__(self) -> int:
        """How many there are."""
        return len(self._contents)

    def __contains__(self, path: object) -> bool:
        """Whether there is such a file; it is not read for that."""
        return path in self._contents
