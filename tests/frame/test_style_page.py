"""The page of the style shows what there is, so that it cannot go stale."""
# the names of tests are sentences

from __future__ import annotations

import re

import pytest

from bsc_site.publish.engine import frame_hook
from bsc_site.render.eyes import GREY, MACHADO, filter_values
from bsc_site.render.pages.folder import packaged_tokens
from bsc_site.render.pages.nav import navigation
from bsc_site.render.pages.site_pages import SiteMaterial, render_pages
from bsc_site.render.palette import CHART_INKS, PAGE_INKS
from bsc_site.wording.glossary.terms import TERMS
from tests.builders.company import assessed_company
from tests.frame.test_frames import _page


@pytest.fixture(scope="module")
def style() -> str:
    """The page."""
    return next(page.markdown for page in render_pages(SiteMaterial(assessed_company())) if page.address == "style/")


def test_it_shows_every_colour_every_size_and_every_term(style: str) -> None:
    assert all(f">{ink.variable}<" in style for ink in (*PAGE_INKS, *CHART_INKS))
    assert [each for each in packaged_tokens() if re.match("--bsc-(type|space)-", each) and each not in style] == []
    assert set(re.findall(r'id="term-([\w-]+)"', style)) == set(TERMS)


def test_it_looks_through_the_eyes_that_the_colours_are_measured_with(style: str) -> None:
    for matrix in (*MACHADO.values(), GREY):
        assert filter_values(matrix) in style


def test_it_is_found_by_its_address_alone(style: str) -> None:
    """Neither in the navigation nor by any search."""
    assert "style/" not in str(navigation(assessed_company()))
    assert "search: {exclude: true}\nrobots: noindex\n" in style
    page = _page("style/index.md", robots="noindex")
    assert frame_hook.on_post_page("<head></head>", page=page) == '<head><meta name="robots" content="noindex"></head>'
