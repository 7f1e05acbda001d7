"""The Markdown of the demo is plain enough for other engines: each makes the same articles of it, without any hook."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
from importlib.util import find_spec
from pathlib import Path

import pytest
from selectolax.lexbor import LexborHTMLParser

from tests.builders.program import called
from tests.engine.documents import Read, document
from tests.house.repository import ROOT

pytestmark = pytest.mark.slow

DEMO = ("scorecard", "data", "pages", "mkdocs.yml")
_HOOKS = re.compile(r"^hooks:\n(?:- .*\n)+", re.MULTILINE)
_ADDED = "('id', '__skip')"
"""Where a reader who skips the navigation lands: the theme of Zensical puts it into the article."""
_FOR_THE_SEARCH = ' data-search-exclude=""'
"""A word to the search of the engine, of which a published page has no need any more."""


@pytest.fixture(scope="module")
def demo(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The demo company with its site, as it is published."""
    root = tmp_path_factory.mktemp("demo")
    for name in DEMO:
        shutil.copytree(ROOT / name, root / name) if (ROOT / name).is_dir() else shutil.copy(ROOT / name, root / name)
    ran = called("build", "-C", root, "--as-of", "2026-11-05")
    assert ran.code == 0, ran.err
    return root


def _articles(site: Path) -> dict[str, list[Read]]:
    """What a browser makes of the article of each page that has one."""
    found = {}
    for path in sorted(site.rglob("*.html")):
        article = LexborHTMLParser(path.read_text(encoding="utf-8")).css_first("article")
        if article is not None and path.name != "404.html":
            read = document((article.html or "").replace(_FOR_THE_SEARCH, ""))
            found[path.relative_to(site).as_posix()] = [each for each in read if _ADDED not in each[1]]
    return found


def _made(engine: str, demo: Path, folder: Path) -> Path:
    """The site that the engine makes of the same Markdown and the same settings, but for the hooks of MkDocs."""
    where = find_spec(engine)
    if where is None or where.origin is None:
        pytest.skip(f"{engine} is not installed")
    shutil.copytree(demo / "build" / "docs", folder / "docs")
    shutil.copy(demo / "mkdocs.yml", folder / "base.yml")
    settings = (demo / "build" / "mkdocs.yml").read_text(encoding="utf-8")
    assert _HOOKS.search(settings)
    bare = _HOOKS.sub("", settings).replace("INHERIT: ../mkdocs.yml", "INHERIT: base.yml")
    (folder / "mkdocs.yml").write_text(bare, encoding="utf-8")
    beside = {"PYTHONPATH": str(Path(where.origin).parents[1]), "NO_MKDOCS_2_WARNING": "1"}
    command = [sys.executable, "-m", engine, "build", "--config-file", "mkdocs.yml"]
    done = subprocess.run(
        command, cwd=folder, env={**os.environ, **beside}, capture_output=True, text=True, check=False, timeout=600
    )
    assert done.returncode == 0, done.stdout + done.stderr
    return folder / "site"


@pytest.mark.parametrize("engine", ["mkdocs", "properdocs", "zensical"])
def test_every_engine_makes_the_same_articles(engine: str, demo: Path, tmp_path: Path) -> None:
    published, made = _articles(demo / "build" / "site"), _articles(_made(engine, demo, tmp_path))
    assert len(published) > 100
    assert made.keys() == published.keys()
    assert [page for page, article in published.items() if made[page] != article] == []
