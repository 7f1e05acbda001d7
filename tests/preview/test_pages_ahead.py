"""The page that is open in a browser is renewed before the rest of the site, as the site will have it."""

from __future__ import annotations

from datetime import date
from functools import partial
from pathlib import Path

import pytest

from bsc_site.model.problem import Problem
from bsc_site.outcomes import Order
from bsc_site.publish.preview.preview_state import Preview, Renewal
from bsc_site.publish.preview.server import preview_site
from bsc_site.publish.preview.shown_files import ShownFiles
from bsc_site.serving import renewed
from tests.builders.program import DAY, FIGURES, SCORECARD, shop

KPI, HOME, BROKEN = "kpis/repeat-rate/", "", "../kpis/repeat-rate/"
EDITED = FIGURES.replace("2025-06,26", "2025-06,27.5")


class _Tabs:
    """A preview of a shop, in which these pages are open, and what came ahead of the whole site at each build."""

    def __init__(self, root: Path) -> None:
        self.root = shop(root)
        self.ahead: list[dict[str, bytes]] = []
        self.preview = Preview(self._renewed, ShownFiles(preview_site(root)))

    def edited(self, path: str, text: str, *open_pages: str) -> dict[str, bytes]:
        """What came ahead after this edit."""
        (self.root / path).write_text(text, encoding="utf-8")
        for each in open_pages:
            self.preview.open.asked(each, in_front=False)
        self.preview.refresh()
        return self.ahead[-1]

    def _renewed(self, renewal: Renewal) -> tuple[Problem, ...]:
        before = self.preview.state.ahead
        problems = renewed(Order(self.root, date.fromisoformat(DAY)), renewal)
        shown = self.preview.shown
        ahead = [each for each, news in self.preview.state.ahead.items() if before.get(each) != news]
        self.ahead.append({each: shown.content(f"{each}index.html") or b"" for each in ahead})
        return problems


@pytest.mark.slow
def test_open_pages_come_ahead_just_as_the_site_will_have_them(tmp_path: Path) -> None:
    """A KPI's page and an overview are loaded once; a page that nobody has open waits for the site."""
    tabs = _Tabs(tmp_path)
    tabs.edited("data/shop.csv", FIGURES, KPI, HOME)
    ahead = tabs.edited("data/shop.csv", EDITED, KPI, HOME, BROKEN)
    assert sorted(ahead) == [HOME, KPI]
    assert b"27.5" in ahead[KPI]
    assert {each: tabs.preview.shown.content(f"{each}index.html") for each in ahead} == ahead
    assert sorted(tabs.preview.state.ahead) == [HOME, KPI]


@pytest.mark.slow
def test_a_page_that_gets_another_frame_comes_with_its_site(tmp_path: Path) -> None:
    """Another title stands in the navigation too, which no page has before the whole site is there."""
    tabs = _Tabs(tmp_path)
    tabs.edited("data/shop.csv", FIGURES, KPI)
    renamed = SCORECARD.replace("name: Repeat purchase rate", "name: Share of repeat customers")
    assert tabs.edited("scorecard/shop.yml", renamed, KPI) == {}
    assert b"Share of repeat customers" in (tabs.preview.shown.content(f"{KPI}index.html") or b"")


@pytest.mark.slow
def test_a_further_edit_is_not_kept_waiting_by_a_thousand_pages(tmp_path: Path) -> None:
    """A build gives way before its next page too; the site stands as it was until the build that follows."""
    root = shop(tmp_path)
    order = Order(root, date.fromisoformat(DAY))
    changed: list[str] = []
    preview = Preview(partial(renewed, order), ShownFiles(preview_site(root)), lambda: changed == ["pages"])
    preview.refresh()
    before = preview.shown.content(f"{KPI}index.html")
    (root / "data/shop.csv").write_text(EDITED, encoding="utf-8")
    preview.began = lambda steps: changed.extend(["pages"] * (steps[-1] == "Writing the pages"))  # type: ignore[method-assign]
    assert preview.refresh() is None
    assert preview.shown.content(f"{KPI}index.html") == before
    changed.append("over")
    assert preview.refresh() is not None
    assert b"27.5" in (preview.shown.content(f"{KPI}index.html") or b"")
