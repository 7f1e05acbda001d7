"""Shared work: many pieces that do not need each other, done by this process and by copies of it side by side."""

from __future__ import annotations

import json
import os
import signal
import sys
from collections.abc import Callable, Iterator, Sequence
from contextlib import suppress
from pathlib import Path
from typing import Any, NamedTuple, TypeAlias

from bsc_site.publish.sharing.laid_aside import Slip, Store

Work: TypeAlias = "Callable[[int, Store], Any]"
"""Does the piece of this number, lays aside what it makes, and returns what is to be told, as JSON can hold it."""
_MOST_BLOCKS = 1000
"""As many numbers of four bytes as any pipe takes at once."""
_BLOCK = 8
"""Pieces that are taken at a time."""
_THREADS = Path("/proc/self/task")


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
    """Whether this process can be copied: by Linux alone, and while it has one thread, for no other one is copied."""
    try:
        return sys.platform == "linux" and len([*_THREADS.iterdir()]) == 1
    except OSError:
        return False


def _side_by_side(count: int, work: Work, stores: Sequence[Store]) -> dict[int, Done]:
    """Whatever is finished."""
    blocks, found, copies = _Blocks(count), dict[int, Done](), list[_Copy]()
    try:
        with suppress(OSError):  # too many processes: fewer do it
            copies.extend(_Copy(blocks, work, store) for store in stores[1:])
        with suppress(Exception):  # it is raised when all before it is done
            _do(blocks, work, stores[0], found)
        blocks.drain()
        for each in copies:
            found |= each.done()
    finally:
        blocks.close()
        for each in copies:
            each.end()
    return found


class _Blocks:
    """Pieces that follow each other, each handed to one process, whichever asks first."""

    def __init__(self, count: int) -> None:
        self._count = count
        self._size = max(_BLOCK, -(-count // _MOST_BLOCKS))
        self._end, start = os.pipe()
        os.write(start, b"".join(each.to_bytes(4, "big") for each in range(0, count, self._size)))
        os.close(start)

    def __iter__(self) -> Iterator[range]:
        while taken := os.read(self._end, 4):
            first = int.from_bytes(taken, "big")
            yield range(first, min(first + self._size, self._count))

    def drain(self) -> None:
        """Nobody takes any more."""
        for _ in self:
            pass

    def close(self) -> None:
        os.close(self._end)


def _do(blocks: _Blocks, work: Work, store: Store, found: dict[int, Done]) -> None:
    original = os.getppid()
    for block in blocks:
        if os.getppid() != original:
            return  # whoever waited for this was killed
        for number in block:
            found[number] = Done(work(number, store), store)


class _Copy:
    """A copy of this process that takes blocks until there are none, and tells at last what it did."""

    def __init__(self, blocks: _Blocks, work: Work, store: Store) -> None:
        self._store = store
        self._answer, answer = os.pipe()
        self._process = os.fork()
        if not self._process:
            _live(blocks, work, store, answer)
        os.close(answer)

    def done(self) -> dict[int, Done]:
        """What it did; nothing where it was killed."""
        start, _, size = os.read(self._answer, 99).decode("ascii").partition(" ")
        if not size:
            return {}
        told = json.loads(Slip(self._store, int(start), int(size)).read())
        return {number: Done(each, self._store) for number, each in told}

    def end(self) -> None:
        """It is over with it, whether it is done or not."""
        os.close(self._answer)
        with suppress(OSError):
            os.kill(self._process, signal.SIGKILL)
        with suppress(OSError):
            os.waitpid(self._process, 0)


def _live(blocks: _Blocks, work: Work, store: Store, answer: int) -> None:
    """The life of a copy, which never goes on to what its original does next."""
    try:
        found: dict[int, Done] = {}
        with suppress(Exception):  # the original does the rest, and stumbles over the same
            _do(blocks, work, store, found)
        slip = store.put(json.dumps([(number, each.told) for number, each in found.items()]).encode())
        os.write(answer, f"{slip.start} {slip.size}".encode("ascii"))
    finally:
        os._exit(0)
