"""A whole publication: from pages through MkDocs to a site that stands, or to lines that say why not."""

from __future__ import annotations

import gzip
import re
import subprocess
import sys
import time
from dataclasses import replace
from pathlib import Path

import pytest
from lxml import html as lxml_html

from bsc_site.model.failure import InputError, MachineError, WrongUse
from bsc_site.render.page import Page
from tests.builders.project_folders import files_of
from tests.builders.publications import HOME, NPS, PUBLISHED_ON, CopyEngine, edition, published, site_folder

pytestmark = pytest.mark.slow

RICH = Page(
    "kpis/nps/",
    "NPS",
    '---\ntitle: NPS\n---\n# NPS\n\n!!! note "Mind"\n    Text with *stress*.[^1]\n\n| a | b |\n|---|---|\n| 1 | 2 |\n\n'
    '??? info "More"\n    [home](../../index.md)\n\n'
    '<div class="x" markdown>\n**bold** &lt;b&gt; {{ x }}\n</div>\n\n[^1]: Foot.\n',
)
OLD = {".bsc-site": b"", "index.html": b"old"}


def _with_old_site(folder: Path) -> Path:
    site_folder(folder)
    site_folder(folder / "build" / "site", {name: text.decode() for name, text in OLD.items()})
    return folder


def _lines(caught: pytest.ExceptionInfo[InputError | MachineError | WrongUse]) -> list[str]:
    return [str(each) for each in caught.value.problems]


def test_pages_become_a_site_with_own_pages_and_data(tmp_path: Path) -> None:
    """MkDocs and Material, strictly, from a folder whose name has spaces and umlauts."""
    folder = site_folder(tmp_path / "Ziele für 2025", {"docs/about us.md": "# About\n\n[NPS](kpis/nps/index.md)\n"})
    done = published(folder)
    site = set(files_of(done.site))
    assert {"index.html", "kpis/nps/index.html", "about us.html", "data/nps.csv", "404.html", ".bsc-site"} <= site
    assert done.pages == 3
    assert done.files == len(site)
    assert done.size == sum(len(each) for each in files_of(done.site).values())


def test_no_page_of_the_site_names_another_host(tmp_path: Path) -> None:
    """Besides links that a reader may follow."""
    settings = "site_name: D\nsite_url: https://example.org/sub/\nrepo_url: https://github.com/a/b\n"
    done = published(site_folder(tmp_path, {"mkdocs.yml": settings}))
    text = (done.site / "index.html").read_text()
    assert 'data-md-component="source"' not in text
    hosts = set(re.findall(r'<(\w+)[^>]*(?:href|src)="https?://([^/"]+)', text))
    assert hosts == {("a", "github.com"), ("link", "example.org")}


def test_the_same_input_gives_the_same_bytes(tmp_path: Path) -> None:
    """In two folders, one after the other, every file of the site; and again over the old one."""
    settings = {"mkdocs.yml": "site_name: D\nsite_url: https://example.org/x/\n", "docs/about.md": "# About\n"}
    first = published(site_folder(tmp_path / "one", settings))
    second = published(site_folder(tmp_path / "two", settings))
    assert files_of(first.site) == files_of(second.site)
    before = files_of(first.site)
    assert files_of(published(tmp_path / "one").site) == before


def test_dates_in_the_site_are_the_day_of_the_build(tmp_path: Path) -> None:
    """Not today."""
    done = published(site_folder(tmp_path, {"mkdocs.yml": "site_name: D\nsite_url: https://example.org/x/\n"}))
    dates = re.findall(rb"<lastmod>([^<]*)", gzip.decompress((done.site / "sitemap.xml.gz").read_bytes()))
    assert set(dates) == {PUBLISHED_ON.isoformat().encode()}


def test_properdocs_builds_the_same_articles(tmp_path: Path) -> None:
    """The Markdown is plain enough for both."""
    folder = site_folder(tmp_path)
    what = edition(HOME, RICH)
    mkdocs = _articles(published(folder, what).site)
    (folder / "mkdocs.yml").write_text("site_name: Demo\nextra: {bsc_site: {engine: properdocs}}\n")
    assert _articles(published(folder, what).site) == mkdocs
    assert "Foot." in mkdocs["kpis/nps/index.html"]


def _articles(site: Path) -> dict[str, str]:
    found = {}
    for path in sorted(site.rglob("index.html")):
        (article,) = lxml_html.fromstring(path.read_bytes()).findall(".//article")
        found[path.relative_to(site).as_posix()] = lxml_html.tostring(article, encoding="unicode")
    return found


def test_instant_navigation_can_be_switched_on(tmp_path: Path) -> None:
    """The project's own features are kept."""
    theme = "site_name: D\nsite_url: https://example.org/\ntheme: {name: material, features: [navigation.instant]}\n"
    done = published(site_folder(tmp_path, {"mkdocs.yml": theme}))
    assert "navigation.instant" in (done.site / "index.html").read_text()


def test_broken_links_of_own_pages_have_file_and_line(tmp_path: Path) -> None:
    """All in one run; the site that stood before stands."""
    _with_old_site(tmp_path)
    text = "# A\n\n[x](gone.md) and\n[y](kpis/nps/index.md#gone)\n\n[z](kpis/nps)\n"
    site_folder(tmp_path, {"docs/a.md": text, "mkdocs.yml": "site_name: D\nnav:\n- A: a.md\n- B: b.md\n"})
    with pytest.raises(InputError) as caught:
        published(tmp_path)
    assert _lines(caught) == [
        "docs/a.md:3:5: BSC513 error: 'gone.md' leads nowhere",
        "docs/a.md:4:5: BSC514 error: 'kpis/nps/index.md#gone' leads to a heading that is not there",
        "docs/a.md:6:5: BSC513 error: 'kpis/nps' leads nowhere; did you mean 'kpis/nps/index.md'?",
        "mkdocs.yml:4:6: BSC513 error nav: 'b.md' is no page of the site",
    ]
    assert caught.value.exit_code == 1
    assert files_of(tmp_path / "build/site") == OLD


def test_a_picture_of_another_host_in_an_own_page_has_file_and_line(tmp_path: Path) -> None:
    """The reader's visit stays between reader and site."""
    site_folder(tmp_path, {"docs/a.md": "# A\n\n![x](https://pics.example/a.png)\n"})
    with pytest.raises(InputError) as caught:
        published(tmp_path)
    assert _lines(caught) == [
        "docs/a.md:3:6: BSC515 error: 'https://pics.example/a.png' is loaded from another host",
    ]


@pytest.mark.parametrize(
    ("text", "place", "reference"),
    [
        ("<IMG SRC=//pics.example/a.png>", "3:10", "//pics.example/a.png"),
        ("x\n\n<img src='https://pics.example/a?b&amp;c'>", "5:11", "https://pics.example/a?b&c"),
        ("<object data = '\\\\pics.example\\a'></object>", "3:17", r"\\pics.example\a"),
        ('<img srcset="a.png 1x, //pics.example/b.png 2x">', "3:24", "//pics.example/b.png"),
        ('<p style="background: url(//pics.example/a.png)">x</p>', "3:27", "//pics.example/a.png"),
        ('<svg><image xlink:href="//pics.example/a.png"/></svg>', "3:25", "//pics.example/a.png"),
    ],
)
def test_whatever_an_own_page_loads_has_file_and_line(tmp_path: Path, text: str, place: str, reference: str) -> None:
    """However it is written."""
    site_folder(tmp_path, {"docs/a.md": f"# A\n\n{text}\n", "docs/a.png": ""})
    with pytest.raises(InputError) as caught:
        published(tmp_path)
    assert _lines(caught) == [f"docs/a.md:{place}: BSC515 error: '{reference}' is loaded from another host"]


def test_a_title_of_an_own_page_reaches_every_page(tmp_path: Path) -> None:
    """The theme writes it into the nav as it is, so that no page is sound because bsc-site made it."""
    text = "---\ntitle: A <IMG SRC=//pics.example/a.png>\n---\n# A\n"
    with pytest.raises(MachineError) as caught:
        published(site_folder(tmp_path, {"docs/a.md": text}))
    assert {line.partition(": ")[0] for line in _lines(caught)} >= {
        "build/docs/index.md:0:0",
        "build/docs/kpis/nps/index.md:0:0",
        "docs/a.md:2:19",
    }
    assert {"BSC515 error", "BSC908 error"} == {line.split(": ")[1] for line in _lines(caught)}


def test_a_page_of_the_theme_that_loads_something_is_told_with_the_settings(tmp_path: Path) -> None:
    """The page for errors stands in no folder of the project."""
    settings = "site_name: D\ntheme: {name: material, custom_dir: own}\n"
    page = "<img src=https://pics.example/a.png>"
    with pytest.raises(MachineError) as caught:
        published(site_folder(tmp_path, {"mkdocs.yml": settings, "own/404.html": page}))
    assert _lines(caught) == [
        "mkdocs.yml:0:0: BSC908 error: 404.html: 'https://pics.example/a.png' is loaded from another host",
    ]


def test_raw_html_of_own_pages_is_followed_too(tmp_path: Path) -> None:
    """The engine does not look into it."""
    site_folder(tmp_path, {"docs/a.md": '# A\n\n<div><a href="gone.html">x</a></div>\n'})
    with pytest.raises(InputError, match=r"docs/a\.md:3:15: BSC513 error: 'gone\.html' leads nowhere"):
        published(tmp_path)


def test_a_broken_link_of_a_generated_page_is_our_fault(tmp_path: Path) -> None:
    """Exit code 3, and nothing is published."""
    _with_old_site(tmp_path)
    with pytest.raises(MachineError) as caught:
        published(tmp_path, edition(HOME, NPS, Page("map/", "Map", "# Map\n\n[x](gone.md)\n")))
    assert _lines(caught) == ["build/docs/map/index.md:0:0: BSC907 error: 'gone.md' leads nowhere"]
    assert files_of(tmp_path / "build/site") == OLD


def test_a_plugin_that_is_not_installed_is_a_line(tmp_path: Path) -> None:
    """In the engine's own words."""
    site_folder(tmp_path, {"mkdocs.yml": "site_name: D\nplugins: [no-such-plugin]\n"})
    with pytest.raises(
        MachineError, match="BSC904 error: Config value 'plugins': The \"no-such-plugin\" plugin is not installed"
    ):
        published(tmp_path)


def test_a_disk_that_is_full_for_the_engine_is_one_clear_line(tmp_path: Path) -> None:
    """Its traceback ends in the reason."""
    _with_old_site(tmp_path)
    hook = "def on_post_build(config):\n    raise OSError(28, 'No space left on device')\n"
    site_folder(tmp_path, {"mkdocs.yml": "site_name: D\nhooks: [tools/hook.py]\n", "tools/hook.py": hook})
    with pytest.raises(MachineError) as caught:
        published(tmp_path)
    assert _lines(caught) == ["build:0:0: BSC901 error: no space is left on the disk for the engine"]
    assert files_of(tmp_path / "build/site") == OLD


def test_an_engine_that_warns_about_something_else_is_quoted(tmp_path: Path) -> None:
    """Strict means strict."""
    hook = (
        "import logging\ndef on_pre_build(config):\n    logging.getLogger('mkdocs.plugins.x').warning('Mind\\nthis')\n"
    )
    site_folder(tmp_path, {"mkdocs.yml": "site_name: D\nhooks: [hook.py]\n", "hook.py": hook})
    with pytest.raises(InputError) as caught:
        published(tmp_path)
    assert _lines(caught) == ["mkdocs.yml:0:0: BSC519 error: Mind this"]


def test_a_site_name_that_yaml_would_read_as_something_else_stays_a_name(tmp_path: Path) -> None:
    """Titles hold colons, quotes, braces and markup."""
    name = 'Yes: "A & B" {{ x }} <script>'
    done = published(site_folder(tmp_path, {}), replace(edition(), site_name=name))
    title = lxml_html.fromstring((done.site / "index.html").read_bytes()).findtext(".//title")
    assert title == name


_PUBLISH = """
import sys
from pathlib import Path
from tests.builders.publications import published
published(Path(sys.argv[1]))
"""


def test_a_build_killed_under_way_leaves_the_old_site_and_the_next_ones_clean_up(tmp_path: Path) -> None:
    """Killed while the engine is at work, which may go on writing for a while without its parent."""
    build = _with_old_site(tmp_path) / "build"
    with subprocess.Popen([sys.executable, "-c", _PUBLISH, str(tmp_path)]) as running:
        while running.poll() is None and not list(build.glob(".site.new-*")):
            time.sleep(0.01)
        running.kill()
    assert files_of(build / "site") == OLD
    assert len(list(build.glob(".site.new-*"))) == 1
    published(tmp_path)
    for _ in range(60):
        published(tmp_path, engine=CopyEngine(body="second"))
        assert b"second" in (build / "site/index.html").read_bytes()
        if not list(build.glob(".site.new-*")):
            break
        time.sleep(0.5)
    assert list(build.glob(".site.new-*")) == []


def test_the_search_index_is_there_for_readers_without_a_server(tmp_path: Path) -> None:
    """A page opened from a folder may load a script, but no JSON."""
    site = published(site_folder(tmp_path)).site
    index = (site / "search" / "search_index.json").read_text(encoding="utf-8")
    assert (site / "search" / "search_index.js").read_text(encoding="utf-8") == f"var __index = {index};\n"
