"""Pages of KPIs that were written before from the same: what is declared, what figures and people say, the program."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import field
from itertools import chain

from bsc_site.model.value_class import dataclass
from bsc_site.publish.keeping.kept_results import KeptResults
from bsc_site.publish.keeping.words import Words
from bsc_site.render.matter.matter_word import word_of
from bsc_site.render.page import Page
from bsc_site.render.pages.site_pages import PageOutline


@dataclass
class KeptPages:
    """Pages by address that are what they would be if they were written now, and the words of those that are not."""

    results: KeptResults
    found: dict[str, Page] = field(default_factory=dict)
    _words: dict[str, str] = field(default_factory=dict)

    def look_up(self, outlines: Iterable[PageOutline], words: Words) -> None:
        """Find the pages among these that were kept."""
        for each in outlines:
            if each.matter is not None:
                at, matter, (kpi,) = each.at, each.matter, each.element
                around = (at.address, at.id, at.around, matter.quality, matter.effects, matter.reviews)
                word = word_of(words.of_kpi(kpi), *around)
                kept = self.results.found(word)
                if kept is None:
                    self._words[at.address] = word
                else:
                    title, markdown, *beside = kept.decode().split("\0")
                    files = tuple(zip(beside[::2], beside[1::2], strict=True))
                    self.found[at.address] = Page(at.address, title, markdown, files)

    def keep(self, page: Page) -> None:
        """Keep the page, if it was written anew."""
        word = self._words.get(page.address)
        if word is not None:
            parts = (page.title, page.markdown, *chain.from_iterable(page.beside))
            self.results.keep(word, "\0".join(parts).encode())

    def stay(self) -> None:
        """All of them were kept, by this process or by a copy of it."""
        for word in self._words.values():
            self.results.needed(word)
