"""Pages and published data tell signal and chance alike: icon, word, sentence, number."""

from __future__ import annotations

import json
import re
from datetime import date
from pathlib import Path
from typing import Any

import numpy as np
import pytest
import yaml

from bsc_site.model.concluded.project_assessment import Assessment
from bsc_site.model.period import parse_period
from bsc_site.model.vocabularies import Assurance, Variation
from bsc_site.pipeline import Order, examine
from bsc_site.publish.data_files.api import documents
from bsc_site.render.pages.site_pages import SiteMaterial, render_pages
from bsc_site.render.views.kpi_views.signal_icons import assurance_icon, variation_icon

NOISE: list[float] = np.random.default_rng(4).normal(0, 1, 36).tolist()
SERIES = {
    "jump": [20 + each / 4 for each in NOISE[:35]] + [40.0],
    "calm": [20 + each for each in NOISE[:35]] + [19.0],
    "good": [60 + each for each in NOISE],
    "short": [1.0, 2.0],
}


@pytest.fixture(scope="module")
def shop(tmp_path_factory: pytest.TempPathFactory) -> Assessment:
    """Four KPIs: one that jumped, one that is calm, one far above its target, one with two values."""
    kpis: list[dict[str, Any]] = [
        {"id": name, "name": name, "unit": "%", "targets": [{"period": "2024-12", "value": 21}]} for name in SERIES
    ]
    rows = {"id": "all", "name": "All", "objectives": [{"id": "every", "name": "Every", "kpis": list(SERIES)}]}
    first = parse_period("2021-10")
    lines = [f"{name},{first.shift(at)},{value!r}" for name, each in SERIES.items() for at, value in enumerate(each)]
    root: Path = tmp_path_factory.mktemp("shop")
    for path, text in {
        "scorecard/shop.yml": yaml.safe_dump({"id": "shop", "title": "Shop", "perspectives": [rows], "kpis": kpis}),
        "data/all.csv": "\n".join(["kpi,period,value", *lines]) + "\n",
        "mkdocs.yml": "site_name: Shop\n",
    }.items():
        (root / path).parent.mkdir(parents=True, exist_ok=True)
        (root / path).write_text(text, encoding="utf-8")
    examination = examine(Order(root, date(2024, 10, 5)))
    assert examination.assessment is not None, [each.message for each in examination.problems]
    return examination.assessment


@pytest.fixture(scope="module")
def pages(shop: Assessment) -> dict[str, str]:
    """Address to Markdown."""
    return {page.address: page.markdown for page in render_pages(SiteMaterial(shop))}


def test_a_jump_is_told_on_its_page(pages: dict[str, str]) -> None:
    """In the head, in the answer to whether it is real, and in the table of figures."""
    page = pages["kpis/jump/"]
    assert page.count("Real improvement") == 1
    assert "A real improvement, not noise&#58; Sep 2024 is above the upper limit of natural variation." in page
    assert "<td>Above natural variation</td>" in page
    assert page.count("<td>In a long run below the mean</td>") > 15


def test_a_chance_is_told_on_its_page_with_what_it_takes(pages: dict[str, str]) -> None:
    """As a sentence, and as a change a month in points."""
    page = re.sub(r"<[^>]*>", "", pages["kpis/calm/"])
    assert re.search(r"\d+ % likely to reach 21.00 % by Dec 2024 it takes &#43;[\d.]+ points a month from here", page)


def test_the_scorecard_table_sorts_by_chance(shop: Assessment, pages: dict[str, str]) -> None:
    """The places of the rows are those of the published chances; without a forecast there is none."""
    found = re.findall(r'data-places="([\d,]*)".*?kpis/(\w+)/index', pages["scorecard/"])
    places = {kpi: row.split(",")[6] for row, kpi in found}
    chances = {kpi: each.forecast.next_chance for kpi, each in shop.kpis.items()}
    assert {kpi for kpi, place in places.items() if not place} == {k for k, each in chances.items() if each is None}
    known = [kpi for kpi, place in sorted(places.items(), key=lambda pair: pair[1]) if place]
    assert [chances[kpi] for kpi in known] == sorted(each for each in chances.values() if each is not None)
    assert "" in places.values()


def test_published_chances_are_those_of_the_assessment(shop: Assessment) -> None:
    """In the list of KPIs and in each KPI's own file."""
    files = documents(shop, ())
    entries = {each["id"]: each for each in json.loads(files["api/v1/scorecard.json"])["kpis"]}
    for name, found in shop.kpis.items():
        own = json.loads(files[f"api/v1/kpis/{name}.json"])
        assert entries[name]["chance"] == pytest.approx(found.forecast.next_chance)
        assert [each["probability"] for each in own["chance"]] == pytest.approx(
            [each.probability for each in found.forecast.chances]
        )
        assert len(own["forecast"]["value"]) == len(found.forecast.points)
    assert (entries["jump"]["variation"], entries["good"]["assurance"]) == ("improvement_high", "pass")
    assert entries["short"]["variation"] is entries["short"]["assurance"] is entries["short"]["chance"] is None


def test_every_icon_differs_in_shape() -> None:
    """Not by colour alone."""
    paths = [re.findall(r' d="([^"]+)"', variation_icon(each))[0] for each in Variation]
    told = {each: path for each, path in zip(Variation, paths, strict=True) if not each.value.startswith("neutral")}
    assert len(set(told.values())) == len(told)
    assert len({str(assurance_icon(each)) for each in Assurance}) == len(Assurance)
