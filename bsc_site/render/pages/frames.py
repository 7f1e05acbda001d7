"""Frames: where each page stands in the whole, what stands beside it, and under which tab it is to be found."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

from markupsafe import Markup

from bsc_site.render.page_kinds import ElementPage, OverviewPage
from bsc_site.render.pages.nav import IN_NAV
from bsc_site.render.pages.register import BY_NAME, CASCADE, NAVIGATION, PERSPECTIVES, NavSection
from bsc_site.render.text import own, quoted
from bsc_site.render.views.parts.page_parts import NOWHERE, Frame, Link, LocalWay
from bsc_site.render.views.parts.standpoint import Standpoint
from bsc_site.wording.language import say, told

NOWHERE_IN_NAV = NavSection("")
"""The section of what stands in none."""
THIS, ABOVE_THIS = own("page"), own("true")
"""What ARIA calls the current page, and the current one of a set that holds it."""


def overview_frame(at: Standpoint, page: OverviewPage) -> Frame:
    """The frame of a page that a scorecard has once."""
    if page.name == "home":
        above = _homes(at)[:-1]
        title, here = NOWHERE, at.card.scorecard.title if above else ""
        return Frame(title, above, here, *_local(at, page.name, THIS), tab=_tab(at, page.name))
    title = quoted(told(page.title) if _top(at) else _title(at, page))
    section, placed = _section(page.name), page.name
    if section is NOWHERE_IN_NAV:
        placed = "home"
    heading = (Link(told(section.title)),) if _top(at) and section.title and section is not CASCADE else ()
    trail = (*_homes(at), *heading)
    return Frame(title, trail, told(page.in_nav), *_local(at, page.name, THIS), tab=_tab(at, placed))


def element_frame(at: Standpoint, kind: ElementPage, row: tuple[Any, Any, Any]) -> Frame:
    """The frame of the page of an element, which stands in a `row` between two others or None."""
    before, each, after = row
    way_down = (*kind.above(at, each), kind.link(at, each))
    return Frame(
        NOWHERE,
        (*_homes(at), *way_down[:-1]),
        way_down[-1].text,
        *_beside(at, kind, way_down),
        before=kind.link(at, before) if before is not None else Link(""),
        after=kind.link(at, after) if after is not None else Link(""),
        tab=_tab(at, kind.under, way_down[0].href),
    )


def neighbours(elements: Iterable[Any]) -> Iterator[tuple[Any, Any, Any]]:
    """Each of them between the one before and the one after; None at either end."""
    row = tuple(elements)
    return zip((None, *row), row, (*row[1:], None), strict=False)


def _title(at: Standpoint, page: OverviewPage) -> str:
    return say("{page}: {scorecard}", page=told(page.title), scorecard=at.card.scorecard.title)


def _top(at: Standpoint) -> bool:
    return at.id == at.assessment.project.root.id


def _homes(at: Standpoint) -> tuple[Link, ...]:
    """The home pages from that of the site down to that of the scorecard."""
    cards, found = at.assessment.scorecards, at.id
    homes = [at.scorecard(found)]
    while (above := cards[found].scorecard.parent) and above in cards:
        homes.insert(0, at.scorecard(above))
        found = above
    return tuple(homes)


def _section(name: str) -> NavSection:
    return next((each for each in NAVIGATION if name in each.pages), NOWHERE_IN_NAV)


def _local(at: Standpoint, name: str, current: Markup) -> tuple[str, tuple[LocalWay, ...]]:
    """The heading and the pages of the section of an overview page; below the root all overview pages are one."""
    if not _top(at):
        names = ("home", *(page.name for page in at.pages.values() if page.linked(at)))
        return at.card.scorecard.title, tuple(
            _way(at, each, name, current, told(BY_NAME[each].title)) for each in names
        )
    section = _section(name)
    if not section.title or section is CASCADE:
        return "", ()
    ways = (_way(at, each, name, current, told(BY_NAME[each].in_nav)) for each in section.pages)
    return told(section.title), tuple(ways)


def _way(at: Standpoint, name: str, wanted: str, current: Markup, text: str) -> LocalWay:
    return LocalWay(at.overview(name, text), current if name == wanted else NOWHERE)


def _beside(at: Standpoint, kind: ElementPage, way_down: tuple[Link, ...]) -> tuple[str, tuple[LocalWay, ...]]:
    """The same for the page of an element: those of its overview page, or the perspectives."""
    perspectives = tuple(at.perspective(each) for each in at.card.perspectives)
    if kind.under or not _top(at) or way_down[0] not in perspectives:
        return _local(at, kind.under or "scorecard", ABOVE_THIS)
    current = ABOVE_THIS if way_down[1:] else THIS
    return told(PERSPECTIVES.title), tuple(
        LocalWay(each, current if each in way_down else NOWHERE) for each in perspectives
    )


def _tab(at: Standpoint, name: str, perspective: Markup = NOWHERE) -> Link:
    """The page of the navigation under which a page stands: an overview page, else the way to its perspective.

    Below the root it is the home page of the scorecard, or where there are many the list of all.
    """
    root = at.assessment.project.root.id
    many = len(at.assessment.scorecards) > IN_NAV + 1
    if _top(at) and (many or name != "scorecards"):
        return Link("", at.href(at.overview_address(name)) if name else perspective)
    if many:
        return Link("", at.href(at.overview_address("scorecards", root)))
    return Link("", at.scorecard(at.children[0] if _top(at) else at.id).href)
