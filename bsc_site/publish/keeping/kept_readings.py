"""What the link check read in files of earlier sites, found again by their bytes."""

from __future__ import annotations

import json
from contextlib import suppress
from hashlib import blake2b

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
                base, links, opened, foreign, anchors = json.loads(kept)
                return PageReading(set(links), set(opened), set(foreign), set(anchors), base=base)
        reading = read_file(kind, content)
        told = [reading.base, *(sorted(getattr(reading, each)) for each in _SETS)]
        self._results.keep(name, json.dumps(told, ensure_ascii=False).encode("utf-8", "surrogatepass"))
        return reading
