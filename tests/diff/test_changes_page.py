"""The page of changes shows what is declared otherwise than a month ago, for those who may see it."""

from __future__ import annotations

import html
import re
from datetime import date
from pathlib import Path

from bsc_site.compute.audience import Circle
from bsc_site.outcomes import Order
from bsc_site.pipeline import examine
from bsc_site.render.pages.site_pages import SiteMaterial, render_pages
from tests.builders.program import FIGURES, SCORECARD, shop
from tests.builders.repositories import begun, commit

EDITED = (
    SCORECARD.replace("value: 30", "value: 60", 1)
    .replace("owner: ann\n        kpis", "owner: bob\n        kpis")
    .replace("kind: leading", "kind: lagging")
    .replace("people: [", "people: [{id: bob, name: Bob}, ")
    .replace("kpis:\n  - id", "kpis:\n  - {id: secret, name: Secret plan, audience: board, direction: none}\n  - id")
)


def _page(folder: Path, edited: str, figures: str = FIGURES) -> str:
    """The words of the page, after an edit of what was committed three months before."""
    commit(begun(shop(folder)), "2025-04-01")
    shop(folder, scorecard=edited, figures=figures)
    found = examine(Order(folder, date(2025, 7, 10), Circle.WIDEST)).assessment
    assert found is not None
    pages = {page.address: page.markdown for page in render_pages(SiteMaterial(found))}
    return re.sub(r"\s+", " ", html.unescape(re.sub(r"<[^>]+>", " ", pages["changes/"])))


def test_each_kind_of_edit_stands_under_its_heading(tmp_path: Path) -> None:
    words = _page(tmp_path, EDITED)
    assert "Targets that were moved Repeat purchase rate KPI: 60 % by Dec 2025, before that 30 %" in words
    assert "Definitions that were edited Repeat purchase rate KPI: kind: lagging, before that leading" in words
    assert "Owners that changed Earn repeat customers objective: owner: Bob, before that Ann" in words
    assert "New elements Bob person: bob" in words


def test_what_is_hidden_from_its_readers_is_on_no_page(tmp_path: Path) -> None:
    assert "Secret" not in _page(tmp_path, EDITED)


def test_edits_are_news_where_no_figure_is(tmp_path: Path) -> None:
    alone = "kpi,period,value\nrepeat-rate,2025-06,26\n"
    words = _page(tmp_path, SCORECARD.replace("kind: leading", "kind: lagging"), alone)
    assert "No figure is news; 1 thing is declared otherwise than a month ago." in words


def test_without_an_edit_there_is_no_heading(tmp_path: Path) -> None:
    assert "Targets that were moved" not in _page(tmp_path, SCORECARD)
