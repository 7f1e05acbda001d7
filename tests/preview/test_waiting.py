"""Before the first site there is a page that tells how far it is, and becomes the site."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from contextlib import contextmanager
from http.server import ThreadingHTTPServer
from pathlib import Path

import pytest
from playwright.sync_api import Browser

from bsc_site.model.problem import Place, Problem
from bsc_site.model.rules import problem
from bsc_site.publish.preview.preview_state import Preview, Rebuild, Renewal
from bsc_site.publish.preview.server import HOST, open_server
from bsc_site.publish.preview.shown_files import ShownFiles
from bsc_site.publish.preview.waiting_page import waiting_page
from tests.builders.publications import site_folder
from tests.commands.previewing import until

TALL = "<html><body style='height:5000px'><h1>{}</h1></body></html>"
WRONG = problem("BSC001", Place("scorecard/a.yml", 1, 2), "<img src=x> is no text")


@contextmanager
def _waiting(folder: Path, rebuild: Rebuild) -> Iterator[tuple[str, Preview]]:
    """The address of a preview whose site is not there yet."""
    preview = Preview(rebuild, ShownFiles(folder))
    server: ThreadingHTTPServer = open_server(preview, 0)
    threading.Thread(target=server.serve_forever, args=(0.05,), daemon=True).start()
    try:
        yield f"http://{HOST}:{server.server_address[1]}/", preview
    finally:
        server.shutdown()
        server.server_close()


def test_steps_and_problems_are_in_the_page_for_whoever_runs_no_scripts() -> None:
    """It loads itself again; what people typed is text."""
    begun: list[str] = []

    def rebuild(renewal: Renewal) -> tuple[Problem, ...]:
        renewal.step("Reading the scorecard and its data")
        begun.append(waiting_page(preview.state, "", "/-/preview"))
        return (WRONG,)

    preview = Preview(rebuild)
    preview.refresh()
    assert '<html lang="en">' in begun[0]
    assert "Step 1 of 7: Reading the scorecard and its data" in begun[0]
    assert '<noscript><meta http-equiv="refresh"' in begun[0]
    wrong = waiting_page(preview.state, "", "/-/preview")
    assert "&lt;img src=x&gt; is no text</p>" in wrong
    assert "<h1>The site is not built yet.</h1>" in wrong


@pytest.mark.browser
def test_the_page_that_waits_becomes_the_site(tmp_path: Path, browser: Browser) -> None:
    """It is told of each step, and of what is wrong; under the address that was asked for."""
    told: list[str] = []
    problems: list[Problem] = [WRONG]

    def rebuild(renewal: Renewal) -> tuple[Problem, ...]:
        renewal.step("Reading")
        renewal.step("Computing")
        page.get_by_text("Step 2 of 7: Computing").wait_for()
        told.append(page.get_by_role("status").inner_text())
        if problems:
            return (problems.pop(),)
        site_folder(tmp_path, {".bsc-site": "", "kpis/nps/index.html": "<html><body><h1>NPS</h1></body></html>"})
        return ()

    with _waiting(tmp_path, rebuild) as (address, preview):
        page = browser.new_page()
        answer = page.goto(f"{address}kpis/nps/")
        assert answer is not None
        assert answer.status == 503
        assert page.get_by_role("heading").inner_text() == "The site is being built."
        preview.refresh()
        page.get_by_role("heading", name="The site is not built yet.").wait_for()
        assert page.get_by_role("alert").inner_text().endswith(str(WRONG))
        preview.refresh()
        page.get_by_role("heading", name="NPS").wait_for()
        assert page.get_by_role("status").count() == 0
        page.close()
    assert told == ["Step 2 of 7: Computing"] * 2


@pytest.mark.browser
def test_two_tabs_are_renewed_where_they_are(tmp_path: Path, browser: Browser) -> None:
    """Each is loaded when its own page is another, and stays where its reader has scrolled to."""
    seen: list[tuple[str, str]] = []
    old = {".bsc-site": "", "index.html": TALL.format("Home"), "nps/index.html": TALL.format("NPS")}
    new = {**old, "index.html": TALL.format("New home"), "nps/index.html": TALL.format("New NPS")}

    def rebuild(renewal: Renewal) -> tuple[Problem, ...]:
        renewal.step("Reading")
        assert set(renewal.wanted) == {"", "nps/"}
        renewal.show("nps/", {"nps/index.html": new["nps/index.html"].encode()})
        tabs[1].get_by_role("heading", name="New NPS").wait_for()
        tabs[1].get_by_text("This page is new; the rest of the site is being built anew.").wait_for()
        seen.append((tabs[0].locator("h1").inner_text(), tabs[1].locator("h1").inner_text()))
        site_folder(tmp_path, new)
        return ()

    site_folder(tmp_path, old)
    with _waiting(tmp_path, rebuild) as (address, preview):
        tabs = [browser.new_page(), browser.new_page()]
        for tab, path in zip(tabs, ("", "nps/"), strict=True):
            tab.goto(f"{address}{path}")
            tab.evaluate("scrollTo(0, 1500)")
        until(lambda: len(preview.open.addresses()) == len(tabs), "both ask for news")
        preview.refresh()
        tabs[0].get_by_role("heading", name="New home").wait_for()
        tabs[1].get_by_role("status").wait_for(state="detached")
        for tab in tabs:
            tab.wait_for_function("scrollY == 1500")
            tab.close()
    assert seen == [("Home", "New NPS")]
