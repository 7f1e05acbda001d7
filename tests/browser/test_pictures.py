"""How pages look, each kind against the picture that was looked at and kept, and that they stand still."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page

from tests.browser.demo import reading
from tests.browser.kept_pictures import FOLDER, SHARE, Drawing, difference, drawing_of, kept, renewed

pytestmark = pytest.mark.browser

PAGES = {
    "home": "index.html",
    "map": "map/index.html",
    "scorecard": "scorecard/index.html",
    "heat-map": "heatmap/index.html",
    "kpi": "kpis/repeat-rate/index.html",
    "objective": "objectives/loyal-customers/index.html",
    "perspective": "perspectives/customer/index.html",
    "initiatives": "initiatives/index.html",
    "evidence": "evidence/index.html",
    "alignment": "alignment/index.html",
    "reviews": "reviews/index.html",
    "data-quality": "data-quality/index.html",
}
DARK = ("home", "kpi", "scorecard")
SIZES = {"desk": (1440, 900), "phone": (390, 844)}
STILL = "*, ::before, ::after { transition: none !important; animation: none !important }"


@pytest.fixture(scope="module")
def desk(browser: Browser) -> Iterator[Page]:
    """An empty page on which pictures are made small and compared."""
    page = browser.new_page()
    yield page
    page.close()


@pytest.mark.parametrize("look", [f"{size}-{scheme}" for size in SIZES for scheme in ("light", "dark")])
def test_pages_look_as_they_were_meant_to(
    browser: Browser, address: str, desk: Page, tmp_path: Path, look: str
) -> None:
    """What differs is written beside the results, to be looked at; `BSC_RENEW=1` keeps it as what is meant."""
    size, scheme = look.split("-")
    differs: dict[str, str] = {}
    with reading(browser, address, size=SIZES[size], color_scheme=scheme) as reader:
        for name in PAGES if scheme == "light" else DARK:
            page = reader.open(PAGES[name])
            page.add_style_tag(content=STILL)
            now, title = drawing_of(page, desk), f"{name}-{look}"
            if not renewed(title, now) and (share := _share(title, now, desk)) > SHARE:
                (tmp_path / f"{title}.webp").write_bytes(now.content)
                differs[title] = f"{share:.1%} of it differs: {tmp_path / title}.webp, meant was {FOLDER / title}.webp"
    assert differs == {}


def _share(title: str, now: Drawing, desk: Page) -> float:
    meant = kept(title)
    return 1.0 if meant is None else difference(meant, now, desk)


@pytest.mark.parametrize(
    "change",
    [
        ".bsc-headline { display: none }",
        ".bsc-map { width: 70% !important }",
        "article { padding-left: 40px !important }",
        "article * { color: #bbb !important }",
    ],
)
def test_a_change_that_one_sees_is_noticed(browser: Browser, address: str, desk: Page, change: str) -> None:
    """A missing line, a narrower picture, a shifted page, paler ink: each is more than may differ."""
    with reading(browser, address) as reader:
        page = reader.open("index.html")
        page.add_style_tag(content=STILL)
        before = drawing_of(page, desk)
        assert difference(before, drawing_of(page, desk), desk) == 0
        page.add_style_tag(content=change)
        assert difference(before, drawing_of(page, desk), desk) > SHARE


SHIFT = 0.01
"""Share of the screen times distance: web.dev calls 0.1 good; nothing of ours has a reason to move at all."""
_WATCH = """
  window.shifts = [];
  new PerformanceObserver((list) => {
    for (const each of list.getEntries()) {
      const moved = each.sources.map(({ node }) => node?.parentElement?.closest("[class]")?.className);
      window.shifts.push([each.value, String(moved)]);
    }
  }).observe({ type: "layout-shift", buffered: true });
"""


@pytest.mark.parametrize("size", [(1440, 900), (390, 844)])
def test_nothing_moves_after_the_page_stands(browser: Browser, address: str, size: tuple[int, int]) -> None:
    """Each kind of page, until its scripts have done their work."""
    moved: dict[str, list[list[object]]] = {}
    with reading(browser, address, size=size) as reader:
        reader.context.add_init_script(_WATCH)
        for name, path in PAGES.items():
            page = reader.open(path)
            page.wait_for_load_state("networkidle")
            page.wait_for_timeout(200)
            shifts = page.evaluate("window.shifts")
            if sum(each[0] for each in shifts) > SHIFT:
                moved[name] = shifts
    assert moved == {}
