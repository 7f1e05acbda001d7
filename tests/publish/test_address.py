"""The address of a site enters with the build, and missing pages are found to be missing wherever the site lies."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from lxml import etree
from playwright.sync_api import Browser, Page

from tests.builders.program import DAY, run, shop
from tests.builders.project_folders import write
from tests.builders.publications import published
from tests.builders.publications import site_folder as small
from tests.publish.hosting import hosted

BELOW = "/my-repo/"
ELSEWHERE = {"mkdocs.yml": "site_name: Shop\nsite_url: https://elsewhere.example/\n"}


def _built(folder: Path, *options: str) -> Path:
    told = run("build", "-C", folder, "--as-of", DAY, *options)
    assert told.code == 0, told.err
    return folder / "build" / "site"


@pytest.fixture(scope="module")
def addressed(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The site of a project that was told its address without the slash, against what its mkdocs.yml says."""
    folder = write(shop(tmp_path_factory.mktemp("addressed")), {**ELSEWHERE})
    return _built(folder, "--site-url", "https://example.org/my-repo")


@pytest.fixture(scope="module")
def nameless(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The site of a project that knows no address, as of a first build on one's own computer."""
    return _built(shop(tmp_path_factory.mktemp("nameless")))


@pytest.mark.slow
def test_the_sitemap_lists_every_page_below_the_address_that_the_build_was_told(addressed: Path) -> None:
    """And not below that of mkdocs.yml."""
    root = etree.fromstring((addressed / "sitemap.xml").read_bytes())
    places = [each.text or "" for each in root.iter("{*}loc")]
    pages = {each.relative_to(addressed).as_posix() for each in addressed.rglob("*.html")} - {"404.html"}
    pages = {each for each in pages if not each.endswith("/embed/index.html")}  # for other pages, not for searches
    assert {place.removeprefix("https://example.org/my-repo/") for place in places} == pages


@pytest.mark.slow
def test_the_feed_leads_to_the_address_that_the_build_was_told(addressed: Path) -> None:
    """Absolute, as readers of feeds need it."""
    root = etree.fromstring((addressed / "feed.xml").read_bytes())
    links = [each.get("href") or "" for each in root.iter("{*}link")]
    assert links[0] == "https://example.org/my-repo/feed.xml"
    assert [each for each in links if not each.startswith("https://example.org/my-repo/")] == []


@pytest.mark.slow
def test_no_file_of_the_site_names_the_address_that_was_overruled(addressed: Path) -> None:
    """No page, no feed, no data."""
    files = (each for each in addressed.rglob("*") if each.suffix in {".html", ".xml", ".json"})
    assert [each.name for each in files if b"elsewhere.example" in each.read_bytes()] == []


@pytest.fixture
def reader(browser: Browser) -> Iterator[Page]:
    """A window with nothing in it yet."""
    page = browser.new_page()
    yield page
    page.close()


def _failures(reader: Page, address: str) -> list[str]:
    """What the page asks for in vain, beside itself."""
    failed: list[str] = []
    reader.on("response", lambda answer: failed.append(answer.url) if answer.status >= 400 else None)
    reader.on("requestfailed", lambda request: failed.append(request.url))
    answer = reader.goto(address, wait_until="networkidle")
    assert answer is not None
    assert answer.status == 404
    return [each for each in failed if each != address]


@pytest.mark.slow
@pytest.mark.browser
@pytest.mark.parametrize("path", ["gone", "no/such/page", "kpis/gone/"])
def test_a_missing_page_of_a_site_with_an_address_misses_nothing(addressed: Path, reader: Page, path: str) -> None:
    """Style, scripts, pictures and menus are those of the site, however deep the address."""
    with hosted(addressed, BELOW) as host:
        failed = _failures(reader, f"{host}{BELOW}{path}")
        home = reader.locator("a.md-logo").first.get_attribute("href")
        styled = reader.evaluate("getComputedStyle(document.body).getPropertyValue('--md-primary-fg-color')")
    assert (failed, home, bool(styled)) == ([], f"{BELOW}index.html", True)


@pytest.mark.slow
@pytest.mark.browser
@pytest.mark.parametrize("below", ["/", "/my-repo/", "/teams of ours/bsc/"])
@pytest.mark.parametrize("path", ["gone", "no/such/page", "kpis/gone/"])
def test_a_missing_page_of_a_site_without_an_address_misses_nothing(
    nameless: Path, reader: Page, below: str, path: str
) -> None:
    """It asks for nothing; below a folder of the site it knows the way home, elsewhere it leads to the top."""
    with hosted(nameless, below) as host:
        failed = _failures(reader, f"{host}{below}{path}".replace(" ", "%20"))
        home = reader.evaluate("new URL(document.querySelector('a').href).pathname")
    assert (failed, home) == ([], below.replace(" ", "%20") if path.startswith("kpis/") else "/")


@pytest.mark.slow
@pytest.mark.browser
@pytest.mark.parametrize("known", [True, False])
def test_a_missing_page_names_what_is_called_nearly_so(
    addressed: Path, nameless: Path, reader: Page, *, known: bool
) -> None:
    """The words of the address stand in the box, and the sections lead into the site."""
    with hosted(addressed if known else nameless, BELOW) as host:
        reader.goto(f"{host}{BELOW}map/strategi-map/", wait_until="networkidle")
        box = reader.get_by_label("Find it by name")
        assert box.input_value() == "map strategi map"
        assert reader.locator(".bsc-lost__near a").first.get_attribute("href") == f"{BELOW}map/index.html"
        box.fill("definitons")
        assert "Definitions" in reader.locator(".bsc-lost__near").inner_text()
        section = reader.locator(".bsc-lost__sections a").first
        assert section.is_visible()
        assert str(section.get_attribute("href")).startswith(BELOW)


@pytest.mark.slow
@pytest.mark.parametrize(
    "own",
    [
        {"docs/404.md": "# Lost? Ours!\n"},
        {"docs/404.html": "<h1>Lost? Ours!</h1>"},
        {"look/404.html": "<h1>Lost? Ours!</h1>", "mkdocs.yml": "theme: {name: material, custom_dir: look}\n"},
    ],
    ids=["page", "html", "theme"],
)
def test_a_page_for_missing_pages_of_the_projects_own_stays(tmp_path: Path, own: dict[str, str]) -> None:
    """Whatever it is made with."""
    settings = own.get("mkdocs.yml", "") + "site_name: Shop\n"
    site = published(small(tmp_path, own | {"mkdocs.yml": settings})).site
    assert "Lost? Ours!" in (site / "404.html").read_text(encoding="utf-8")


@pytest.mark.slow
def test_the_name_of_the_site_is_text_in_its_page_for_missing_pages(tmp_path: Path) -> None:
    """And so are the names of its folders."""
    own = {"mkdocs.yml": 'site_name: "<b>A & B</b> {{ x }}"\n', "docs/<x>/a.md": "# A\n"}
    text = (published(small(tmp_path, own)).site / "404.html").read_text(encoding="utf-8")
    assert "Home page of &lt;b&gt;A &amp; B&lt;/b&gt; &#123;&#123; x }}" in text
    assert "&quot;&lt;x&gt;&quot;" in text
