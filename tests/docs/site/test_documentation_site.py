"""The documentation is a site: built in strict mode, every page in its place, every link leading somewhere."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
import yaml

from bsc_site.publish.link_check.flaws import prove
from tests.docs.clone import ROOT
from tests.workflows.files import steps

DOCS = ROOT / "docs"
SETTINGS = ROOT / "documentation.yml"
BESIDE = "../gallery/index.html"
"""What stands outside of the folder of this site."""


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The finished site, made by the command of the Makefile."""
    folder = tmp_path_factory.mktemp("documentation") / "site"
    command = ["build", "--quiet", "--strict", "--config-file", str(SETTINGS), "--site-dir", str(folder)]
    done = subprocess.run([sys.executable, "-m", "mkdocs", *command], capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr
    return folder


def pages() -> list[str]:
    """Every page of docs/, by its path there."""
    return sorted(path.relative_to(DOCS).as_posix() for path in DOCS.rglob("*.md"))


def in_navigation(entry: Any) -> list[str]:
    """The pages below an entry, in order."""
    if isinstance(entry, str):
        return [entry]
    return [page for each in (entry if isinstance(entry, list) else entry.values()) for page in in_navigation(each)]


def test_every_page_has_one_place_in_the_navigation() -> None:
    assert sorted(in_navigation(yaml.safe_load(SETTINGS.read_text(encoding="utf-8"))["nav"])) == pages()


@pytest.mark.slow
def test_every_link_leads_somewhere_and_nothing_is_loaded_from_elsewhere(site: Path) -> None:
    made = [name.removesuffix(".md") + ".html" for name in pages()]
    assert [str(flaw) for flaw in prove(site, made) if flaw.reference != BESIDE] == []


def test_the_gallery_stands_beside_the_documentation_where_a_page_leads_to_it() -> None:
    """On the machine and where both are published."""
    assert f'href="{BESIDE}"' in (DOCS / "gallery.md").read_text(encoding="utf-8")
    told = (ROOT / "Makefile").read_text(encoding="utf-8"), SETTINGS.read_text(encoding="utf-8")
    assert "gallery/build.py build/gallery\n" in told[0]
    assert "site_dir: build/docs-site\n" in told[1]
    ran = " ".join(each.get("run", "") for each in steps(ROOT / ".github" / "workflows" / "site.yml"))
    assert "gallery/build.py build/site/gallery " in ran
    assert "--site-dir build/site/docs" in ran


@pytest.mark.slow
def test_the_search_knows_every_page(site: Path) -> None:
    entries = json.loads((site / "search" / "search_index.json").read_text(encoding="utf-8"))["docs"]
    found = {entry["location"].partition("#")[0] for entry in entries}
    assert {name.removesuffix(".md") + ".html" for name in pages()} - found == set()
