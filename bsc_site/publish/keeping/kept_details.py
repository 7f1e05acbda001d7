"""What the published data says of a KPI, where it was made before from the same figures and the same declaration."""

from __future__ import annotations

import json
from collections.abc import Callable
from contextlib import suppress

from bsc_site.publish.data_files.api import Detail
from bsc_site.publish.keeping.kept_results import KeptResults
from bsc_site.publish.keeping.words import Words


class KeptDetails:
    """The details of KPIs: those that are kept, any other made and kept."""

    def __init__(self, results: KeptResults, words: Words) -> None:
        """Nothing is looked up yet."""
        self._results = results
        self._words = words

    def of(self, kpi: str, make: Callable[[], Detail]) -> Detail:
        """The detail of a KPI; `make` makes it of what is concluded about it and what is declared alone."""
        word = self._words.of_kpi(kpi)
        kept = self._results.found(word)
        if kept is not None:
            with suppress(ValueError):
                members, _, series = kept.partition(b"\0")
                return json.loads(members), series
        members_made, series_made = make()
        self._results.keep(word, json.dumps(members_made).encode() + b"\0" + series_made)
        return members_made, series_made
