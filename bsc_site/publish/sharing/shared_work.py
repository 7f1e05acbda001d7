"""Shared work: many pieces that do not need each other, done by this process and by copies of it side by side."""

from __future__ import annotations

import json
import os
import signal
import sys
import tempfile
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from itertools import islice
from pathlib import Path
from typing import Any, NamedTuple, TypeAlias

from bsc_site.publish.sharing.laid_aside import LaidBytes, Store

Work: TypeAlias = "Callable[[int, Store], Any]"
"""Does the piece of this number, lays aside what it makes, and returns what is to be told, as JSON can hold it."""
_FEWEST = 16
"""A copy is made for so many pieces at least."""
_MOST = 650
"""As many pieces a copy does, for to copy costs. It comes to hold for itself what it looks at, until it is over."""
_SIZE = 4
"""Bytes of a number."""
_THREADS, _MEMORY = Path("/proc/self/task"), Path("/proc/self/statm")
_MOST_HELD = 400_000_000
"""Whoever holds more is not copied: a copy comes to hold up to half of it once more."""


class Done(NamedTuple):
    """What is told of a piece, and the store in which what it made was laid."""

    told: Any
    store: Store


def shared_out(count: int, work: Work, stores: Sequence[Store]) -> list[Done]:
    """The pieces below `count` in order, done by as many processes as there are stores, where the system can do that.

    A piece that a copy of this process does not finish is done here, so nothing is lost where one is killed, and what
    `work` raises is raised for the first piece of which it is raised, however many there are.
    """
    found = _side_by_side(count, work, stores) if len(stores) > 1 and may_copy() else {}
    return [found.get(number) or Done(work(number, stores[0]), stores[0]) for number in range(count)]


def may_copy() -> bool:
    """Whether this process can be copied: by Linux, while it has one thread, for no other is, and is not large."""
    try:
        return sys.platform == "linux" and len([*_THREADS.iterdir()]) == 1 and _held() < _MOST_HELD
    except OSError:
        return False


def _held() -> int:
    """How many bytes of memory this process has."""
    return int(_MEMORY.read_text(encoding="ascii").split()[1]) * os.sysconf("SC_PAGE_SIZE")


def _side_by_side(count: int, work: Work, stores: Sequence[Store]) -> dict[int, Done]:
    """Whatever is finished: whoever is done with a piece takes the next one, until one of them fails."""
    found, numbers = dict[int, Done](), _Numbers(count)
    desks = [_CopyDesk(work, each, numbers) for each in stores[1:]]
    try:
        with numbers.up_to_a_failure():  # it is raised when all before it is done
            for number in numbers:
                for desk in desks:
                    if desk.is_free(found) and count - number > _FEWEST * len(stores):
                        desk.begins()
                found[number] = Done(work(number, stores[0]), stores[0])
        for desk in desks:
            desk.wait(found)
    finally:
        for desk in desks:
            desk.leave()
    return found


class _Numbers:
    """The numbers of pieces: each goes to one of all the processes that ask for the next, in order."""

    def __init__(self, count: int) -> None:
        """All below `count`, in a file in which copies of this process have one place together. Raises OSError."""
        self._file = tempfile.TemporaryFile(buffering=0)  # noqa: SIM115  # held as long as this is
        self._file.write(b"".join(number.to_bytes(_SIZE, "big") for number in range(count)))
        self._file.seek(0)

    def __iter__(self) -> Iterator[int]:
        """Those that this process gets."""
        while number := self._file.read(_SIZE):
            yield int.from_bytes(number, "big")

    @contextmanager
    def up_to_a_failure(self) -> Iterator[None]:
        """Whatever is raised here ends here, and nobody gets another number."""
        try:
            yield
        except Exception:  # noqa: BLE001  # whoever does the rest stumbles over the same
            self._file.seek(0, os.SEEK_END)


class _CopyDesk:
    """A place where one copy of this process after the other does a share of the work."""

    def __init__(self, work: Work, store: Store, numbers: _Numbers) -> None:
        self._work = work
        self._store = store
        self._numbers = numbers
        self._copy: int | None = None
        self._answer = -1

    def begins(self) -> None:
        """A copy begins to take pieces, unless the system has no room for one."""
        self._answer, answer = os.pipe()
        try:
            self._copy = os.fork()
        except OSError:
            os.close(answer)
            os.close(self._answer)
            return
        if not self._copy:
            _live(self._work, self._store, self._numbers, answer)
        os.close(answer)

    def is_free(self, found: dict[int, Done]) -> bool:
        """Whether nobody is at work here; what was done is `found` then."""
        if self._copy is not None and os.waitpid(self._copy, os.WNOHANG)[0]:
            self._gather(found)
        return self._copy is None

    def wait(self, found: dict[int, Done]) -> None:
        """Until nobody is at work here."""
        if self._copy is not None:
            os.waitpid(self._copy, 0)
            self._gather(found)

    def leave(self) -> None:
        """Whoever is at work here still is not waited for any more."""
        if self._copy is not None:
            os.kill(self._copy, signal.SIGKILL)
            os.waitpid(self._copy, 0)
            self._gather({})

    def _gather(self, found: dict[int, Done]) -> None:
        """What a copy did that is over; nothing where it was killed."""
        told = os.read(self._answer, 99).decode("ascii")
        os.close(self._answer)
        self._copy = None
        if told:
            slip = LaidBytes(self._store, *map(int, told.split()))
            found |= {number: Done(each, self._store) for number, each in json.loads(slip.read())}
            self._store.end = slip.start + slip.size


def _live(work: Work, store: Store, numbers: _Numbers, answer: int) -> None:
    """The life of a copy, which never goes on to what its original does next."""
    try:
        found: list[tuple[int, Any]] = []
        with numbers.up_to_a_failure():
            found.extend((number, work(number, store)) for number in islice(numbers, _MOST))
        slip = store.put(json.dumps(found).encode())
        os.write(answer, f"{slip.start} {slip.size}".encode("ascii"))
    finally:
        os._exit(0)
