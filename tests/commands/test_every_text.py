"""Whatever people write into a text field is shown as a text and does nothing else."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from lxml import etree, html

from tests.builders.program import DAY, run
from tests.commands.every_text import Say, draw_project

MARKUP = (
    "<script>alert(1)</script> {{ 7*7 }} {% x %} [l](javascript:alert(2)) *b* _i_ `c` # h | p & \" ' \\ "
    "![i](http://evil.example/x.png) <img src=x onerror=alert(3)> [[w]] ^[fn] :smile: ~~s~~ {: .evil onclick=alert(4) }"
)
BREAKS = "a\n\n# b\n- c\n    d\n\n<div>\n---\n=== \u202e\u2066 \U0001f600 \u0301\u0301 \u2028 \x85 \t é"
HEADLINES = "//article//h1 | //body[not(.//article)]//h1"
ENDLESS = "x" * 5_000 + " " + "lorem ipsum " * 420


def _built(root: Path, say: Say) -> Path:
    told = run("build", "-C", draw_project(root, say), "--as-of", DAY)
    assert (told.code, [line for line in told.lines if " error " in line]) == (0, [])
    return root / "build" / "site"


@pytest.fixture(scope="module")
def marked(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The site of a project with markup of all kinds in every text."""
    return _built(tmp_path_factory.mktemp("marked"), lambda field: f"{field} {MARKUP}")


def _pages(site: Path) -> Iterator[tuple[str, html.HtmlElement]]:
    for page in sorted(site.rglob("*.html")):
        yield page.relative_to(site).as_posix(), html.fromstring(page.read_bytes())


@pytest.mark.slow
def test_markup_in_a_text_is_no_markup_of_the_page(marked: Path) -> None:
    """No script, no handler, no address, no class and no picture comes from a text."""
    found = [
        (page, each.tag, name)
        for page, root in _pages(marked)
        for each in root.iter("*")
        for name, value in each.attrib.items()
        if name.startswith("on")
        or str(value).strip().startswith("javascript:")
        or (name in {"src", "class"} and "evil" in str(value))
        or (name == "href" and str(value).startswith("http://evil"))
    ]
    scripts = [page for page, root in _pages(marked) for each in root.iter("script") if "alert(" in str(each.text)]
    assert (found, scripts) == ([], [])


@pytest.mark.slow
def test_templates_in_a_text_are_left_for_no_engine(marked: Path) -> None:
    """Neither evaluated nor standing in a page as they were written."""
    braces = [page for page in sorted(marked.rglob("*.html")) if re.search(r"\{\{|\{%", page.read_text("utf-8"))]
    assert braces == []


@pytest.mark.slow
@pytest.mark.parametrize(
    ("page", "field"),
    [
        ("strategy/index.html", "mission"),
        ("kpis/a/index.html", "description"),
        ("kpis/a/index.html", "note"),
        ("kpis/a/index.html", "source of the benchmark"),
        ("kpis/a/index.html", "on_track"),
        ("objectives/loyal/index.html", "about the objective"),
        ("initiatives/i/index.html", "milestone"),
        ("people/ann/index.html", "role"),
        ("perspectives/p/index.html", "question"),
    ],
)
def test_a_text_stands_on_its_page_as_it_was_written(marked: Path, page: str, field: str) -> None:
    """Letter by letter."""
    words = str(html.fromstring((marked / page).read_bytes()).xpath("string()"))
    assert f"{field} {MARKUP}" in " ".join(words.split())


@pytest.mark.slow
def test_published_files_stay_well_formed(marked: Path) -> None:
    """JSON without NaN, XML and SVG; the search index holds no markup."""

    def refuse(word: str) -> None:
        raise AssertionError(word)

    texts = [json.loads(each.read_text("utf-8"), parse_constant=refuse) for each in marked.rglob("*.json")]
    trees = [etree.parse(each) for each in marked.rglob("*") if each.suffix in {".xml", ".svg"}]
    index = (marked / "search" / "search_index.json").read_text("utf-8")
    assert (len(texts) > 5, len(trees) > 0, "<script" in index) == (True, True, False)


@pytest.mark.slow
@pytest.mark.parametrize("text", [BREAKS, ENDLESS], ids=["line breaks", "10,000 letters"])
def test_other_odd_texts_are_published_too(text: str, tmp_path: Path) -> None:
    """Each page has one headline of the first rank."""
    site = _built(tmp_path, lambda field: f"{field} {text}")
    headlines = {page: len(root.xpath(HEADLINES)) for page, root in _pages(site) if page != "404.html"}
    assert set(headlines.values()) == {1}
