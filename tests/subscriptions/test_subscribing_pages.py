"""Feeds and calendars are linked where somebody who needs them looks."""

from __future__ import annotations

import re

import pytest

from bsc_site.render.pages.site_pages import SiteMaterial, render_pages
from tests.builders.company import assessed_company, company, department

PAGES = {page.address: page.markdown for page in render_pages(SiteMaterial(assessed_company(company(), department())))}


@pytest.mark.parametrize("page", ["", "changes/", "reviews/", "people/"])
@pytest.mark.parametrize("home", ["", "s/shop/"])
def test_news_reviews_and_duties_link_the_feed_of_the_scorecard_and_the_calendar_of_all(home: str, page: str) -> None:
    """There is one calendar of what is due from anybody, at the top of the site."""
    up = "../" * page.count("/")
    top = "../" * (home + page).count("/")
    links = re.findall(r'href="([^"]+(?:feed\.xml|calendar\.ics)|feed\.xml|calendar\.ics)"', PAGES[f"{home}{page}"])
    assert links == [f"{up}feed.xml", f"{top}calendar.ics"]
