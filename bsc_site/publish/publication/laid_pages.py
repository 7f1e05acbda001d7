"""The pages of a site written one by one, by several processes where there are many, and laid aside."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import field
from typing import Any

from bsc_site.model.concluded.project_assessment import Assessment
from bsc_site.model.value_class import dataclass
from bsc_site.publish.data_files.api import Detail, Make, detail_of
from bsc_site.publish.keeping.kept_pages import KeptPage, KeptPages, watched_at
from bsc_site.publish.sharing.laid_aside import Content, LaidBytes, Store
from bsc_site.publish.sharing.shared_work import Done, shared_out
from bsc_site.render.page import Page
from bsc_site.render.page_kinds import ElementPage
from bsc_site.render.pages.site_pages import PageOutline, PageWriter

FEWEST = 50
"""Pages from which on another process pays; below them it takes longer to begin than it saves."""
_MANY = 500


@dataclass(frozen=True)
class Writing:
    """What is needed to write pages: their outlines, what writes them, and what is kept of them and of details."""

    outlines: Sequence[PageOutline]
    writer: PageWriter
    kept: KeptPages | None
    details: Make


@dataclass(frozen=True, slots=True)
class LaidPages:
    """Pages whose texts are laid aside, the files that come with them, and details of KPIs made with them."""

    pages: tuple[Page, ...] = ()
    beside: Mapping[str, Content] = field(default_factory=dict)
    made: Mapping[str, LaidBytes] = field(default_factory=dict)
    make: Make = lambda _, make: make()

    def details(self, kpi: str, make: Callable[[], Detail]) -> Detail:
        """The detail of a KPI: kept, made with its page, or made now."""
        return self.make(kpi, lambda: self._made(kpi) or make())

    def _made(self, kpi: str) -> Detail | None:
        laid = self.made.get(kpi)
        if laid is None:
            return None
        chances, end, series = laid.read().split(b"\0", 2)
        return chances, end, series


def laid_pages(writing: Writing, jobs: int, store: Callable[[], Store]) -> LaidPages:
    """Every page in order, written by up to `jobs` processes, each with a `store` of its own.

    Raises TemplateProblem and OSError.
    """
    first = store()
    kept = dict(_kept_pages(writing))
    done: dict[int, Done] = {}
    anew = [number for number in range(len(writing.outlines)) if number not in kept]
    stores = [first, *(store() for _ in range(1, min(jobs, len(anew) // FEWEST)))]
    pieces = _Pieces(writing, _first_of_each_kpi(writing.outlines, anew) if len(stores) > 1 else {})
    done |= {number: Done(pieces.piece(number, first), first) for number in _beginning(writing.outlines, anew)}
    rest = [number for number in anew if number not in done]
    shared = shared_out(len(rest), lambda number, store: pieces.piece(rest[number], store), stores)
    done |= zip(rest, shared, strict=True)
    return pieces.put_together(done, kept)


def _kept_pages(writing: Writing) -> Iterator[tuple[int, KeptPage]]:
    """The pages that are kept, by their numbers."""
    if writing.kept is not None:
        for number, outline in enumerate(writing.outlines):
            page = writing.kept.known(outline)
            if page is not None:
                yield number, page


def _beginning(outlines: Sequence[PageOutline], anew: Sequence[int]) -> list[int]:
    """The pages that are written before there are copies.

    The first of each kind of which there are many, with what is made once for them all; and overviews of many KPIs,
    which look at so much that two processes would come to hold all of it twice.
    """
    firsts: dict[str, int] = {}
    wide: list[int] = []
    for number in anew:
        outline = outlines[number]
        if isinstance(outline.kind, ElementPage):
            firsts.setdefault(outline.kind.template, number)
        elif len(outline.at.card.kpis) > _MANY:
            wide.append(number)
    return [*firsts.values(), *wide]


def _first_of_each_kpi(outlines: Sequence[PageOutline], anew: Sequence[int]) -> dict[int, str]:
    """The pages with which the detail of their KPI is made: one for each, though several scorecards may have one."""
    found: dict[str, int] = {}
    for number in anew:
        if outlines[number].matter is not None:
            found.setdefault(outlines[number].element[0], number)
    return {number: kpi for kpi, number in found.items()}


@dataclass(frozen=True)
class _Pieces:
    """Pages as pieces of work, some with the detail of their KPI."""

    writing: Writing
    kpis: Mapping[int, str]

    def piece(self, number: int, store: Store) -> Any:
        """Title and place of the page, path and place of each file that comes with it, of its detail, what it saw."""
        outline, looked = self.writing.outlines[number], None
        if self.writing.kept is not None:
            outline, looked = watched_at(outline, self.writing.writer.material)
        page = self.writing.writer.page(outline)
        return *_laid_page(page, store), self._detail(number, store), sorted(looked.ways) if looked else ()

    def _detail(self, number: int, store: Store) -> tuple[int, int] | None:
        kpi = self.kpis.get(number)
        if kpi is None:
            return None
        return _laid(store, b"\0".join(detail_of(self._assessment, kpi)))

    @property
    def _assessment(self) -> Assessment:
        return self.writing.writer.material.assessment

    def put_together(self, done: Mapping[int, Done], kept: Mapping[int, KeptPage]) -> LaidPages:
        """All of them in order; those that were `done` now are kept."""
        pages, beside, made = list[Page](), dict[str, Content](), dict[str, LaidBytes]()
        for number, outline in enumerate(self.writing.outlines):
            known = kept.get(number)
            if known is not None:
                pages.append(Page.laid_aside(outline.at.address, known.title, known.markdown))
                beside |= known.beside
                continue
            (title, place, files, detail, ways), store = done[number]
            page = Page.laid_aside(outline.at.address, title, LaidBytes(store, *place))
            pages.append(page)
            found = {path: LaidBytes(store, *at) for path, *at in files}
            beside |= found
            if detail is not None:
                made[self.kpis[number]] = LaidBytes(store, *detail)
            if self.writing.kept is not None:
                texts = tuple((path, each.read().decode()) for path, each in found.items())
                self.writing.kept.keep(outline, Page(page.address, title, page.markdown, texts), ways)
        return LaidPages(tuple(pages), beside, made, self.writing.details)


def _laid_page(page: Page, store: Store) -> tuple[Any, ...]:
    beside = [(path, *_laid(store, text.encode())) for path, text in page.beside]
    return page.title, _laid(store, page.written), beside


def _laid(store: Store, content: bytes) -> tuple[int, int]:
    slip = store.put(content)
    return slip.start, slip.size
