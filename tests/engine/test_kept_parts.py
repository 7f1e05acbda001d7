"""Markup that the search leaves out goes around the engine's parsers, and the site is the same."""

from __future__ import annotations

import re
from pathlib import Path
from types import SimpleNamespace

import pytest
import yaml

from bsc_site.load.settings.own_settings import read_own_settings
from bsc_site.publish.engine import search_hook
from bsc_site.publish.engine.generated_settings import Wishes, config_text
from bsc_site.publish.engine.search_hook import light
from bsc_site.render.page import Page
from tests.builders.project_folders import files_of
from tests.builders.publications import edition, published, site_folder
from tests.engine.documents import document

TABLE = '<table class="bsc-table" data-search-exclude><tr id="a"><td>1 < 2 &amp; <b>3</b></td></tr></table>'
NESTED = '<details class="bsc-x" open data-search-exclude><details>inner</details> rest</details>'
FIGURE = '<section class="bsc-figure" data-search-exclude><svg viewBox="0 0 1 1"><path d="M0,0"/></svg></section>'
LUNR = "assets/javascripts/lunr/"
STEMMERS = ("min/lunr.de.min.js", "min/lunr.ja.min.js", "min/lunr.multi.min.js", "min/lunr.stemmer.support.min.js")
OF_LANGUAGES = ("tinyseg.js", "wordcut.js", *STEMMERS)


def _page(content: str = "") -> SimpleNamespace:
    return SimpleNamespace(file=SimpleNamespace(src_uri="index.md"), content=content)


def _there_and_back(markdown: str) -> tuple[str, str]:
    short = search_hook.on_page_markdown(markdown, _page())
    page = _page(short)
    search_hook.on_page_context({}, page)
    return short, page.content


@pytest.mark.parametrize("part", [TABLE, NESTED, FIGURE])
def test_a_part_is_taken_out_and_put_back(part: str) -> None:
    """With elements of its own kind inside, and text on both sides."""
    short, whole = _there_and_back(f"# Title\n\n{part}\n\nText\n\n<div>{part}</div>\n")
    assert whole == f"# Title\n\n{part}\n\nText\n\n<div>{part}</div>\n"
    assert part not in short


def test_anchors_of_a_part_stay_for_those_who_link_to_them() -> None:
    """The engine checks anchors while the part is away."""
    assert 'id="a"' in _there_and_back(TABLE)[0]


@pytest.mark.parametrize(
    "text",
    [
        f"```html\n{TABLE}\n```",
        f"    {TABLE}",
        f"Write `{TABLE}` here",
        TABLE.removesuffix("</table>"),
        TABLE.replace("bsc-table", "mine"),
    ],
)
def test_everything_else_stays_where_it_is(text: str) -> None:
    """Code that shows such markup, an element without an end, and other people's tables."""
    assert _there_and_back(text) == (text, text)


@pytest.mark.slow
def test_the_site_is_the_same_without_the_hook(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The search index byte for byte, and pages as a browser reads them, but for what the frame says and leaves out."""
    what = edition(Page("", "Home", f"# Home\n\n{FIGURE}\n\nWords\n\n<div>{TABLE}</div>\n"))
    with_hook = files_of(published(site_folder(tmp_path / "one"), what).site)
    monkeypatch.setattr("bsc_site.publish.engine.generated_settings._hooks", lambda *_: None)
    without = files_of(published(site_folder(tmp_path / "two"), what).site)
    without = {path: each for path, each in without.items() if not (path.endswith(".map") or path.startswith(LUNR))}
    pages = {path for path in without if path.endswith(".html")}
    assert len(without["index.html"]) > 1.2 * len(with_hook["index.html"])
    assert {path: each for path, each in without.items() if path not in pages} == {
        path: each for path, each in with_hook.items() if path not in pages
    }
    for path in pages:
        assert _framed(with_hook[path]) == _framed(without[path])
    assert light(TABLE).encode() in with_hook["index.html"]


_LEFT_OUT = (
    r'(?<=role="dialog") aria-label="[^"]+"| xmlns="http://www.w3.org/2000/svg"| data-search-exclude|'
    r' class="bsc-glyph--\w+"| viewBox="0 0 24 24"|<path d="[^"]+"/>|<div data-md-component="announce">\s*</div>|'
    r'if\("\(prefers-color-scheme\)".*?\}(?=for)|<script>var target=.*?</script>|'
    r"<meta http-equiv=Content-Security-Policy[^>]*>"
)


def _framed(page: bytes) -> list[tuple[str, str]]:
    return document(re.sub(_LEFT_OUT, "", page.decode(), flags=re.DOTALL))


def test_white_space_that_counts_stays() -> None:
    """Where a page of ours shows something as it was typed."""
    typed = "<pre>\n  a\n\n  &#123;</pre>"
    around = (f"<p>a\n\n  b{typed}\n\n <p>c", f"<p>a\nb{typed}\n<p>c")
    for output, expected in (("<p>a\n\n  b", "<p>a\nb"), ("<pre>\n  a", "<pre>\n  a"), around):
        search_hook.on_page_markdown(TABLE, _page())
        assert search_hook.on_post_page(output, _page()) == expected
    assert search_hook.on_post_page("<p>a\n\n  b", _page()) == "<p>a\n\n  b"


@pytest.mark.parametrize(
    ("settings", "hooks"),
    [
        ("site_name: D\n", ["search_hook.py", "page_filling.py", "frame_hook.py"]),
        ("plugins: [search]\n", ["search_hook.py", "page_filling.py", "frame_hook.py"]),
        ("markdown_extensions: [tables]\n", ["search_hook.py", "page_filling.py", "frame_hook.py"]),
        ("markdown_extensions: [smarty]\n", ["search_hook.py", "frame_hook.py"]),
        ("theme: {name: material, custom_dir: own}\n", ["search_hook.py", "frame_hook.py"]),
        ("plugins: [search, print-site]\n", ["frame_hook.py"]),
        ("hooks: [mine.py]\n", ["../mine.py", "frame_hook.py"]),
    ],
)
def test_it_stays_away_from_projects_that_may_want_whole_pages(tmp_path: Path, settings: str, hooks: list[str]) -> None:
    """Their plugins and hooks see what they would see without it."""
    site_folder(tmp_path, {"mkdocs.yml": settings})
    text = config_text(read_own_settings(tmp_path), Wishes("Scorecard"), ()).replace("!!python/name:", "!!str #")
    assert yaml.safe_load(text).get("hooks") == [*hooks, "script_origin.py", "policy_hook.py"]


@pytest.mark.parametrize(("features", "spelling"), [(["navigation.instant"], "xlink:href"), (None, "href")])
def test_links_of_a_drawing_survive_instant_navigation(features: list[str] | None, spelling: str) -> None:
    """It would stop at a plain `href` inside an SVG."""
    drawn = '<svg><a class="bsc-map__box x" {}="a/"></a><a class="bsc-map__arrow" {}="b/"></a></svg><a href="c/"></a>'
    page = _page(drawn.format("href", "href"))
    search_hook.on_page_context({}, page, config=SimpleNamespace(theme={"features": features}))
    assert page.content == drawn.format(spelling, spelling)


@pytest.mark.parametrize(
    ("languages", "left"),
    [
        (["en"], ()),
        (["de"], (STEMMERS[0], STEMMERS[3])),
        (["en", "ja"], ("tinyseg.js", *STEMMERS[1:])),
        (None, OF_LANGUAGES),
    ],
)
def test_scripts_of_languages_in_which_nobody_searches_are_left_out(
    languages: list[str] | None, left: tuple[str, ...]
) -> None:
    """Those stay that the theme's search imports for its languages, and what the project has put there itself."""
    theme = [SimpleNamespace(src_uri=f"{LUNR}{each}", src_dir="theme") for each in OF_LANGUAGES]
    own = [SimpleNamespace(src_uri=each, src_dir="docs") for each in ("index.md", f"{LUNR}min/lunr.it.min.js")]
    plugins = {"material/search": SimpleNamespace(config={"lang": languages})}
    kept = search_hook.on_files([*theme, *own], SimpleNamespace(plugins=plugins, docs_dir="docs"))
    assert [each.src_uri for each in kept] == [*(f"{LUNR}{each}" for each in left), *(each.src_uri for each in own)]


@pytest.mark.parametrize(
    ("language", "left"),
    [("en", set[str]()), ("de", {"lunr.de.min.js", "lunr.stemmer.support.min.js"})],
)
def test_a_site_has_every_script_that_its_search_imports(tmp_path: Path, language: str, left: set[str]) -> None:
    settings = f"site_name: A\ntheme: {{name: material, language: {language}}}\n"
    site = published(site_folder(tmp_path, {"mkdocs.yml": settings})).site
    assert {each.name for each in (site / LUNR).rglob("*.js")} == left
