"""One build makes a whole site in each language, that of the first at the top, and no page is without its others."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest
from selectolax.lexbor import LexborHTMLParser

from tests.builders.program import Ran, called
from tests.builders.project_folders import files_of
from tests.several_languages.polyglot import DAY, TWO, polyglot

CODES = ("en", "de", "ar", "nl")
PAGES = {"en": "", "de": "de/", "ar": "ar/", "nl": "nl/"}


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> tuple[Ran, Path]:
    """What a build in four languages says, and its site."""
    about = {"about": "# About\n", "about__de": "# Über uns\n", "only__de": "# Nur hier\n"}
    root = polyglot(tmp_path_factory.mktemp("polyglot"), **about)
    return called("build", "-C", root, "--as-of", DAY), root / "build" / "site"


def _page(site: Path, path: str) -> LexborHTMLParser:
    return LexborHTMLParser((site / path).read_text(encoding="utf-8"))


def _choice(page: LexborHTMLParser) -> dict[str, str]:
    found = page.css("a.md-select__link")
    return {str(each.attributes["hreflang"]): str(each.attributes["href"]) for each in found}


def _alternates(page: LexborHTMLParser) -> dict[str, str]:
    found = page.css("link[hreflang]")
    return {str(each.attributes["hreflang"]): str(each.attributes["href"]) for each in found}


STEMS = "assets/javascripts/lunr/min/"
"""What the search knows of the languages of a site."""


def test_every_language_has_the_whole_site(built: tuple[Ran, Path]) -> None:
    ran, site = built
    assert ran.code == 0, ran.err
    manifest = json.loads((site / "manifest.json").read_text("utf-8"))
    assert {"ar/kpis/repeat-rate/index.html", "kpis/repeat-rate/index.html"} <= manifest["files"].keys()
    below = {
        code: {name.removeprefix(folder) for name in files_of(site) if _of(name) == folder}
        for code, folder in PAGES.items()
    }
    parts = {code: {name for name in names if not name.startswith(STEMS)} for code, names in below.items()}
    assert parts["en"] - {".bsc-site", "manifest.json"} == parts["ar"] == parts["nl"]
    assert parts["de"] - parts["nl"] == {"only.html"}
    assert f"{STEMS}lunr.de.min.js" in below["de"] - below["nl"]
    assert {"index.html", "feed.xml", "search/search_index.json", "api/v1/scorecard.json"} <= below["ar"]


def _of(name: str) -> str:
    top = f"{name.split('/', maxsplit=1)[0]}/"
    return top if top in PAGES.values() else ""


@pytest.mark.parametrize(
    ("code", "language", "direction", "name"),
    [
        ("en", "en", None, "Repeat purchase rate"),
        ("de", "de", None, "Wiederkaufrate"),
        ("ar", "ar", "rtl", "معدل تكرار الشراء"),
        ("nl", "en", None, "Herhaalaankopen"),
    ],
)
def test_each_site_says_its_language_and_has_its_own_texts(
    built: tuple[Ran, Path], code: str, language: str, direction: str | None, name: str
) -> None:
    page = _page(built[1], f"{PAGES[code]}kpis/repeat-rate/index.html")
    root, heading = page.css_first("html"), page.css_first("h1")
    assert root is not None
    assert heading is not None
    assert (root.attributes["lang"], root.attributes.get("dir")) == (language, direction)
    assert heading.text().strip().startswith(name)
    index = json.loads((built[1] / PAGES[code] / "search" / "search_index.json").read_text(encoding="utf-8"))
    assert name in {each["title"] for each in index["docs"]}


def test_a_language_without_a_catalogue_is_said_in_one_line(built: tuple[Ran, Path]) -> None:
    said = [line for line in built[0].lines if "BSC520" in line and line.startswith("mkdocs.yml")]
    line = (
        "mkdocs.yml:2:44: BSC520 warning extra.bsc_site.languages[3]: there is no catalogue for 'nl', the pages stay "
        "English; write one of en, ar, de, es, fr, ja"
    )
    assert said == [line]


@pytest.mark.parametrize("path", ["index.html", "map/index.html", "kpis/repeat-rate/index.html"])
@pytest.mark.parametrize("code", CODES)
def test_a_page_leads_to_itself_in_every_language(built: tuple[Ran, Path], code: str, path: str) -> None:
    site = built[1]
    here = site / PAGES[code] / path
    page = _page(site, f"{PAGES[code]}{path}")
    to = {each: site / PAGES[each] / path for each in CODES}
    assert {each: (here.parent / way).resolve() for each, way in _choice(page).items()} == to
    assert {each: (here.parent / way).resolve() for each, way in _alternates(page).items()} == to | {
        "x-default": to["en"]
    }
    current = [each.attributes["hreflang"] for each in page.css("a.md-select__link[aria-current=true]")]
    assert current == [code]
    assert [each.text().strip() for each in page.css("a.md-select__link")] == [
        "English",
        "Deutsch",
        "العربية",
        "Nederlands",
    ]


def test_an_own_page_is_that_of_the_language(built: tuple[Ran, Path]) -> None:
    """And a page that stands in one language leads to the home page in the others, which say nothing of it."""
    site = built[1]
    titles = {code: _page(site, f"{folder}about.html").css_first("h1") for code, folder in PAGES.items()}
    assert [each.text().strip("¶ \n") for each in titles.values() if each] == ["About", "Über uns", "About", "About"]
    page = _page(site, "de/only.html")
    assert _choice(page) == {
        "en": "../index.html",
        "de": "../de/only.html",
        "ar": "../ar/index.html",
        "nl": "../nl/index.html",
    }
    assert _alternates(page) == {"de": "../de/only.html"}


def test_addresses_on_the_web_are_whole(tmp_path: Path) -> None:
    root = polyglot(tmp_path, f"{TWO}site_url: https://example.org/shop/\n")
    assert called("build", "-C", root, "--as-of", DAY).code == 0
    site = root / "build" / "site"
    page = _page(site, "de/kpis/repeat-rate/index.html")
    assert _alternates(page)["x-default"] == "https://example.org/shop/kpis/repeat-rate/index.html"
    assert _alternates(page)["de"] == "https://example.org/shop/de/kpis/repeat-rate/index.html"
    canonical = page.css_first("link[rel=canonical]")
    assert canonical is not None
    assert canonical.attributes["href"] == "https://example.org/shop/de/kpis/repeat-rate/index.html"
    ids = [re.findall("<id>(.*?)</id>", (site / folder / "feed.xml").read_text("utf-8"))[0] for folder in ("", "de/")]
    assert len(set(ids)) == 2
    assert "hreflang" not in (site / "404.html").read_text("utf-8").partition("</head>")[0]


def test_the_feeds_of_all_languages_have_names_of_their_own(built: tuple[Ran, Path]) -> None:
    ids = [re.findall("<id>(.*?)</id>", (built[1] / at / "feed.xml").read_text("utf-8"))[0] for at in PAGES.values()]
    assert len(set(ids)) == len(CODES)


@pytest.mark.parametrize(
    ("look", "first", "other"),
    [
        ("theme: {name: material, language: de}\n", "de", "en"),
        ("theme: {name: material, language: de-CH}\n", "de", "en"),
        ("", "en", "de"),
    ],
)
def test_the_language_of_the_theme_is_at_the_top(tmp_path: Path, look: str, first: str, other: str) -> None:
    root = polyglot(tmp_path, TWO + look)
    assert called("build", "-C", root, "--as-of", DAY).code == 0
    site = root / "build" / "site"
    assert {each.name for each in site.iterdir() if each.name in CODES} == {other}
    page = _page(site, "index.html").css_first("html")
    assert page is not None
    assert page.attributes["lang"] == first
