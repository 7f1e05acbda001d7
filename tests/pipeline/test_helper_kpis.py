"""Hidden KPIs: they help to compute others, and are seen nowhere."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from bsc_site.model.declared.scorecard import StatusNames
from bsc_site.model.problem import Severity
from bsc_site.pipeline import Examination, Order, examine
from bsc_site.publish.data_files.api import documents
from bsc_site.publish.data_files.badges import badges
from bsc_site.publish.subscriptions.feed import feeds
from bsc_site.render.pages.site_pages import SiteMaterial, render_pages
from bsc_site.wording.calculations.calculation_text import calculation_steps
from tests.builders.project_folders import write

SCORECARD = """\
id: shop
title: Shop
perspectives: [{id: p, name: P, objectives: [{id: o, name: O, kpis: [rate], owner: kim}]}]
people: [{id: kim, name: Kim}]
kpis:
  - {id: again, name: Customers who came again, hidden: true, %s}
  - {id: buyers, name: All customers, hidden: true}
  - {id: rate, name: Repeat rate, owner: kim, unit: "%%", description: D, formula: again / buyers * 100}
"""
ROWS = "kpi,period,value\nagain,2026-08,3\nbuyers,2026-08,10\nagain,2026-09,4\nbuyers,2026-09,10\n"


def examined(folder: Path, more: str = "unit: count") -> Examination:
    write(folder, {"scorecard/shop.yml": SCORECARD % more, "data/figures.csv": ROWS})
    return examine(Order(folder, date(2026, 10, 3)))


def test_they_are_computed_with_and_shown_nowhere(tmp_path: Path) -> None:
    found = examined(tmp_path)
    assert found.assessment is not None
    assert list(found.assessment.kpis) == ["rate"]
    pages = {each.address: each.markdown for each in render_pages(SiteMaterial(found.assessment))}
    files = {**documents(found.assessment, ()), **badges(found.assessment), **feeds(found.assessment, "https://a.b/")}
    assert not [name for name in (*pages, *files) if "again" in name or "buyers" in name]
    assert {address for address, text in pages.items() if "came again" in text} == {"kpis/rate/"}


def test_the_kpi_that_uses_them_names_them(tmp_path: Path) -> None:
    found = examined(tmp_path)
    assert found.assessment is not None
    steps = calculation_steps(found.assessment.kpis["rate"], StatusNames())
    assert steps[0] == (
        "Sep 2026: 40 %, computed from again / buyers * 100 with again (Customers who came again) = 4, "
        "buyers (All customers) = 10"
    )


def test_nobody_is_asked_for_their_owner_or_their_definition(tmp_path: Path) -> None:
    told = [str(each) for each in examined(tmp_path).problems]
    assert not [each for each in told if "kpis[0]" in each or "kpis[1]" in each]


def test_their_data_is_checked_as_any_other(tmp_path: Path) -> None:
    found = examined(tmp_path, "source: {file: data/again.csv, value: n, period: month}")
    wrong = [each.code for each in found.problems if each.severity is Severity.ERROR]
    assert wrong == ["BSC301"]
