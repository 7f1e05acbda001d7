"""What builds before this one concluded, in one file: a memory begins with it, and what it came to know goes there."""

from __future__ import annotations

from contextlib import suppress
from pathlib import Path
from typing import Any, TypeAlias

from bsc_site.compute.known.memory import NO_MEMORY, Memory
from bsc_site.publish.keeping.kept_results import KeptResults
from bsc_site.publish.keeping.program_word import program_word

_Told: TypeAlias = dict[str, dict[str, Any]]


class KeptConclusions:
    """The `memory` of a build, which knows what this very program has concluded before."""

    def __init__(self, cache: Path | None, living: Memory | None = None) -> None:
        """`cache` is None where nothing may be kept; `living` what this process knows, None where it builds once."""
        self._results = KeptResults(cache, "known", most_unused=1)
        self._living = living
        self.memory = NO_MEMORY if cache is None else living or Memory()
        if cache is not None and not self.memory.begun:
            self.memory.learn(self._kept())

    def keep(self) -> None:
        """What the build has asked for is kept, where that is much more than was."""
        if self.memory.news:
            from msgspec import msgpack  # noqa: PLC0415  # only a build that keeps anything needs it

            with suppress(TypeError, ValueError, OverflowError):  # of figures and texts that cannot be written
                self._results.keep(program_word(), msgpack.encode(self.memory.told()))
        self._results.prune()
        if self._living is not None:
            self._living.end_of_build()

    def _kept(self) -> _Told:
        """What was kept; nothing where it is gone or damaged."""
        from msgspec import MsgspecError, msgpack  # noqa: PLC0415  # likewise

        content = self._results.found(program_word())
        if content is not None:
            with suppress(MsgspecError, ValueError):
                return msgpack.decode(content, type=_Told)
        return {}
