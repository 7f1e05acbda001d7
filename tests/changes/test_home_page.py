"""The home page of a scorecard from nothing red to nothing there: cards, what folds, and what to write next."""

from __future__ import annotations

import re
from typing import Any

import pytest

from bsc_site.render.pages.site_pages import SiteMaterial, render_pages
from tests.builders.small_projects import assessed, kpi, monthly, project, readings

AIM = [{"period": "2026-12", "value": 10}]


def _pages(*kpis: dict[str, Any], figures: dict[str, list[float]] | None = None, **keys: Any) -> dict[str, str]:
    found = [readings(name, monthly(values)) for name, values in (figures or {}).items()]
    whole = assessed(project(*kpis, **keys), *found)
    return {page.address: page.markdown for page in render_pages(SiteMaterial(whole))}


def _many(count: int, **keys: Any) -> list[dict[str, Any]]:
    return [kpi(id=f"k{number}", name=f"K {number}", **keys) for number in range(count)]


def _words(markdown: str) -> str:
    body = re.sub(r"<(svg|template).*?</\1>|<[^>]+>", " ", markdown.split("---\n", 2)[2], flags=re.DOTALL)
    return re.sub(r"\s+", " ", re.sub(r"&#(\d+);", lambda match: chr(int(match[1])), body))


@pytest.mark.parametrize(("red", "shown", "folds"), [(0, 0, False), (3, 3, False), (5, 5, True), (18, 15, True)])
def test_three_cards_stand_open_and_the_rest_folds(red: int, shown: int, folds: bool) -> None:  # noqa: FBT001
    """Beyond 15 the table of all is the better place."""
    kpis = _many(max(red, 1), targets=AIM, path="step", thresholds={"red_flag": 8})
    values = [1.0, 1.0] if red else [11.0, 11.0]
    home = _pages(*kpis, figures={each["id"]: values for each in kpis})[""]
    assert (home.count("bsc-action__name"), "bsc-more" in home) == (shown, folds)
    assert (f"and {red - 3} more KPIs" in home) is folds
    assert ("and 3 more KPIs: " in _words(home)) is (red > 15)


def test_all_red_says_so_and_names_the_period() -> None:
    """The worst first; nothing moved between the two months."""
    kpis = _many(4, targets=AIM, path="step", thresholds={"red_flag": 8})
    home = _words(_pages(*kpis, figures={each["id"]: [1.0] * 12 for each in kpis})[""])
    assert "All 4 KPIs need action. No status changed in December 2025." in home


def test_without_any_figure_it_says_which_line_to_write_where() -> None:
    """With the id of the first KPI and the next period that is wanted."""
    home = _words(_pages(*_many(2, targets=AIM, due="15 days"))[""])
    assert "None of the 2 KPIs has a figure yet." in home
    assert "into a CSV file below data/, such as data/figures.csv, one line for each: kpi,period,value k0,2025-" in home
    assert "No KPI has figures of two periods yet" in home


def test_figures_without_a_target_ask_for_one() -> None:
    """Nothing is scored, and the page says what it takes."""
    home = _words(_pages(kpi(), figures={"k": [1.0, 2.0]})[""])
    assert "No KPI of this scorecard is scored." in home
    assert "below the id k, what is to be reached by when: targets: [{period: 2026, value: …}]" in home


def test_a_scorecard_with_a_status_asks_for_nothing() -> None:
    """One KPI with a status is a beginning."""
    assert "bsc-todo" not in _pages(kpi(targets=AIM), figures={"k": [11.0, 12.0]})[""]


def test_a_strategy_without_words_says_where_they_go() -> None:
    """And nothing is asked for where there are some."""
    assert "Next: write it into its file, below its id: mission: …" in _words(_pages(kpi())["strategy/"])
    assert "bsc-todo" not in _pages(kpi(), vision="Nobody is left alone")["strategy/"]
