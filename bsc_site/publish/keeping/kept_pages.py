"""Pages that were written before from the same: what is declared, what figures and people say, the program."""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence
from contextlib import suppress
from dataclasses import field, replace
from itertools import chain

from bsc_site.model.value_class import dataclass
from bsc_site.publish.keeping.kept_results import KeptResults
from bsc_site.publish.keeping.words import Words
from bsc_site.render.matter.looked_at import LookedAt, Way
from bsc_site.render.matter.matter_word import word_of
from bsc_site.render.page import Page
from bsc_site.render.pages.site_pages import PageOutline
from bsc_site.render.views.parts.standpoint import Standpoint


@dataclass
class KeptPages:
    """Pages by address that are what they would be if they were written now, and the words of those that are not.

    The page of a KPI is known by the matter that it may show. Any other that shows nothing but the assessment is kept
    with the ways to all that it looked at, and stands as long as all of that says the same.
    """

    results: KeptResults
    words: Words | None = None
    found: dict[str, Page] = field(default_factory=dict)
    _unknown: dict[str, str] = field(default_factory=dict)
    _looked: dict[str, LookedAt] = field(default_factory=dict)

    def look_up(self, outlines: Iterable[PageOutline]) -> None:
        """Find the pages among these that were kept."""
        for each in outlines:
            if self.words is None:
                return
            if each.matter is not None:
                self._look_up(each.at.address, _kpi_word(each, self.words))
            elif each.of_assessment:
                self._looked[each.at.address] = LookedAt(each.at.assessment)
                self._look_up(each.at.address, _word(each, self.words))

    def _look_up(self, address: str, word: str) -> None:
        kept = self.results.found(word)
        page = None if kept is None else self._page(address, kept)
        if page is None:
            self._unknown[address] = word
        else:
            self.found[address] = page

    def _page(self, address: str, kept: bytes) -> Page | None:
        """The page, unless something that it looked at says something else now."""
        told, title, markdown, *beside = kept.decode().split("\0")
        with suppress(ValueError, TypeError):
            ways, said = json.loads(told)
            if self.words is not None and self.words.of_parts(map(tuple, ways)) == said:
                return Page(address, title, markdown, tuple(zip(beside[::2], beside[1::2], strict=True)))
        return None

    def watched(self, at: Standpoint) -> Standpoint:
        """The standpoint of a page that is written anew: what it looks at is noted where that is all that it shows."""
        looked = self._looked.get(at.address)
        if looked is None:
            return at
        assessment = looked.assessment
        return replace(at, assessment=assessment, card=assessment.scorecards[at.id])

    def ways_of(self, address: str) -> list[Way]:
        """What the page that was just written looked at, where that is noted."""
        looked = self._looked.get(address)
        return sorted(looked.ways) if looked else []

    def wants(self, address: str) -> bool:
        """Whether the page at this address is to be kept."""
        return address in self._unknown

    def keep(self, page: Page, ways: Iterable[Sequence[str]]) -> None:
        """Keep the page, if it was written anew; `ways` is what it looked at, in whatever process it was written."""
        word = self._unknown.get(page.address)
        if word is not None and self.words is not None:
            looked = [*map(tuple, ways)]
            told = json.dumps([looked, self.words.of_parts(looked)], ensure_ascii=False)
            parts = (told, page.title, page.markdown, *chain.from_iterable(page.beside))
            self.results.keep(word, "\0".join(parts).encode())


def _kpi_word(outline: PageOutline, words: Words) -> str:
    at, matter, (kpi,) = outline.at, outline.matter, outline.element
    seen = (matter.quality, matter.effects, matter.reviews) if matter else ()
    return word_of(words.of_kpi(kpi), at.address, at.id, at.around, *seen)


def _word(outline: PageOutline, words: Words) -> str:
    """What is there before the page looks at anything."""
    at = outline.at
    return word_of(words.ground, outline.kind.name, outline.element, at.address, at.id, at.around)
