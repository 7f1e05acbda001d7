"""What the link check read in files of earlier sites, found again by their bytes."""

from __future__ import annotations

import json
from contextlib import suppress
from hashlib import blake2b
from typing import Any

from bsc_site.publish.keeping.kept_results import KeptResults
from bsc_site.publish.keeping.program_word import program_word
from bsc_site.publish.link_check.file_reading import read_file
from bsc_site.publish.link_check.reading import PageReading

_SETS = ("links", "opened", "foreign", "anchors")


class KeptReadings:
    """The readings of files: those that are kept, any other read and kept."""

    def __init__(self, results: KeptResults) -> None:
        """Nothing is looked up yet."""
        self._results = results

    def read(self, kind: str, content: bytes) -> PageReading:
        """What stands in a file of this kind with these bytes."""
        word = blake2b(f"{program_word()}{kind}".encode(), digest_size=20)
        word.update(content)
        name = word.hexdigest()
        kept = self._results.found(name)
        if kept is not None:
            with suppress(ValueError, TypeError):
                return reading_in(json.loads(kept))
        reading = read_file(kind, content)
        told = json.dumps(reading_told(reading), ensure_ascii=False)
        self._results.keep(name, told.encode("utf-8", "surrogatepass"))
        return reading


def reading_told(reading: PageReading) -> list[Any]:
    """A reading as it can be kept."""
    return [reading.base, *(sorted(getattr(reading, each)) for each in _SETS)]


def reading_in(told: list[Any]) -> PageReading:
    """The reading that was told so. ValueError or TypeError for anything else."""
    base, links, opened, foreign, anchors = told
    return PageReading(set(links), set(opened), set(foreign), set(anchors), base=base)
