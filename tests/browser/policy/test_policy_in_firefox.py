"""The policy of each page in Firefox, where there is one: nothing of the site runs into it, and nothing gets by."""

from __future__ import annotations

import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.browser.demo import kinds
from tests.browser.policy.firefox import PROGRAM, Firefox, firefox

pytestmark = [
    pytest.mark.browser,
    pytest.mark.skipif(PROGRAM is None, reason="there is no Firefox; the package is firefox-esr"),
]


@pytest.fixture(scope="module")
def browser_of_mozilla(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Firefox]:
    """Firefox without a window."""
    with firefox(tmp_path_factory.mktemp("firefox") / "profile") as found:
        yield found


def _until(browser: Firefox, script: str) -> None:
    """Until the script comes to something true."""
    for _ in range(100):
        if browser.asked(script):
            return
        time.sleep(0.1)
    pytest.fail(script)


@pytest.mark.parametrize("way", ["http", "file"])
def test_every_kind_of_page_opens_without_a_complaint(
    browser_of_mozilla: Firefox, site: Path, address: str, way: str
) -> None:
    """From a web server, and from a folder."""
    browser = browser_of_mozilla
    embedded = next(site.rglob("embed/index.html")).relative_to(site).as_posix()
    for path in (*kinds(site), embedded, "404.html"):
        browser.turn_to(f"{address if way == 'http' else site.as_uri()}/{path}")
        assert browser.asked("return document.title") != "", path
        assert browser.complaints() == [], path


def test_chart_search_and_colours_answer_without_a_complaint(browser_of_mozilla: Firefox, address: str) -> None:
    browser = browser_of_mozilla
    browser.turn_to(f"{address}/kpis/revenue/index.html")
    browser.hover(".bsc-chart__drawing")
    _until(browser, "return document.querySelector('figure[data-state=alive]') !== null")
    scheme = browser.asked("return document.body.dataset.mdColorScheme")
    browser.asked("document.querySelector('form[data-md-component=palette] label:not([hidden])').click()")
    assert browser.asked("return document.body.dataset.mdColorScheme") != scheme
    browser.asked("document.querySelector('.md-search__input').focus()")
    browser.typed("revenue")
    _until(browser, "return document.querySelector('.md-search-result__item') !== null")
    assert browser.complaints() == []


def test_what_is_not_of_the_site_does_not_run_and_is_complained_of(browser_of_mozilla: Firefox, address: str) -> None:
    """So that no complaint means something."""
    browser = browser_of_mozilla
    browser.turn_to(f"{address}/index.html")
    browser.asked(
        "const made = document.createElement('script'); made.textContent = 'document.title = \"ran\"';"
        "document.body.append(made);"
        "document.body.insertAdjacentHTML('beforeend', '<img src=\"https://elsewhere.example/a.png\">')"
    )
    time.sleep(0.3)
    assert browser.asked("return document.title") != "ran"
    told = " ".join(browser.complaints())
    assert "script-src" in told
    assert "img-src" in told
