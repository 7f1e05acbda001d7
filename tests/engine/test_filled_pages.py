"""Pages that are made alike are filled into one that the engine rendered, and no byte of the site tells."""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path

import pytest

from bsc_site.publish.engine.page_filling import _searched
from bsc_site.publish.engine.run_engine import PythonEngine
from bsc_site.publish.engine.search_hook import PROOF, SWITCH
from bsc_site.render.page import Page
from tests.builders.project_folders import files_of, write
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
    )
    front = json.dumps(f"{name} of all", ensure_ascii=False)
    return Page(f"kpis/k{number}/", name, f"---\ntitle: {front}\nhide: [toc]\n---\n\n# {name}\n\n{body}{more}")


def _pages() -> list[Page]:
    links = "".join(f"[{number}](kpis/k{number}/index.md#where)\n" for number in range(len(NAMES)))
    home = Page("", "Home", f"{HOME.markdown.splitlines()[0]}\n\n{links}[v](kpis/k7/index.md#value-7)\n")
    return [
        home,
        *(_page(number, name) for number, name in enumerate(NAMES)),
        _page(90, "Other", "\nSome *Markdown*.\n"),
    ]


@pytest.mark.slow
@pytest.mark.parametrize(
    "settings",
    [
        "site_name: Demo & Sons\n",
        "site_name: Demo\nsite_url: https://example.org/sub/\nrepo_url: https://example.org/a\n",
        "site_name: Demo\ntheme: {name: material, features: [navigation.instant, toc.integrate]}\n",
        "site_name: Demo\nplugins: []\n",
    ],
)
def test_the_site_is_the_same_as_with_every_page_rendered(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, settings: str
) -> None:
    """Titles with signs, other scripts, words that the theme uses; with and without an address, a search, and more."""
    sites = []
    for name in ("filled", "full"):
        monkeypatch.setenv(SWITCH, "" if name == "filled" else "yes")
        files = {f"assets/previews/{page}index.png": b"" for page in ("", "kpis/k1/")}
        done = published(
            site_folder(tmp_path / name, {"mkdocs.yml": settings}), edition(*_pages(), files={**DATA, **files})
        )
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
    folder = site_folder(tmp_path)
    published(folder, edition(*_pages()))
    heard = folder / "build" / "heard.py"
    heard.write_text(
        "def on_page_content(html, page, **_):\n    open('heard.txt', 'a').write(page.file.src_uri + ' ')\n"
    )
    settings = folder / "build" / "mkdocs.yml"
    settings.write_text(settings.read_text().replace("- page_filling.py", "- page_filling.py\n- heard.py"))
    assert PythonEngine("mkdocs", "mkdocs", PUBLISHED_ON).build(settings, tmp_path / "again").succeeded
    rendered = (folder / "heard.txt").read_text().split()
    assert len([each for each in rendered if each.startswith("kpis/k")]) == 3
    assert "kpis/sign-of-a-folder/index.md" in rendered
    assert not [path for path in files_of(tmp_path / "again") if "sign" in path]
    assert "kpis/k5/index.html" in files_of(tmp_path / "again")


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
        (f"{BLOCK}<!-- a -->\n", False),
        (f"{BLOCK}<p>not closed\n", False),
        (f"{BLOCK}<p>wrongly <i>closed</p></i>\n", False),
        (f"{BLOCK}</div>\n", False),
        ("<p>nothing that the search leaves out</p>\n", False),
    ],
)
def test_only_bodies_of_plain_html_are_filled(body: str, plain: bool) -> None:  # noqa: FBT001  # a table of cases
    assert (_searched(body) is not None) is plain


def test_the_search_sees_what_it_is_meant_to_see() -> None:
    assert _searched(f"{BLOCK}<p>a</p>\n") == "<div data-search-exclude></div>\n<p>a</p>\n"


ENGINE = f"""
import os, sys
open("runs.txt", "a").write(os.environ.get("{SWITCH}", "-") + " ")
if not os.environ.get("{SWITCH}"):
    print("ERROR   -  {PROOF}: kpis/k0/index.md")
    sys.exit(1)
"""


def test_where_the_proof_fails_every_page_is_rendered(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The engine is run again, and what it then says counts."""
    write(tmp_path, {"made_up_engine/__init__.py": "", "made_up_engine/__main__.py": ENGINE, "build/mkdocs.yml": ""})
    monkeypatch.syspath_prepend(tmp_path)
    monkeypatch.setenv("PYTHONPATH", str(tmp_path))
    engine = PythonEngine("made_up_engine", "made-up", date(2026, 11, 5))
    assert engine.build(tmp_path / "build" / "mkdocs.yml", tmp_path / "site").succeeded
    assert (tmp_path / "runs.txt").read_text() == "- yes "
