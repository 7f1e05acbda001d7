"""Markup in every text field of a scorecard comes out of a real build as text."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
import yaml
from lxml import html
from mkdocs.commands.build import build
from mkdocs.config import load_config

from bsc_site.render.pages.nav import navigation
from bsc_site.render.pages.site_pages import SiteMaterial, render_pages
from tests.builders.company import assessed_company, company, department

NASTY = "<script>alert(1)</script> {{ config.site_name }} *b* [x](y) a|b `c`"
TEXTS = {
    "name", "title", "description", "purpose", "formula_in_words", "question", "mission", "vision", "because", "role",
    "team", "email", "source", "note", "unit",
}  # fmt: skip
EXTENSIONS = ["abbr", "admonition", "attr_list", "def_list", "footnotes", "md_in_html", "tables", "toc"]


def _nasty(value: Any, key: str = "") -> Any:
    """The same declaration with the nasty text added to every text field."""
    if isinstance(value, dict):
        return {each: _nasty(inside, each) for each, inside in value.items()}
    if isinstance(value, list):
        return [_nasty(each) for each in value]
    return f"{value} {NASTY}" if key in TEXTS else value


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The built site of a company whose every text is nasty."""
    root = tmp_path_factory.mktemp("nasty")
    assessment = assessed_company(_nasty(company()), _nasty(department()))
    for page in render_pages(SiteMaterial(assessment)):
        path = root / "docs" / page.source_path
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(page.markdown, encoding="utf-8")
    settings = {
        "site_name": "Site",
        "theme": {"name": "material", "font": False},
        "use_directory_urls": False,
        "nav": navigation(assessment),
        "markdown_extensions": EXTENSIONS,
        "plugins": ["search"],
    }
    (root / "mkdocs.yml").write_text(yaml.safe_dump(settings), encoding="utf-8")
    build(load_config(str(root / "mkdocs.yml")))
    return root / "site"


def _documents(site: Path) -> dict[str, html.HtmlElement]:
    return {str(each.relative_to(site)): html.parse(each).getroot() for each in site.rglob("index.html")}


@pytest.mark.slow
def test_no_script_of_a_text_field_runs(site: Path) -> None:
    """Neither in the article nor in title, nav or header."""
    found = {
        name for name, root in _documents(site).items() for each in root.iter("script") if "alert(1)" in str(each.text)
    }
    assert found == set()


@pytest.mark.slow
@pytest.mark.parametrize(
    ("page", "place"),
    [
        ("kpis/nps/index.html", "//title"),
        ("kpis/nps/index.html", "//h1"),
        ("kpis/nps/index.html", "//nav//a"),
        ("kpis/nps/index.html", "//dd"),
        ("objectives/loyal/index.html", "//li[contains(., 'because')]"),
        ("scorecard/index.html", "//td"),
        ("perspectives/customer/index.html", "//th"),
        ("strategy/index.html", "//article//p"),
        ("people/ann/index.html", "//h1"),
    ],
)
def test_a_nasty_text_is_read_as_written(site: Path, page: str, place: str) -> None:
    """In the place where it belongs, character by character."""
    found = html.parse(site / page).getroot().xpath(place)
    texts = [str(each) if isinstance(each, str) else str(each.xpath("string()")) for each in found]
    assert any(NASTY in " ".join(each.split()) for each in texts)


@pytest.mark.slow
def test_the_search_index_holds_text_only(site: Path) -> None:
    """The theme shows titles and texts of the index as HTML, so markup in them would run."""
    entries = json.loads((site / "search" / "search_index.json").read_text(encoding="utf-8"))["docs"]
    live = [entry["location"] for entry in entries if "<script" in entry["title"] + entry["text"]]
    told = [
        entry for entry in entries if "alert(1)" in str(html.fromstring(f"<p>{entry['title']}</p>").xpath("string()"))
    ]
    assert (live, bool(told)) == ([], True)


@pytest.mark.slow
def test_long_tables_stay_out_of_the_search_index(site: Path) -> None:
    """The name of a KPI is found, the rows of figures are not."""
    index = (site / "search" / "search_index.json").read_text(encoding="utf-8")
    assert ("Net promoter score" in index, "Nov 2024" in index) == (True, False)
