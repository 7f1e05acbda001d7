"""What the link check read in files of the last site, found again by their bytes: one table for all of them."""

from __future__ import annotations

import json
from collections.abc import Iterable
from contextlib import suppress
from hashlib import blake2b
from typing import Any

from bsc_site.publish.disk.file_words import content_word
from bsc_site.publish.keeping.kept_results import KeptResults
from bsc_site.publish.keeping.program_word import program_word
from bsc_site.publish.link_check.file_reading import read_file
from bsc_site.publish.link_check.reading import PageReading

_SETS = ("links", "opened", "foreign", "anchors")
SLOW = ("page", "style")
"""The kinds of files whose reading takes longer than a look into the table."""


class KeptReadings:
    """The readings of files: those that are kept, any other read; at the end those of this site are kept."""

    def __init__(self, results: KeptResults) -> None:
        """Nothing is looked up yet."""
        self._results = results
        self._before: dict[str, list[Any]] | None = None
        self._used: dict[str, list[Any]] = {}

    def read(self, kind: str, content: bytes) -> PageReading:
        """What stands in a file of this kind with these bytes."""
        if kind not in SLOW or not self._results.keeps:
            return read_file(kind, content)
        name = _name(kind, content_word(content))
        known = self._found(name)
        if known is not None:
            return known
        reading = read_file(kind, content)
        self._used[name] = reading_told(reading)
        return reading

    def earlier(self, kind: str, word: str) -> PageReading | None:
        """What stood in a file of this kind whose content had this word; None where that is not known."""
        return self._found(_name(kind, word)) if self._results.keeps else None

    def use(self, files: Iterable[tuple[str, str]]) -> None:
        """Files of the site that nobody had to read, each with its kind and the word of its content."""
        for kind, word in files:
            name = _name(kind, word)
            if name in self._table():
                self._used[name] = self._table()[name]

    def _found(self, name: str) -> PageReading | None:
        kept = self._table().get(name)
        if kept is not None:
            with suppress(ValueError, TypeError):
                reading = reading_in(kept)
                self._used[name] = kept
                return reading
        return None

    def prune(self) -> None:
        """The site is proved: its readings are kept, those of others are forgotten."""
        if self._used and self._used != self._before:
            told = json.dumps(self._used, ensure_ascii=False, separators=(",", ":"))
            self._results.keep(_word(), told.encode("utf-8", "surrogatepass"))
        self._results.prune()

    def _table(self) -> dict[str, list[Any]]:
        if self._before is None:
            self._before = {}
            with suppress(ValueError):
                told = json.loads(self._results.found(_word()) or b"{}")
                self._before = told if isinstance(told, dict) else {}
        return self._before


def _name(kind: str, word: str) -> str:
    return f"{kind} {word}"


def _word() -> str:
    """Of this program, which may read other things in the same bytes than the next one."""
    return blake2b(program_word().encode(), digest_size=20).hexdigest()


def reading_told(reading: PageReading) -> list[Any]:
    """A reading as it can be kept."""
    return [reading.base, *(sorted(getattr(reading, each)) for each in _SETS)]


def reading_in(told: list[Any]) -> PageReading:
    """The reading that was told so. ValueError or TypeError for anything else."""
    base, links, opened, foreign, anchors = told
    return PageReading(set(links), set(opened), set(foreign), set(anchors), base=base)
