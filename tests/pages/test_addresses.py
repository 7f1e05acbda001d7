"""Every element has one address, and every page finds its way to every other."""

from __future__ import annotations

from urllib.parse import urljoin

import pytest

from bsc_site.render.addresses import Addresses, file_href, page_href, source_href
from tests.builders.company import assessed_company

ADDRESSES = Addresses(assessed_company().project)


def test_the_root_scorecard_stands_at_the_top() -> None:
    """Its objectives have no prefix."""
    assert ADDRESSES.objective("corporate", "loyal") == "objectives/loyal/"


def test_a_scorecard_below_has_its_own_folder() -> None:
    """Its elements stand below s/ and its id."""
    assert ADDRESSES.objective("shop", "help") == "s/shop/objectives/help/"


def test_a_kpi_stands_with_the_scorecard_that_declares_it() -> None:
    """Wherever it is listed, it has one page."""
    assert ADDRESSES.kpi("helped") == "s/shop/kpis/helped/"


def test_a_person_whom_nobody_declares_has_no_page() -> None:
    """Asking for one is a mistake of the program."""
    with pytest.raises(KeyError, match="carla"):
        ADDRESSES.person("carla")


@pytest.mark.parametrize(
    ("origin", "target", "href"),
    [
        ("kpis/nps/", "objectives/x/", "../../objectives/x/index.html"),
        ("", "kpis/nps/", "kpis/nps/index.html"),
        ("kpis/nps/", "", "../../index.html"),
        ("kpis/nps/", "kpis/csat/", "../csat/index.html"),
        ("s/shop/kpis/a/", "s/shop/", "../../index.html"),
        ("map/", "map/", "index.html"),
    ],
)
def test_a_page_refers_to_another_relatively(origin: str, target: str, href: str) -> None:
    """The way names the file, so that it works from a memory stick, and a browser arrives where it should."""
    assert (page_href(origin, target), urljoin(f"/{origin}", href)) == (href, f"/{target}index.html")


def test_markdown_refers_to_the_markdown_file() -> None:
    """So the engine can check the link."""
    assert source_href("kpis/nps/", "map/") == "../../map/index.md"


def test_a_page_refers_to_a_file() -> None:
    """Such as the data of a KPI."""
    assert file_href("kpis/nps/", "data/nps.csv") == "../../data/nps.csv"
