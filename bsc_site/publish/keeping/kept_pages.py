"""Pages that were written before from the same: what is declared, what figures and people say, the program."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Mapping, Sequence
from contextlib import suppress
from dataclasses import replace
from functools import partial

from bsc_site.compute.known.value_word import word_of_values
from bsc_site.model.concluded.assessment import KpiAssessment
from bsc_site.model.value_class import dataclass
from bsc_site.publish.disk.file_words import content_word
from bsc_site.publish.keeping.kept_results import KeptContent, KeptResults
from bsc_site.publish.keeping.words import Words
from bsc_site.render.matter.looked_at import ALONE, KPIS, NAMES, OF_MANY, LookedAt, Way
from bsc_site.render.matter.looked_material import LookedMaterial, material_at, of_material
from bsc_site.render.matter.matter_word import word_of
from bsc_site.render.page import Page
from bsc_site.render.pages.site_material import SiteMaterial
from bsc_site.render.pages.site_pages import PageOutline

_SHORT = 20
"""So many digits tell the values of one field of one KPI apart."""
_NO_FIELDS = ("",) * len(ALONE)


@dataclass(frozen=True, slots=True)
class KeptPage:
    """A page as it was kept: its title, its Markdown and the files that come with it, of which none is read yet."""

    title: str
    markdown: KeptContent
    beside: Mapping[str, KeptContent]

    def page(self, address: str) -> Page:
        """The page with all that it has. Raises SpoiltError."""
        beside = tuple((path, each.read().decode()) for path, each in self.beside.items())
        return Page.of_bytes(address, self.title, self.markdown.read(), beside)


class KeptPages:
    """Pages that are what they would be if they were written now; any other is written, and kept.

    The page of a KPI is known by the matter that it may show, and by what those KPIs declare at which it looked. Any
    other that shows nothing but the assessment is kept with the ways to all that it looked at, and stands as long as
    all of that says the same.
    """

    def __init__(self, results: KeptResults, words: Words, material: SiteMaterial) -> None:
        """Nothing is looked up yet; `material` is what the pages are made of."""
        self._results = results
        self._words = words
        self._material = material
        self._fields: dict[str, Sequence[str]] = {}
        self._found: dict[str, str | None] = {}
        """The word of each page that was asked for, by its address: it is there before the page is, and after."""

    def page(self, outline: PageOutline, write: Callable[[PageOutline], Page]) -> Page:
        """The page of an outline; `write` writes it."""
        known = self.known(outline)
        if known is not None:
            return known.page(outline.at.address)
        watched, looked = watched_at(outline, self._material)
        page = write(watched)
        self.keep(outline, page, looked.ways if looked else ())
        return page

    def known(self, outline: PageOutline) -> KeptPage | None:
        """The page, unless something that it may show, or looked at, says something else now."""
        word = self._word(outline)
        return None if word is None else self._known(word, outline)

    def keep(self, outline: PageOutline, page: Page, ways: Iterable[Sequence[str]]) -> None:
        """Keep a page that was written anew; `ways` is what it looked at, in whatever process it was written."""
        word, looked = self._word(outline), sorted(_beside_its_matter(outline, map(tuple, ways)))
        if word is not None:
            beside = [(path, self._kept(text.encode())) for path, text in page.beside]
            told = [looked, self._said(outline, looked), page.title, self._kept(page.written), beside]
            self._results.keep(word, json.dumps(told, ensure_ascii=False).encode())

    def _kept(self, content: bytes) -> str:
        """The word under which the content is kept."""
        word = content_word(content)
        self._results.keep(word, content)
        return word

    def _word(self, outline: PageOutline) -> str | None:
        """What is there before the page looks at anything; None for a page that is not kept."""
        address = outline.at.address
        if address not in self._found:
            self._found[address] = self._found_word(outline)
        return self._found[address]

    def _found_word(self, outline: PageOutline) -> str | None:
        if outline.matter is not None:
            return _kpi_word(outline, self._words)
        return _word(outline, self._words) if outline.watched else None

    def _said(self, outline: PageOutline, ways: Sequence[Way]) -> list[str]:
        """The words of what stands at these ways: parts of the assessment, what stands beside it, fields of KPIs."""
        kinds: dict[str, list[Way]] = {"": [], "beside": [], "many": []}
        for way in ways:
            kinds["many" if way[0] == OF_MANY else "beside" if of_material(way) else ""].append(way)
        beside = [material_at(self._material, outline.at, way) for way in kinds["beside"]]
        fields = [[self._field_words(each)[ALONE.index(way[1])] for each in way[2:]] for way in kinds["many"]]
        return [self._words.of_parts(kinds[""]), word_of(beside) if beside else "", word_of(fields) if fields else ""]

    def _field_words(self, kpi: str) -> Sequence[str]:
        """The words of the fields that count alone, of one KPI; empty ones where there is none."""
        if kpi not in self._fields:
            found = self._material.assessment.kpis.get(kpi)
            if found is None:
                return _NO_FIELDS
            self._fields[kpi] = self._material.rows("fields", found, "", partial(_words_of_fields, found))
        return self._fields[kpi]

    def _known(self, word: str, outline: PageOutline) -> KeptPage | None:
        """The page, unless something that it looked at says something else now."""
        kept = self._results.found(word)
        if kept is None:
            return None
        with suppress(ValueError, TypeError, KeyError):
            ways, said, title, markdown, beside = json.loads(kept)
            words = [markdown, *(each for _, each in beside)]
            if self._results.holds(words) and self._said(outline, [*map(tuple, ways)]) == said:
                self._results.use(words)
                files = {path: KeptContent(self._results, each) for path, each in beside}
                return KeptPage(title, KeptContent(self._results, markdown), files)
        return None


def _words_of_fields(found: KpiAssessment) -> list[str]:
    return [word_of_values(getattr(found, name))[:_SHORT] for name in ALONE]


def watched_at(outline: PageOutline, material: SiteMaterial) -> tuple[PageOutline, LookedAt | None]:
    """The outline of a page that is written anew, and what will be noted of what it looks at, where that is all."""
    if not outline.watched:
        return outline, None
    looked, at = LookedAt(outline.at.assessment), outline.at
    assessment = looked.assessment
    seen = replace(at, assessment=assessment, card=assessment.scorecards[at.id])
    if outline.matter is not None:
        return replace(outline, at=seen), looked
    return replace(outline, at=seen, looked=LookedMaterial(material, at, looked.note)), looked


def _beside_its_matter(outline: PageOutline, ways: Iterable[Way]) -> Iterable[Way]:
    """Of the page of a KPI only which other KPIs it looked at: what they declare, for it sees nothing else of them."""
    if outline.matter is None:
        return ways
    others = {kpi for way in ways for kpi in (way[2:] if way[0] == OF_MANY else way[1:2] if way[0] == KPIS else ())}
    seen = sorted(others - {*outline.element, NAMES})
    return [(OF_MANY, "kpi", *seen)] if seen else []


def _kpi_word(outline: PageOutline, words: Words) -> str:
    at, matter, (kpi,) = outline.at, outline.matter, outline.element
    seen = (matter.quality, matter.effects, matter.reviews, matter.history) if matter else ()
    return word_of(words.of_kpi(kpi), at.address, at.id, at.around, *seen)


def _word(outline: PageOutline, words: Words) -> str:
    """What is there before the page looks at anything."""
    at = outline.at
    return word_of(words.ground, outline.kind.name, outline.element, at.address, at.id, at.around)
