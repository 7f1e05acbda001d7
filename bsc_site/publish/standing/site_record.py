"""The record of the last site: what each of its files holds, found again by its state, and that it had no flaw."""

from __future__ import annotations

from collections.abc import Mapping
from contextlib import suppress
from functools import cached_property
from typing import TypeAlias

from bsc_site.publish.disk.file_words import FileWords
from bsc_site.publish.keeping.kept_results import KeptResults
from bsc_site.publish.keeping.program_word import program_word

_Told: TypeAlias = tuple[dict[str, str], dict[str, str], dict[str, str], dict[str, str]]


class SiteRecord:
    """What this very program has left of the sites that it made: nothing where that is gone or damaged."""

    def __init__(self, results: KeptResults) -> None:
        """Nothing is looked up yet."""
        self._results = results

    @cached_property
    def words(self) -> FileWords:
        """The words of files by their states."""
        now, before, *_ = self._kept
        return FileWords(now, before)

    @property
    def proved(self) -> Mapping[str, str]:
        """The words of all files of a site without a flaw, by their paths; empty where there is none."""
        return self._kept[2]

    @property
    def digests(self) -> Mapping[str, str]:
        """The digests of the files of that site."""
        return self._kept[3]

    def keep(self, proved: Mapping[str, str], digests: Mapping[str, str]) -> None:
        """The site that holds these words, and files of these digests, has no flaw."""
        from msgspec import msgpack  # noqa: PLC0415  # only a build that keeps anything needs it

        self._results.keep(program_word(), msgpack.encode((self.words.noted, self.words.earlier, proved, digests)))

    @cached_property
    def _kept(self) -> _Told:
        from msgspec import MsgspecError, msgpack  # noqa: PLC0415  # likewise

        content = self._results.found(program_word())
        if content is not None:
            with suppress(MsgspecError, ValueError):
                found: _Told = msgpack.decode(content, type=_Told)
                return found
        return {}, {}, {}, {}
