"""Parts of the frame that scripts make: the same as the theme writes them, and nothing is missing without scripts."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser

from benchmarks.made_up import write_project
from tests.browser.demo import ROOT, awaited, reading, served

pytestmark = pytest.mark.browser

PAGES = ("kpis/kpi-0002/index.html", "objectives/objective-000/index.html", "index.html", "map/index.html")
OWN = ("data-within", "data-prompt", "data-clear", "data-begin", "value")
FRAME = """own => {
  const said = node => {
    if (node.nodeType === Node.TEXT_NODE) return node.textContent.trim();
    if (node.nodeType !== Node.ELEMENT_NODE || ["SCRIPT", "ARTICLE"].includes(node.tagName)) return "";
    const told = [...node.attributes].filter(each => !own.includes(each.name));
    const marks = told.map(each => `${each.name}=${each.value.trim()}`).sort().join(" ");
    return `<${node.tagName} ${marks}>${[...node.childNodes].map(said).join("")}</>`;
  };
  return said(document.body);
}"""


def _site(folder: Path, own_frame: str = "") -> Path:
    write_project(folder, 4)
    if own_frame:
        (folder / "own").mkdir()
        look = (folder / "mkdocs.yml").read_text(encoding="utf-8")
        (folder / "mkdocs.yml").write_text(look + own_frame, encoding="utf-8")
    command = [sys.executable, "-m", "bsc_site", "build", "-C", str(folder), "--as-of", "2025-01-15"]
    subprocess.run(command, check=True, cwd=ROOT)
    return folder / "build" / "site"


@pytest.fixture(scope="module")
def light(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[Path, str]]:
    """A site whose frames are completed by a script, and where it is served."""
    site = _site(tmp_path_factory.mktemp("light"))
    with served(site) as address:
        yield site, address


def test_the_script_makes_what_the_theme_writes(
    browser: Browser, light: tuple[Path, str], tmp_path_factory: pytest.TempPathFactory
) -> None:
    """Where a project has frames of its own, everything is in the page."""
    whole = _site(tmp_path_factory.mktemp("whole"), "theme: {name: material, custom_dir: own}\n")
    with served(whole) as there, reading(browser, light[1]) as reader, reading(browser, there) as other:
        for path in PAGES:
            written, made = (other.open(path), reader.open(path))
            for page in (written, made):
                awaited(page, "document.documentElement.classList.contains('js')")
            assert made.evaluate(FRAME, OWN) == written.evaluate(FRAME, OWN), path
            left_out = [len((site / path).read_bytes()) for site in (whole, light[0])]
            assert left_out[0] - left_out[1] > (4_000 if "-000" in path else 2_000), path
        assert reader.complaints == []


def test_without_scripts_the_tabs_lead_on_where_the_drawer_would(browser: Browser, light: tuple[Path, str]) -> None:
    """On a narrow page, too; nothing that needs a script offers itself."""
    with reading(browser, light[1], size=(420, 800), java_script_enabled=False) as reader:
        page = reader.open(PAGES[0])
        page.locator(".md-tabs a", has_text="Scorecard").click()
        page.wait_for_url("**/scorecard/**")
        assert page.locator(".md-header label:visible").count() == 0
        assert page.locator(".md-search:visible *").count() == 0
