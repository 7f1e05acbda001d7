"""Every page of a site stands once in the register, and what leads to it is read from there."""
# the names of tests are sentences

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest

from bsc_site.render.pages.nav import navigation
from bsc_site.render.pages.register import ELEMENT_PAGES, NAVIGATION, OVERVIEW_PAGES
from bsc_site.render.pages.site_pages import SiteMaterial, render_pages
from tests.builders.company import assessed_company, company

ALL_PAGES = (*OVERVIEW_PAGES, *ELEMENT_PAGES)


def test_no_two_pages_share_a_name_a_view_or_a_folder() -> None:
    assert len({page.name for page in ALL_PAGES}) == len(ALL_PAGES)
    assert len({page.view for page in ALL_PAGES}) == len(ALL_PAGES)
    assert len({page.folder for page in OVERVIEW_PAGES}) == len(OVERVIEW_PAGES)


def test_the_navigation_has_a_place_for_every_overview_page() -> None:
    """But for the page of the style, which those who change it know."""
    placed = [name for section in NAVIGATION for name in section.pages]
    assert sorted([*placed, "style"]) == sorted(page.name for page in OVERVIEW_PAGES)


def _targets(entries: list[Any]) -> Iterator[str]:
    for entry in entries:
        for target in entry.values():
            yield from [target] if isinstance(target, str) else _targets(target)


@pytest.mark.parametrize("cards", [(company(),), ()])
def test_whatever_the_navigation_names_is_written(cards: tuple[dict[str, Any], ...]) -> None:
    """For one scorecard alone, and for two."""
    found = assessed_company(*cards)
    written = {page.source_path for page in render_pages(SiteMaterial(found))}
    named = list(_targets(list(navigation(found))))
    assert set(named) <= written
    assert len(named) == len(set(named))


def test_each_scorecard_has_the_pages_whose_condition_holds() -> None:
    """The list of all scorecards stands only at the top of several."""
    addresses = {page.address for page in render_pages(SiteMaterial(assessed_company()))}
    folders = {page.folder for page in OVERVIEW_PAGES} - {"", "scorecards", "style"}
    assert addresses >= {f"{home}{folder}/" for home in ("", "s/shop/") for folder in folders} | {"", "s/shop/"}
    assert ("scorecards/" in addresses, "s/shop/scorecards/" in addresses) == (True, False)
    assert "scorecards/" not in {page.address for page in render_pages(SiteMaterial(assessed_company(company())))}
