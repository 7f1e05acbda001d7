"""What the published data says of a KPI, where it was made before from the same figures and the same declaration."""

from __future__ import annotations

from collections.abc import Callable

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
            chances, end, series = kept.split(b"\0", 2)
            return chances, end, series
        made = make()
        self._results.keep(word, b"\0".join(made))
        return made
