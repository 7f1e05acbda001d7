"""Pages that are made alike are filled into one that the engine rendered, and no byte of the site tells."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from bsc_site.publish.engine.run_engine import EngineReport, PythonEngine
from bsc_site.publish.filling.first_headings import EXAMPLES, FirstHeadings, is_plain
from bsc_site.publish.filling.leaf import leaf_of
from bsc_site.publish.filling.skeleton import Skeleton
from bsc_site.render.page import Page
from tests.builders.project_folders import files_of
from tests.builders.publications import HOME, PUBLISHED_ON, edition, published, site_folder

NAMES = (
    "Sales",
    "Profit &amp; loss",
    "Answers &lt; 5 days",
    "&quot;Very good&quot; ratings",
    "Kundinnen&#39; Zufriedenheit",
    "Zufriedenheit über alle Häuser (Σ)",
    "الرضا",
    "満足度",
    "Cost&#42;&#95;&#96;s",
    "bscsign",
    "Home",
)


DATA = {"data/nps.csv": b"period,value\n"}


def _page(number: int, name: str, more: str = "") -> Page:
    body = (
        f'<div class="bsc-hero" data-search-exclude>\n\n  <p id="value-{number}">{number} <b>{name}</b></p>\n</div>\n'
        f'<section class="bsc-answer">\n<h2 id="where">Where?</h2>\n\n<p>{name} is at {number}.</p>\n</section>\n'
        "<div><p>Write</p><pre>a:&#10;   <code> </code>  <code>b:  c&#10;&#10; </code>&#10;</pre></div>\n"
    )
    front = json.dumps(f"{name} of all", ensure_ascii=False)
    return Page(f"kpis/k{number}/", name, f"---\ntitle: {front}\nhide: [toc]\n---\n\n# {name}\n\n{body}{more}")


UNALIKE = [_page(90, "Other", "\nSome *Markdown*.\n")]


def _pages() -> list[Page]:
    links = "".join(f"[{number}](kpis/k{number}/index.md#where)\n" for number in range(len(NAMES)))
    home = Page("", "Home", f"{HOME.markdown.splitlines()[0]}\n\n{links}[v](kpis/k7/index.md#value-7)\n")
    return [
        home,
        *(_page(number, name) for number, name in enumerate(NAMES)),
        *UNALIKE,
    ]


class FullEngine(PythonEngine):
    """The engine without anything that is left to us."""

    def build(self, config_file: Path, site_dir: Path, asked: Path | None = None) -> EngineReport:
        """Make every page."""
        del asked
        return super().build(config_file, site_dir)


FULL = FullEngine("mkdocs", "mkdocs", PUBLISHED_ON)


@pytest.mark.slow
@pytest.mark.parametrize(
    "settings",
    [
        "site_name: Demo & Sons\n",
        "site_name: Demo\nsite_url: https://example.org/sub/\nrepo_url: https://example.org/a\n",
        "site_name: Demo\ntheme: {name: material, features: [navigation.instant, toc.integrate]}\n",
        "site_name: Demo\nplugins: []\n",
        "site_name: Demo\nmarkdown_extensions: [{toc: {permalink: '#'}}]\n",
    ],
)
def test_the_site_is_the_same_as_with_every_page_rendered(tmp_path: Path, settings: str) -> None:
    """Titles with signs, other scripts, words that the theme uses; with and without an address, a search, and more."""
    sites = []
    for name, engine in (("filled", None), ("full", FULL)):
        files = {f"assets/previews/{page}index.png": b"" for page in ("", "kpis/k1/")}
        what = edition(*_pages(), files={**DATA, **files})
        done = published(site_folder(tmp_path / name, {"mkdocs.yml": settings}), what, engine=engine)
        sites.append(files_of(done.site))
    assert sites[0] == sites[1]


@pytest.mark.slow
def test_pages_name_their_preview_where_the_site_has_an_address(tmp_path: Path) -> None:
    """Filled ones theirs, those without a picture that of the home page; nobody any where there is no address."""
    pictures = {f"assets/previews/kpis/k{number}/index.png": b"" for number in range(len(NAMES))}
    what = edition(*_pages(), files={**DATA, **pictures, "assets/previews/index.png": b""})
    texts = {}
    for name, more in (("with", "site_url: https://example.org/sub/\n"), ("without", "")):
        done = published(site_folder(tmp_path / name, {"mkdocs.yml": f"site_name: Demo\n{more}"}), what)
        texts[name] = {path: text.decode() for path, text in files_of(done.site).items() if path.endswith(".html")}
    assert not [path for path, text in texts["without"].items() if "og:" in text]
    for path, picture in {"kpis/k5/index.html": "kpis/k5/index", "kpis/k90/index.html": "index"}.items():
        assert f'content="https://example.org/sub/assets/previews/{picture}.png">' in texts["with"][path]
    assert '<meta property="og:title" content="Profit &amp; loss of all">' in texts["with"]["kpis/k1/index.html"]


@pytest.mark.slow
def test_two_of_eleven_pages_are_rendered_and_the_page_of_signs_is_not_published(tmp_path: Path) -> None:
    """A hook after ours hears of each page that the engine renders."""
    folder, heard = site_folder(tmp_path), tmp_path / "heard.txt"
    listening = f"def on_page_content(html, page, **_):\n    open({str(heard)!r}, 'a').write(page.file.src_uri + ' ')\n"

    class Heard(PythonEngine):
        def build(self, config_file: Path, site_dir: Path, asked: Path | None = None) -> EngineReport:
            config_file.with_name("heard.py").write_text(listening)
            text = config_file.read_text()
            config_file.write_text(text.replace("- page_filling.py", "- page_filling.py\n- heard.py"))
            return super().build(config_file, site_dir, asked)

    site = published(folder, edition(*_pages()), engine=Heard("mkdocs", "mkdocs", PUBLISHED_ON)).site
    rendered = heard.read_text().split()
    assert len([each for each in rendered if each.startswith("kpis/k")]) == 2 + len(UNALIKE)
    assert [each for each in rendered if each.startswith("sign-of-folder")] == [
        "sign-of-folder-0/sign-of-name/index.md"
    ]
    assert not [path for path in files_of(site) if "sign" in path]
    assert "kpis/k5/index.html" in files_of(site)


@pytest.mark.slow
def test_where_the_proof_fails_every_page_is_rendered(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """What would be filled is not what the engine makes, so the engine is run again."""
    monkeypatch.setattr(Skeleton, "page", lambda *_: (b"something else", b"", b""))
    runs: list[Path | None] = []

    class Counted(PythonEngine):
        def build(self, config_file: Path, site_dir: Path, asked: Path | None = None) -> EngineReport:
            runs.append(asked)
            return super().build(config_file, site_dir, asked)

    site = published(site_folder(tmp_path), edition(*_pages()), engine=Counted("mkdocs", "mkdocs", PUBLISHED_ON)).site
    assert [each is None for each in runs] == [False, True]
    assert "something else" not in (site / "kpis/k5/index.html").read_text()


BLOCK = '<div class="bsc-x" data-search-exclude>a</div>\n'


@pytest.mark.parametrize(
    ("body", "plain"),
    [
        (BLOCK, True),
        (f"\n{BLOCK}<p>Text with <b>bold</b><br>words <img src='a'></p>\n\n{BLOCK}", True),
        (f"{BLOCK}<section><div>a\n\nb</div></section>\n", True),
        (f"{BLOCK}Words\n", False),
        (f"{BLOCK}\n## Heading\n", False),
        (f"{BLOCK}<b>bold</b>\n", False),
        (f"{BLOCK}<p>a</p> <p>b</p>\n", False),
        (f"{BLOCK}<p>`code`</p>\n", False),
        (f"{BLOCK}<p markdown>a</p>\n", False),
        (f"{BLOCK}<pre>a</pre>\n", False),
        (f"{BLOCK}<div><pre>a&#10;    b</pre></div>\n", True),
        (f"{BLOCK}<div><pre>a\n    b</pre></div>\n", False),
        (f'{BLOCK}<details class="bsc-x" data-search-exclude><pre>a\n\n  b</pre></details>\n', True),
        (f"{BLOCK}<!-- a -->\n", False),
        (f"{BLOCK}<p>not closed\n", False),
        (f"{BLOCK}<p>wrongly <i>closed</p></i>\n", False),
        (f"{BLOCK}</div>\n", False),
        ("<p>nothing that the search leaves out</p>\n", False),
    ],
)
def test_only_bodies_of_plain_html_are_filled(body: str, plain: bool) -> None:  # noqa: FBT001  # a table of cases
    leaf = leaf_of(Page("k/", "K", f'---\ntitle: "K"\n---\n\n# K\n\n{body}'))
    assert (leaf is not None and leaf.sections() is not None) is plain


def test_a_page_with_settings_of_its_own_is_not_filled() -> None:
    """The engine may do anything with a page that names a template."""
    for front, filled in (("hide: [toc]", True), ("template: own.html", False)):
        page = Page("k/", "K", f'---\ntitle: "K"\n{front}\n---\n\n# K\n\n{BLOCK}')
        assert (leaf_of(page) is not None) is filled


@pytest.mark.parametrize(
    ("heading", "plain"),
    [
        ("Sales, of Größe 12 (a/b) - 5 %", True),
        ("満足度 of all", True),
        ("Sales &amp; more", False),
        ("a_b", False),
        ("a--b", False),
        ("1. first", False),
    ],
)
def test_a_plain_heading_needs_no_engine(heading: str, plain: bool) -> None:  # noqa: FBT001  # a table of cases
    """Whatever Markdown may look at does."""
    assert is_plain(heading) is plain


def test_where_examples_of_headings_are_unusual_the_engine_is_asked() -> None:
    """A project may have anchors of its own making."""
    made = {each: f'<h1 id="own-{number}">{each}</h1>' for number, each in enumerate(EXAMPLES)}
    assert FirstHeadings(made).html("Sales") is None
    assert FirstHeadings({**made, "Sales": "<h1>Sales</h1>"}).html("Sales") == "<h1>Sales</h1>"
