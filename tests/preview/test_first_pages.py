"""Before there is any site, the page that somebody waits for comes ahead of it, as the site will have it."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from pathlib import Path

import pytest

from bsc_site.model.problem import Problem
from bsc_site.outcomes import Order
from bsc_site.publish.preview.live_script import page_news
from bsc_site.publish.preview.preview_state import Preview, Renewal, State
from bsc_site.publish.preview.server import preview_site
from bsc_site.publish.preview.shown_files import ShownFiles
from bsc_site.serving import renewed
from tests.builders.program import DAY, SCORECARD, shop
from tests.builders.project_folders import write

KPI, HOME, STYLE = "kpis/repeat-rate/", "", "assets/bsc-site/site.css"


class _FirstBuild:
    """The first build of a preview of a shop, what was shown when it ended, and the state at that time."""

    def __init__(self, root: Path, files: Mapping[str, str], *waiting: str) -> None:
        self._root = write(shop(root), files)
        self.ahead: dict[str, bytes] = {}
        self.before = State()
        self.preview = Preview(self._renewed, ShownFiles(preview_site(root)))
        for address in waiting:
            self.preview.open.asked(address, in_front=True)
        self.preview.refresh()

    def _renewed(self, renewal: Renewal) -> tuple[Problem, ...]:
        try:
            return renewed(Order(self._root, date.fromisoformat(DAY)), renewal)
        finally:
            self.before, shown = self.preview.state, self.preview.shown
            paths = [STYLE, *(f"{each}index.html" for each in self.before.ahead)]
            self.ahead = {path: shown.content(path) or b"" for path in paths} if self.before.ahead else {}


@pytest.mark.slow
@pytest.mark.parametrize(
    ("waiting", "expected"),
    [
        ([], [HOME]),
        ([KPI], [KPI]),
        (["nowhere/", "../secret"], [HOME]),
        ([HOME, KPI, "map/"], [HOME, KPI, "map/"]),
    ],
)
def test_the_first_page_is_that_of_the_site_to_the_byte(
    tmp_path: Path, waiting: list[str], expected: list[str]
) -> None:
    """The home page where nobody waits for another one; a page that came so is not loaded once more."""
    first = _FirstBuild(tmp_path, {}, *waiting)
    assert sorted(first.before.ahead) == sorted(expected)
    site = preview_site(tmp_path)
    assert {path: (site / path).read_bytes() for path in first.ahead} == first.ahead
    assert first.preview.state.ahead == first.before.ahead


@pytest.mark.slow
def test_own_pages_are_known_by_their_first_headings(tmp_path: Path) -> None:
    """They stand in the navigation of every page; what they say costs no time before the first page is shown."""
    own = {
        "docs/about.md": "---\n# not this one\nhide: [toc]\n---\nBefore it\n\n# About us\n\n- one\n",
        "docs/plain.md": "Words alone\n",
        "docs/guide/more.md": "# More\n\n[there](../about.md#nowhere-yet)\n",
        "docs/images/shop.svg": '<svg xmlns="http://www.w3.org/2000/svg"/>',
    }
    first = _FirstBuild(tmp_path, {**own, "docs/guide/more.md": "# More\n"})
    assert b"More" in first.ahead["index.html"]
    assert (preview_site(tmp_path) / "index.html").read_bytes() == first.ahead["index.html"]
    assert first.preview.shown.content("images/shop.svg") == own["docs/images/shop.svg"].encode()


@pytest.mark.slow
@pytest.mark.parametrize(
    "files",
    [
        {"scorecard/shop.yml": SCORECARD.replace("kpis: [repeat-rate]", "kpis: [no-such]")},
        {"mkdocs.yml": "site_name: Shop\nhooks: [own.py]\n", "own.py": ""},
    ],
)
def test_nothing_comes_ahead_that_might_be_wrong(tmp_path: Path, files: dict[str, str]) -> None:
    """Neither of a project that is refused, nor where a hook of its own may look at each page."""
    assert _FirstBuild(tmp_path, files).ahead == {}


@pytest.mark.slow
def test_a_site_that_is_refused_takes_its_first_page_back(tmp_path: Path) -> None:
    """The waiting page tells what is wrong with the rest of it."""
    first = _FirstBuild(tmp_path, {"docs/about.md": "# About\n\n[dead](nowhere.md)\n"})
    assert list(first.before.ahead) == [HOME]
    state = first.preview.state
    assert len(state.problems) == 1
    assert first.preview.shown.content("index.html") is None
    assert state.page(HOME) != first.before.page(HOME)


@pytest.mark.slow
def test_a_first_page_says_that_the_rest_is_being_built(tmp_path: Path) -> None:
    """Until the site stands; another page still waits."""
    first = _FirstBuild(tmp_path, {})
    assert "Step " in str(page_news(first.before, HOME)["doing"])
    assert str(page_news(first.before, HOME)["doing"]).startswith("This page is ready; the rest of the site is being")
    assert str(page_news(first.before, KPI)["doing"]).startswith("Step ")
    assert page_news(first.preview.state, HOME)["doing"] == ""
