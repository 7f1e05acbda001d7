"""A published site is proved to be what its input gives, and whatever is not is named with its place and its reason."""

from __future__ import annotations

import json
import shutil
from collections.abc import Callable
from hashlib import sha256
from pathlib import Path
from typing import Any

import pytest

from bsc_site.publish.manifest.unlike import Parting, parting_of
from tests.builders.program import DAY, FIGURES, SCORECARD, Ran, called, shop
from tests.builders.project_folders import files_of, write
from tests.builders.repositories import begun, commit, git

OTHER_FIGURES = FIGURES.replace(",26", ",27")


@pytest.fixture(scope="module")
def published(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A project in a folder of its repository, one of its files not committed; its site as a web server sends it."""
    root = tmp_path_factory.mktemp("repository")
    project = shop(root / "shop")
    files = {"shop/mkdocs.yml": "INHERIT: ../base.yml\n", "base.yml": "site_name: Shop\n", ".gitignore": "build/\n"}
    commit(begun(write(root, files)), "2025-06-01")
    write(project, {"docs/about.md": "# About us\n"})
    ran = called("build", "-C", project, "--as-of", DAY, "--site-url", "https://example.org/shop", "--no-cache")
    assert ran.code == 0, ran.err
    shutil.copytree(project / "build" / "site", root / "fetched", ignore=shutil.ignore_patterns(".*"))
    return project


@pytest.fixture
def project(published: Path, tmp_path: Path) -> Path:
    """A copy of the project and of its site, to be spoilt."""
    shutil.copytree(published.parent, tmp_path / "all")
    return tmp_path / "all" / "shop"


def _verified(project: Path, *options: str, site: str = "../fetched") -> Ran:
    return called("verify", site, *options, cwd=project)


def _lines(ran: Ran) -> list[str]:
    return [each for each in ran.lines if "BSC" in each]


@pytest.mark.slow
def test_a_site_is_what_its_input_gives(project: Path) -> None:
    """Of a project within a repository, with files that are not committed; nothing of it is touched."""
    before = files_of(project.parent)
    ran = _verified(project)
    assert (ran.code, _lines(ran)) == (0, []), ran.err
    count = len(files_of(project.parent / "fetched")) - 1
    assert ran.out == f"{count:,} files in ../fetched are what this input gives, as of {DAY} for the audience public\n"
    assert files_of(project.parent) == before


@pytest.mark.slow
def test_a_site_of_other_figures_has_its_place_and_its_reason(project: Path) -> None:
    write(project, {"data/shop.csv": OTHER_FIGURES})
    ran = _verified(project)
    assert ran.code == 1
    told = _lines(ran)
    assert {each.split(": ")[1] for each in told} == {"BSC942 error", "BSC943 note"}
    (figures,) = (each for each in told if "fetched/data/repeat-rate.csv" in each)
    assert figures.startswith("../fetched/data/repeat-rate.csv:7:")
    assert "here stands '2025-06,26" in figures
    assert "this input gives '2025-06,27" in figures
    notes = [each.split(": ", 2)[2] for each in told if "BSC943" in each]
    assert notes == ["data/shop.csv is another file than it was"]


def _changed(site: Path) -> None:
    page = site / "kpis/repeat-rate/index.html"
    page.write_text(page.read_text(encoding="utf-8").replace("Repeat purchase rate", "Repeat purchase r4te", 1))


def _added(site: Path) -> None:
    write(site, {"more/secret.html": "<p>"})


def _lost(site: Path) -> None:
    (site / "feed.xml").unlink()


@pytest.mark.slow
@pytest.mark.parametrize(
    ("spoil", "path", "words"),
    [
        (_changed, "kpis/repeat-rate/index.html", "and this input gives '"),
        (_added, "more/secret.html:0:0", "was added after the site was built"),
        (_lost, "feed.xml:0:0", "was lost after the site was built"),
    ],
    ids=["changed", "added", "lost"],
)
def test_what_was_done_to_a_site_after_it_was_built_is_told(
    project: Path, spoil: Callable[[Path], None], path: str, words: str
) -> None:
    """By a look at its manifest alone, and by a build."""
    spoil(project.parent / "fetched")
    ran = _verified(project)
    (line,) = _lines(ran)
    assert (ran.code, line.startswith(f"../fetched/{path}:"[: len(f"../fetched/{path}")])) == (1, True)
    assert "BSC941 error" in line
    assert words in line
    quick = _verified(project, "--only-manifest")
    (line,) = _lines(quick)
    assert (quick.code, line.partition(": ")[0]) == (1, f"../fetched/{path.partition(':')[0]}:0:0")
    assert quick.out == "1 error\n"


def test_files_as_they_were_published_need_no_project_to_be_known(published: Path) -> None:
    ran = called("verify", published.parent / "fetched", "--only-manifest", cwd=published.parent)
    assert (ran.code, ran.err) == (0, "")
    assert ran.out.endswith("are as the manifest has them\n")


def test_a_manifest_that_fits_other_files_does_not_hide_what_was_changed(project: Path) -> None:
    """Whoever can change a page can change the manifest too: only a build tells."""
    site = project.parent / "fetched"
    _changed(site)
    told = json.loads((site / "manifest.json").read_bytes())
    page = "kpis/repeat-rate/index.html"
    told["files"][page] = sha256((site / page).read_bytes()).hexdigest()
    write(site, {"manifest.json": json.dumps(told)})
    assert _verified(project, "--only-manifest").code == 0
    ran = _verified(project)
    assert ran.code == 1
    assert "kpis/repeat-rate/index.html" in _lines(ran)[0]
    assert "BSC942 error: here stands '" in _lines(ran)[0]


@pytest.mark.slow
def test_a_site_is_compared_with_the_commit_that_it_was_made_from(project: Path) -> None:
    root = project.parent
    commit(root, "2025-06-02")
    then = git(root, "rev-parse", "HEAD")
    assert called("build", "-C", project, "--as-of", DAY, "--out", root / "site").code == 0
    write(project, {"data/shop.csv": OTHER_FIGURES})
    commit(root, "2025-06-03")
    now = _verified(project, site="../site")
    assert now.code == 1
    assert f"made from the commit {then[:12]}, and here is " in now.err
    ran = _verified(project, "--rev", then, site="../site")
    assert (ran.code, _lines(ran)) == (0, []), ran.err
    assert _verified(project, "--rev", "HEAD", site="../site").code == 1
    unknown = _verified(project, "--rev", "nowhere", site="../site")
    assert (unknown.code, "nowhere" in unknown.err) == (2, True)


def _written(told: dict[str, Any]) -> Callable[[Path], None]:
    def spoil(site: Path) -> None:
        known = json.loads((site / "manifest.json").read_bytes())
        write(site, {"manifest.json": json.dumps(known | told)})

    return spoil


def _replaced(content: bytes) -> Callable[[Path], None]:
    def spoil(site: Path) -> None:
        write(site, {"manifest.json": content})

    return spoil


def _emptied(site: Path) -> None:
    shutil.rmtree(site)
    site.mkdir()


@pytest.mark.parametrize(
    ("spoil", "line"),
    [
        (_emptied, "../fetched:0:0: BSC940 error: holds no site of bsc-site: there is no manifest.json"),
        (
            lambda site: (site / "manifest.json").unlink(),
            (
                "../fetched:0:0: BSC940 error: is a site of bsc-site without one; a version before manifests made it, "
                "or a copy left it out: there is no manifest.json"
            ),
        ),
        (_replaced(b""), "../fetched/manifest.json:0:0: BSC940 error: is no manifest of a site, or damaged"),
        (_replaced(b"\xff{}"), "../fetched/manifest.json:0:0: BSC940 error: is no manifest of a site, or damaged"),
        (_written({"files": [1]}), "../fetched/manifest.json:0:0: BSC940 error: is no manifest of a site, or damaged"),
        (
            _written({"form": "bsc-site manifest 7"}),
            (
                "../fetched/manifest.json:0:0: BSC940 error: has the form 'bsc-site manifest 7', and this version "
                "reads 'bsc-site manifest 1'; verify it with the version that made it"
            ),
        ),
        (
            _written({"scorecard": "bakery"}),
            (
                "../fetched:0:0: BSC942 error: is the site of 'bakery', and this project is 'shop'; "
                "name its folder with -C"
            ),
        ),
    ],
    ids=["nothing", "older", "empty", "bytes", "damaged", "newer", "another project"],
)
def test_what_is_no_site_of_the_project_has_one_line(project: Path, spoil: Callable[[Path], None], line: str) -> None:
    spoil(project.parent / "fetched")
    ran = _verified(project)
    assert (ran.code, _lines(ran)) == (1, [line])


def test_a_site_for_readers_whom_the_project_does_not_have_has_one_line(project: Path) -> None:
    _written({"audience": "regents"})(project.parent / "fetched")
    ran = _verified(project)
    (line,) = _lines(ran)
    assert (ran.code, line) == (
        1,
        "manifest.json:0:0: BSC942 error: the site is for the audience 'regents', which this project does not have",
    )


@pytest.mark.slow
def test_half_a_copy_has_one_line(project: Path) -> None:
    site = project.parent / "fetched"
    whole = len(json.loads((site / "manifest.json").read_bytes())["files"])
    for each in site.iterdir():
        if each.is_dir():
            shutil.rmtree(each)
    for options in ((), ("--only-manifest",)):
        ran = _verified(project, *options)
        (line,) = _lines(ran)
        assert ran.code == 1
        assert line.startswith("../fetched:0:0: BSC941 error: ")
        assert line.endswith(f" of {whole:,} files are missing: this is no whole copy of the site")


@pytest.mark.slow
def test_other_makers_are_named_where_they_may_be_the_reason(project: Path) -> None:
    """And not where the site is the same all the same."""
    site = project.parent / "fetched"
    makers = json.loads((site / "manifest.json").read_bytes())["made_by"]
    older = {"bsc-site": "0.0.9", "python": "3.10.1", "packages": makers["packages"] | {"mkdocs": "1.5.0"}}
    _written({"made_by": makers | older})(site)
    assert _verified(project).code == 0
    write(project, {"scorecard/shop.yml": SCORECARD.replace("title: Shop", "title: Shops")})
    ran = _verified(project)
    assert ran.code == 1
    notes = [each.split(": ", 2)[2] for each in _lines(ran) if "BSC943" in each]
    assert notes[0].startswith("bsc-site 0.0.9 made the site, and this is ")
    assert notes[0].endswith("pip install bsc-site==0.0.9")
    assert notes[1].startswith("Python 3.10.1 made the site, and this is ")
    assert notes[2].startswith("mkdocs was 1.5.0, and is ")


def test_a_project_that_gives_no_site_says_why(project: Path) -> None:
    write(project, {"scorecard/shop.yml": SCORECARD.replace("kind: leading", "kind: leader")})
    ran = _verified(project)
    assert ran.code == 1
    assert "scorecard/shop.yml:16:5: BSC" in ran.err


@pytest.mark.slow
def test_a_site_that_keeps_something_from_its_readers_is_verified_too(tmp_path: Path) -> None:
    card = SCORECARD.replace("    unit:", "    audience: board\n    unit:")
    for audience in ("public", "board"):
        root = shop(tmp_path / audience, scorecard=card)
        assert called("build", "-C", root, "--as-of", DAY, "--audience", audience).code == 0
        assert _verified(root, site="build/site").code == 0
        write(root, {"scorecard/shop.yml": card.replace("Earn repeat", "Have repeat")})
        ran = _verified(root, site="build/site")
        assert ran.code == 1
        notes = [each for each in _lines(ran) if "BSC943" in each]
        assert [("names no inputs" in each, "scorecard/shop.yml" in each) for each in notes] == [
            (audience == "public", audience == "board")
        ]


@pytest.mark.parametrize(
    ("one", "other", "parting"),
    [
        (b"abc\ndef", b"abc\ndxf", Parting(2, 2, "def", "dxf")),
        ("Zähler 1".encode(), "Zähler 2".encode(), Parting(1, 8, "Zähler 1", "Zähler 2")),
        ("é".encode(), "è".encode(), Parting(1, 1, "é", "è")),
        (b"abc", b"abcd", Parting(1, 4, "abc", "abcd")),
        (b"", b"a", Parting(1, 1, "the end", "a")),
        (b"\xff\x00\x01", b"\xff\x00\x02", Parting(0, 0, "byte 3 of 3", "byte 3 of 3")),
        (b"a" * 500 + b"x" * 50, b"a" * 500 + b"y", Parting(1, 501, "a" * 12 + "x" * 28, "a" * 12 + "y")),
    ],
)
def test_the_first_place_at_which_files_part_is_found(one: bytes, other: bytes, parting: Parting) -> None:
    assert parting_of(one, other) == parting
