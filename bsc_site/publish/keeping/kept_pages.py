"""Pages that were written before from the same: what is declared, what figures and people say, the program."""

from __future__ import annotations

import json
from collections.abc import Callable
from contextlib import suppress
from dataclasses import replace
from itertools import chain

from bsc_site.publish.keeping.kept_results import KeptResults
from bsc_site.publish.keeping.words import Words
from bsc_site.render.matter.looked_at import LookedAt
from bsc_site.render.matter.matter_word import word_of
from bsc_site.render.page import Page
from bsc_site.render.pages.site_pages import PageOutline


class KeptPages:
    """Pages that are what they would be if they were written now; any other is written, and kept.

    The page of a KPI is known by the matter that it may show. Any other that shows nothing but the assessment is kept
    with the ways to all that it looked at, and stands as long as all of that says the same.
    """

    def __init__(self, results: KeptResults, words: Words) -> None:
        """Nothing is looked up yet."""
        self._results = results
        self._words = words

    def page(self, outline: PageOutline, write: Callable[[PageOutline], Page]) -> Page:
        """The page of an outline; `write` writes it."""
        if outline.matter is not None:
            return self._page(_kpi_word(outline, self._words), outline, write)
        if not outline.of_assessment:
            return write(outline)
        looked, at = LookedAt(outline.at.assessment), outline.at
        assessment = looked.assessment
        watched = replace(outline, at=replace(at, assessment=assessment, card=assessment.scorecards[at.id]))
        return self._page(_word(outline, self._words), watched, write, looked)

    def _page(
        self, word: str, outline: PageOutline, write: Callable[[PageOutline], Page], looked: LookedAt | None = None
    ) -> Page:
        page = self._known(word, outline.at.address)
        if page is None:
            page = write(outline)
            ways = sorted(looked.ways) if looked else []
            told = json.dumps([ways, self._words.of_parts(ways)], ensure_ascii=False)
            parts = (told, page.title, page.markdown, *chain.from_iterable(page.beside))
            self._results.keep(word, "\0".join(parts).encode())
        return page

    def _known(self, word: str, address: str) -> Page | None:
        """The page, unless something that it looked at says something else now."""
        kept = self._results.found(word)
        if kept is None:
            return None
        told, title, markdown, *beside = kept.decode().split("\0")
        with suppress(ValueError, TypeError):
            ways, said = json.loads(told)
            if self._words.of_parts(map(tuple, ways)) == said:
                return Page(address, title, markdown, tuple(zip(beside[::2], beside[1::2], strict=True)))
        return None


def _kpi_word(outline: PageOutline, words: Words) -> str:
    at, matter, (kpi,) = outline.at, outline.matter, outline.element
    seen = (matter.quality, matter.effects, matter.reviews) if matter else ()
    return word_of(words.of_kpi(kpi), at.address, at.id, at.around, *seen)


def _word(outline: PageOutline, words: Words) -> str:
    """What is there before the page looks at anything."""
    at = outline.at
    return word_of(words.ground, outline.kind.name, outline.element, at.address, at.id, at.around)
