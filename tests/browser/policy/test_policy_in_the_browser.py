"""The policy of each page in Chromium: nothing of the site runs into it, and nothing else gets by."""

from __future__ import annotations

from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page

from tests.browser.demo import Reader, kinds, reading

pytestmark = pytest.mark.browser

VIOLATIONS = """
window.violations = [];
addEventListener("securitypolicyviolation", (event) => {
  violations.push(`${event.violatedDirective} ${event.blockedURI}`);
});
"""


@pytest.fixture(params=["http", "file"])
def base(request: pytest.FixtureRequest, site: Path, address: str) -> str:
    """Where the site is read: from a web server, and from a folder."""
    return address if request.param == "http" else site.as_uri()


def _turn(reader: Reader, path: str) -> Page:
    reader.context.set_default_timeout(30_000)
    reader.context.add_init_script(VIOLATIONS)
    return reader.turn_to(path)


def test_all_that_answers_a_reader_works_under_it(browser: Browser, base: str) -> None:
    """Search, live chart, colours, filters, order, and the map."""
    with reading(browser, base) as reader:
        page = _turn(reader, "kpis/revenue/index.html")
        page.locator(".bsc-chart__drawing").first.hover()
        page.locator("figure[data-state=alive]").first.wait_for()
        before = page.evaluate("document.body.dataset.mdColorScheme")
        page.locator("form[data-md-component=palette] label:visible").click()
        assert page.evaluate("document.body.dataset.mdColorScheme") != before
        page.reload()
        assert page.evaluate("document.body.dataset.mdColorScheme") != before, "the choice is kept, and comes early"
        page.locator(".md-search__input").press_sequentially("revenue")
        page.locator(".md-search-result__item").first.wait_for()
        assert page.evaluate("violations") == []
        page = _turn(reader, "scorecard/index.html")
        page.locator("button[name=status]").first.click()
        page.get_by_role("button", name="Gap to target", exact=True).click()
        assert page.locator("th[aria-sort=ascending] .bsc-sort").inner_text() == "Gap to target"
        page = _turn(reader, "map/index.html")
        page.locator("select[data-filter=theme]").select_option(index=1)
        assert page.locator(".bsc-map__box.bsc-map--out").count() > 0
        assert page.evaluate("violations") == []
        assert (reader.complaints, reader.strangers) == ([], [])


def test_every_kind_of_page_and_every_chart_for_elsewhere_opens_under_it(
    browser: Browser, site: Path, base: str
) -> None:
    embedded = next(site.rglob("embed/index.html")).relative_to(site).as_posix()
    with reading(browser, base) as reader:
        reader.context.add_init_script(VIOLATIONS)
        for path in (*kinds(site), embedded, "404.html"):
            page = reader.open(path)
            page.wait_for_timeout(100)
            assert page.evaluate("violations") == [], path
        assert (reader.complaints, reader.strangers) == ([], [])


def test_what_is_not_of_the_site_does_not_run_nor_load(browser: Browser, base: str) -> None:
    """Scripts and handlers that got into a page, evaluated texts, scripts of other hosts, and questions to them."""
    attempts = {
        "a script": "s = document.createElement('script'); s.textContent = 'ran = 1'; document.body.append(s)",
        "a handler": "document.body.insertAdjacentHTML('beforeend', '<img src=x: onerror=\"ran = 1\">')",
        "an address": "a = document.createElement('a'); a.href = 'javascript:ran = 1'; a.click()",
        "a script as data": "s = document.createElement('script'); s.src = 'data:,ran=1'; document.body.append(s)",
        "a frame": "f = document.createElement('iframe'); f.srcdoc = '<script>parent.ran = 1</script>';"
        " document.body.append(f)",
    }
    with reading(browser, base) as reader:
        asked = list[str]()
        reader.context.route("https://elsewhere.example/**", lambda route: asked.append(route.request.url))
        page = _turn(reader, "index.html")
        for name, code in attempts.items():
            page.evaluate("violations.length = 0")
            page.evaluate(f"() => {{ let s, a, f; {code} }}")
            page.wait_for_timeout(200)
            assert page.evaluate("window.ran") is None, name
        answer = page.evaluate("fetch('https://elsewhere.example/').then(() => 'told', () => 'refused')")
        assert answer == "refused"
        page.evaluate("() => { const i = new Image(); i.src = 'https://elsewhere.example/x.png' }")
        page.wait_for_timeout(200)
        assert asked == []
        evaluated = "() => new Promise((done) => setTimeout(() => { try { done(new Function('return 1')()) }"
        assert page.evaluate(f"{evaluated} catch (error) {{ done(error.name) }} }}))") == "EvalError"
