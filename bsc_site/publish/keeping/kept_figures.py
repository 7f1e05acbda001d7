"""What pages and files show of charts of two KPIs, where it was made before from the same figures and words."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import partial

from bsc_site.model.concluded.assessment import KpiAssessment
from bsc_site.publish.keeping.kept_results import KeptResults
from bsc_site.publish.keeping.words import Words
from bsc_site.render.charts.grammar.chart import Chart
from bsc_site.render.matter.matter_word import word_of

_OF_TWO = "link/"
"""How the keys of charts begin that show two KPIs; the chart of one comes with its page, which is kept as a whole."""


class KeptFigures:
    """Texts of charts by all that they are filled from: kept, or made and kept."""

    def __init__(self, results: KeptResults, words: Words, fill: Mapping[str, Callable[[], Chart]]) -> None:
        """`fill` says by key from what a chart is filled; nothing is looked up yet."""
        self._results, self._words, self._fill = results, words, fill

    def text(self, what: str, key: str, make: Callable[[], str]) -> str:
        """What the chart of this key is shown as, which `make` makes of the chart alone."""
        word = self._word(what, key)
        return make() if word is None else self._kept(word, make)

    def of_value(self, what: str, value: object, make: Callable[[], str]) -> str:
        """What follows from a value alone, which `make` makes."""
        return self._kept(word_of(self._words.ground, what, value), make)

    def _kept(self, word: str, make: Callable[[], str]) -> str:
        kept = self._results.found(word)
        if kept is not None:
            return kept.decode()
        made = make()
        self._results.keep(word, made.encode())
        return made

    def _word(self, what: str, key: str) -> str | None:
        fill = self._fill.get(key) if key.startswith(_OF_TWO) else None
        if not isinstance(fill, partial):
            return None
        parts = [self._words.of(each) if isinstance(each, KpiAssessment) else (each,) for each in fill.args]
        return None if None in parts else word_of(self._words.ground, what, key, fill.func.__qualname__, parts)
