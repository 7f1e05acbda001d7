"""What builds before this one concluded, in one file: a memory begins with it, and what it came to know goes there."""

from __future__ import annotations

from collections.abc import Mapping
from contextlib import suppress
from pathlib import Path
from typing import Any, TypeAlias

from bsc_site.compute.known.memory import NO_MEMORY, Memory
from bsc_site.publish.keeping.kept_results import KeptResults
from bsc_site.publish.keeping.program_word import program_word

_Told: TypeAlias = Mapping[str, Mapping[str, Any]]


class KeptConclusions:
    """The `memory` of a build, which knows what this very program has concluded before."""

    def __init__(self, cache: Path | None, living: Memory | None = None) -> None:
        """`cache` is None where nothing may be kept; `living` what this process knows, None where it builds once."""
        self._results = KeptResults(cache, "known", most_unused=1)
        self._living = living
        self.memory = NO_MEMORY if cache is None else living or Memory()
        if cache is not None and not self.memory.begun:
            from bsc_site.publish.sharing.told_shelf import ToldShelf  # noqa: PLC0415  # only where anything is kept

            self.memory.shelf = ToldShelf(cache)
            self.memory.learn(self._kept())

    def keep(self) -> None:
        """What the build has asked for is kept, where that is much more than was."""
        from bsc_site.publish.sharing.told_shelf import ToldShelf  # noqa: PLC0415  # only where anything is kept

        shelf = self.memory.shelf
        if self.memory.news and isinstance(shelf, ToldShelf):
            self._results.keep_pieces(program_word(), shelf.packed(self.memory.told()))
        self._results.prune()
        if self._living is not None:
            self._living.end_of_build()

    def _kept(self) -> _Told:
        """What was kept; nothing where it is gone or damaged."""
        from bsc_site.publish.sharing.told_shelf import unpacked  # noqa: PLC0415  # likewise

        content = self._results.found(program_word())
        if content is not None:
            with suppress(ValueError):
                return unpacked(content)
        return {}
