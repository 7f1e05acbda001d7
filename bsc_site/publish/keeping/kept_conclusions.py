"""What builds before this one concluded, in one file: a memory begins with it, and what it came to know goes there."""

from __future__ import annotations

from contextlib import suppress
from typing import Any, TypeAlias

from bsc_site.compute.known.memory import Memory
from bsc_site.publish.keeping.kept_results import KeptResults
from bsc_site.publish.keeping.program_word import program_word

_Told: TypeAlias = dict[str, dict[str, Any]]


class KeptConclusions:
    """The conclusions that this very program has drawn."""

    def __init__(self, results: KeptResults) -> None:
        """Nothing is read yet."""
        self._results = results

    def begin(self, memory: Memory) -> None:
        """The memory knows what is kept; nothing where that is gone or damaged."""
        from msgspec import MsgspecError, msgpack  # noqa: PLC0415  # only a build that keeps anything needs it

        content = self._results.found(program_word())
        with suppress(MsgspecError, ValueError):
            memory.learn(msgpack.decode(content or b"\x80", type=_Told))

    def keep(self, memory: Memory) -> None:
        """What the build has asked for is kept, where that is more than was."""
        from msgspec import msgpack  # noqa: PLC0415  # likewise

        if memory.news:
            with suppress(TypeError, ValueError, OverflowError):  # figures and texts that nothing can be made of
                self._results.keep(program_word(), msgpack.encode(memory.told()))
        self._results.prune()
