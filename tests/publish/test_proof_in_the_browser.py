"""The proof of the site against a browser: whatever Chromium asks another host for, the proof has found."""

from __future__ import annotations

from collections.abc import Sequence
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Browser, Request, Route

from bsc_site.publish.link_check.markup import read_page
from tests.publish.hostile import DOUBTFUL, HARMLESS, LOADING

pytestmark = pytest.mark.browser

SITE = "site.example"
SNIPPETS = (*LOADING, *HARMLESS)


def _page(snippet: str) -> str:
    whole = snippet.startswith("<frameset")
    return f"<!doctype html>{'' if whole else '<body>'}{snippet}"


def _asked(browser: Browser, snippets: Sequence[str]) -> set[str]:
    """The snippets for which Chromium asks another host; all in one page, each in a frame and with its own host."""
    hosts, asked = {f"host-{number}.example": each for number, each in enumerate(snippets)}, set[str]()
    pages = {f"/{host}": _page(each.replace("HOST", host)) for host, each in hosts.items()}
    pages["/"] = "<!doctype html>" + "".join(f'<iframe src="/{host}"></iframe>' for host in hosts)

    def answer(route: Route) -> None:
        path = urlsplit(route.request.url).path if urlsplit(route.request.url).hostname == SITE else ""
        if path in pages:
            route.fulfill(body=pages[path], content_type="text/html; charset=utf-8")
        else:
            route.abort()

    def note(request: Request) -> None:
        asked.update(each for host, each in hosts.items() if urlsplit(request.url).hostname == host)

    context = browser.new_context(service_workers="block")
    context.route("**/*", answer)
    context.on("request", note)
    page = context.new_page()
    page.goto(f"http://{SITE}/")
    before = -1
    while len(asked) > before:
        before = len(asked)
        page.wait_for_timeout(1500)
    context.close()
    return asked


@pytest.fixture(scope="module")
def asked(browser: Browser) -> set[str]:
    """What Chromium asks another host for."""
    return _asked(browser, SNIPPETS)


def _name(snippet: str) -> str:
    return ascii(snippet[:60])


def test_the_browser_loads_nearly_all_that_is_said_to_load(asked: set[str]) -> None:
    """Otherwise this would be a test of nothing; another version may leave out a few."""
    assert len(asked) > 0.9 * len(LOADING), set(LOADING) - asked


@pytest.mark.parametrize("snippet", SNIPPETS, ids=_name)
def test_what_the_browser_loads_is_found_and_what_is_harmless_is_not(snippet: str, asked: set[str]) -> None:
    """For the harmless ones the browser asks nobody either."""
    found = bool(read_page(_page(snippet.replace("HOST", "host.example"))).foreign)
    assert found == (snippet in LOADING)
    assert found or snippet not in asked


@pytest.mark.parametrize("snippet", DOUBTFUL, ids=_name)
def test_what_another_browser_may_load_is_found(snippet: str) -> None:
    """One that has no scripts, that fetches in advance, or that shows what a template holds."""
    assert read_page(_page(snippet.replace("HOST", "host.example"))).foreign
