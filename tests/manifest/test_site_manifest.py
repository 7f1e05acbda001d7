"""A site says from what it was made, by what, and which bytes each of its files has; and nothing that is kept apart."""

from __future__ import annotations

import json
import platform
from hashlib import sha256
from pathlib import Path
from typing import Any

import pytest

from bsc_site import __version__
from bsc_site.publish.manifest.site_manifest import ManifestError, manifest_bytes, read_manifest
from tests.builders.program import DAY, FIGURES, SCORECARD, called, shop
from tests.builders.project_folders import files_of, write
from tests.builders.repositories import begun, commit, git

TWO_CIRCLES = SCORECARD.replace("id: shop\n", "id: shop\naudiences: [public, board]\n")
KEPT_APART = """\
  - id: layoffs
    name: Layoffs
    unit: count
    owner: ann
    audience: board
    source: {file: data/layoffs-plan.csv, period: month, value: people}
    targets: [{period: 2025-12, value: 30}]
people:"""
LAYOFFS = "month,people\n2025-05,12\n2025-06,17\n"


def _project(root: Path) -> Path:
    """A project with a page, a template and a look of its own, committed."""
    files = {
        "mkdocs.yml": "site_name: Shop\n",
        "docs/about.md": "# About\n",
        "docs_templates/assets/own.css": "p { color: inherit; }\n",
        ".gitignore": "build/\n.bsc-cache/\n",
    }
    commit(begun(write(shop(root), files)), DAY)
    return root


def _with_layoffs(root: Path) -> Path:
    card = TWO_CIRCLES.replace("kpis: [repeat-rate]", "kpis: [repeat-rate, layoffs]").replace("people:", KEPT_APART)
    write(root, {"scorecard/shop.yml": card, "data/layoffs-plan.csv": LAYOFFS})
    commit(root, DAY)
    return root


def _built(root: Path, *options: str) -> dict[str, Any]:
    """The manifest of the project's site, built anew."""
    ran = called("build", "-C", root, "--as-of", DAY, "--no-cache", *options)
    assert ran.code == 0, ran.err
    return dict(json.loads((root / "build" / "site" / "manifest.json").read_bytes()))


def _digest(content: bytes) -> str:
    return sha256(content).hexdigest()


@pytest.mark.slow
def test_the_manifest_names_every_file_every_input_and_every_maker(tmp_path: Path) -> None:
    root = _project(tmp_path)
    told = _built(root, "--site-url", "https://example.org/shop")
    files = files_of(root / "build" / "site")
    shown = {name: _digest(content) for name, content in files.items() if name not in {"manifest.json", ".bsc-site"}}
    assert told["files"] == shown
    assert list(told["files"]) == sorted(shown)
    read = ("data/shop.csv", "docs/about.md", "docs_templates/assets/own.css", "mkdocs.yml", "scorecard/shop.yml")
    assert told["inputs"] == {name: _digest((root / name).read_bytes()) for name in read}
    asked = {key: told[key] for key in ("scorecard", "as_of", "audience", "language", "site_url")}
    assert asked == {
        "scorecard": "shop",
        "as_of": DAY,
        "audience": "public",
        "language": "en",
        "site_url": "https://example.org/shop/",
    }
    assert told["commit"] == {"id": git(root, "rev-parse", "HEAD"), "shallow": False, "uncommitted": False}
    makers = told["made_by"]
    assert (makers["bsc-site"], makers["engine"]) == (__version__, "mkdocs")
    assert makers["python"] == platform.python_version()
    assert {"mkdocs", "mkdocs-material", "altair"} <= makers["packages"].keys()


@pytest.mark.slow
def test_a_file_that_is_not_committed_as_it_stands_is_told(tmp_path: Path) -> None:
    root = _project(tmp_path)
    write(root, {"data/shop.csv": FIGURES.replace(",26", ",27")})
    assert _built(root)["commit"]["uncommitted"]


@pytest.mark.slow
def test_nothing_of_what_is_kept_from_the_readers_shows_in_the_manifest(tmp_path: Path) -> None:
    """No name of a file, no digest by which a guess at its figures could be tried, no commit that stands for them."""
    root = _with_layoffs(_project(tmp_path))
    everything = _built(root, "--audience", "all")
    assert everything["inputs"]["data/layoffs-plan.csv"] == _digest(LAYOFFS.encode())
    assert everything["commit"] is not None
    public = _built(root)
    assert (public["audience"], public["inputs"], public["commit"]) == ("public", None, None)
    written = (root / "build" / "site" / "manifest.json").read_text()
    assert "layoffs" not in written
    inputs = [path for name in ("scorecard", "data") for path in (root / name).rglob("*.*")]
    assert [path for path in inputs if _digest(path.read_bytes()) in written] == []


@pytest.mark.slow
def test_a_site_from_which_nothing_is_kept_names_its_input_whoever_it_is_for(tmp_path: Path) -> None:
    """As the site of the board is, of a project that keeps something from others."""
    root = _with_layoffs(_project(tmp_path))
    told = _built(root, "--audience", "board")
    assert told["audience"] == "board"
    assert "data/layoffs-plan.csv" in told["inputs"]


@pytest.mark.slow
def test_a_page_of_the_project_does_not_take_the_place_of_the_manifest(tmp_path: Path) -> None:
    root = write(shop(tmp_path), {"docs/manifest.json": "{}"})
    ran = called("build", "-C", root, "--as-of", DAY)
    assert ran.code == 1
    assert "docs/manifest.json:0:0: BSC511 error: bsc-site makes the page /manifest.json itself" in ran.err


@pytest.mark.slow
def test_the_manifest_of_a_warm_build_is_that_of_a_cold_one(tmp_path: Path) -> None:
    """Also where nothing changed but the commit."""
    root = _project(tmp_path)
    for change in (FIGURES.replace(",26", ",27"), FIGURES.replace(",26", ",27")):
        called("build", "-C", root, "--as-of", DAY)
        write(root, {"data/shop.csv": change})
        git(root, "commit", "-aqm", "More", "--allow-empty", day=DAY)
        called("build", "-C", root, "--as-of", DAY)
        warm = (root / "build" / "site" / "manifest.json").read_bytes()
        assert json.loads(warm) == _built(root)


@pytest.mark.slow
def test_a_manifest_is_read_as_it_was_written(tmp_path: Path) -> None:
    _built(_with_layoffs(_project(tmp_path)), "--audience", "all")
    written = (tmp_path / "build" / "site" / "manifest.json").read_bytes()
    assert manifest_bytes(read_manifest(written)) == written


@pytest.mark.parametrize(
    ("written", "form"),
    [
        (b"", ""),
        (b"\xff\xfe\x00", ""),
        (b"[]", ""),
        (b'{"form": 3}', ""),
        (b'{"form": "web app"}', ""),
        (b"[" * 100_000, ""),
        (b'{"form": "bsc-site manifest 1"}', ""),
        (b'{"form": "bsc-site manifest 2", "files": {}}', "bsc-site manifest 2"),
    ],
    ids=["empty", "bytes", "a list", "a number", "of others", "deep", "half", "newer"],
)
def test_what_is_no_manifest_is_told_from_one_of_another_form(written: bytes, form: str) -> None:
    with pytest.raises(ManifestError) as caught:
        read_manifest(written)
    assert str(caught.value) == form
