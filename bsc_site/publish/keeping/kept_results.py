"""A folder of results by the word of all that they depend on: safe to delete, never trusted without its checksum."""

from __future__ import annotations

import contextlib
import os
import tempfile
from collections.abc import Iterable, Iterator
from hashlib import blake2b
from pathlib import Path

_MOST_UNUSED = 200
"""Results of earlier builds that are kept beside those of the last one, for whoever goes back and forth."""

_UNFINISHED = ".part"


class KeptResults:
    """Results of one kind, which is the ending of their names; `folder` is None where nothing may be kept."""

    def __init__(self, folder: Path | None, kind: str, most_unused: int = _MOST_UNUSED) -> None:
        """Nothing is read yet; `most_unused` of earlier builds stay."""
        self._most_unused = most_unused
        self._folder = folder
        self._ending = f".{kind}"
        self._used: set[str] = set()

    @property
    def keeps(self) -> bool:
        """Whether anything may be kept."""
        return self._folder is not None

    def found(self, word: str) -> bytes | None:
        """What was kept under the word; None where nothing was, where it is damaged, or where it cannot be read."""
        if self._folder is None:
            return None
        try:
            content = (self._folder / f"{word}{self._ending}").read_bytes()
        except OSError:
            return None
        size = len(content) - _SIZE
        if size < 0 or content[size:] != _digest(word, content[:size]):
            return None
        self._used.add(word)
        return content[:size]

    def keep(self, word: str, result: bytes) -> None:
        """Keep it in one step, so that a killed build leaves no half of it; after a failure nothing more is kept."""
        if self._folder is None:
            return
        self._used.add(word)
        try:
            self._folder.mkdir(parents=True, exist_ok=True)
            handle, name = tempfile.mkstemp(dir=self._folder, suffix=_UNFINISHED)
        except OSError:
            self._folder = None
            return
        try:
            with os.fdopen(handle, "wb") as file:
                file.write(result)
                file.write(_digest(word, result))
            Path(name).replace(self._folder / f"{word}{self._ending}")
        except OSError:
            with contextlib.suppress(OSError):
                Path(name).unlink()
            self._folder = None

    def prune(self) -> None:
        """Remove what no build needed for long."""
        if self._folder is None:
            return
        with contextlib.suppress(OSError):
            named = [each for each in os.scandir(self._folder) if each.name.endswith(self._ending)]
            unused = [each for each in named if each.name.removesuffix(self._ending) not in self._used]
            unused.sort(key=lambda each: (-each.stat().st_mtime_ns, each.name))
            for each in (*unused[self._most_unused :], *self._left_over(named)):
                Path(each.path).unlink(missing_ok=True)

    def _left_over(self, named: Iterable[os.DirEntry[str]]) -> Iterator[os.DirEntry[str]]:
        """What killed builds began to write, an hour and more before the latest result."""
        latest = max((each.stat().st_mtime for each in named), default=0.0)
        for each in os.scandir(self._folder or "."):
            if each.name.endswith(_UNFINISHED) and each.stat().st_mtime < latest - 3600:
                yield each


_SIZE = 20


def _digest(word: str, result: bytes) -> bytes:
    """Of the word too: a result under the name of another one is none."""
    digest = blake2b(word.encode(), digest_size=_SIZE)
    digest.update(result)
    return digest.digest()
