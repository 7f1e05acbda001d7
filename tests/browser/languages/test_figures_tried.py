"""Figures that a script works out are written as the language of the site writes them."""

from __future__ import annotations

from pathlib import Path

import pytest
from playwright.sync_api import Browser

from tests.browser.demo import reading
from tests.builders.program import called
from tests.builders.project_folders import write

pytestmark = pytest.mark.browser

SCORECARD = """\
id: one
title: Firma
perspectives:
  - id: p
    name: Finanzen
    objectives: [{id: o, name: Wachsen, kpis: [umsatz]}]
kpis:
  - id: umsatz
    name: Umsatz
    unit: EUR
    direction: higher
    targets: [{period: 2026-06, value: 12000}]
    thresholds: {red_flag: 6000}
"""
ROWS = "".join(f"umsatz,2026-{month:02},{9000 + month}.25\n" for month in range(1, 7))


def test_a_gap_that_is_tried_out_has_the_signs_of_the_language(browser: Browser, tmp_path: Path) -> None:
    """Of German: a point parts thousands, a comma stands before decimals, the sign of a currency behind."""
    root = write(
        tmp_path,
        {
            "mkdocs.yml": "site_name: Firma\ntheme: {name: material, language: de}\n",
            "scorecard/one.yml": SCORECARD,
            "data/figures.csv": f"kpi,period,value\n{ROWS}",
        },
    )
    ran = called("build", "-C", root, "--as-of", "2026-07-01")
    assert ran.code == 0, ran.out + ran.err
    with reading(browser, (root / "build" / "site").as_uri()) as reader:
        assert "9.006,25 €" in reader.open("kpis/umsatz/index.html").locator("article").inner_text()
        page = reader.turn_to("scorecard/index.html")
        page.get_by_role("button", name="Was wäre, wenn").click()
        row = page.locator("tr[data-places]", has_text="Umsatz")
        assert row.locator("input").input_value() == "9006.25"
        row.locator("input").fill("7000.5")
        assert row.evaluate("row => row.cells[5].textContent") == "−4.999,5"
        assert reader.complaints == []
