"""A site that is built in parts, each by a build of its own, is the site that one build makes."""

from __future__ import annotations

import json
import shutil
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from bsc_site.outcomes import Order
from bsc_site.pipeline import examine
from bsc_site.render.matter.site_part import kpis_told, part_of
from tests.builders.program import called
from tests.builders.project_folders import files_of, write
from tests.parts.library import DAY, SCORECARDS, library


@pytest.fixture(scope="module")
def project(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The library, its site below `whole`, and a part for each of its scorecards below `build/parts`."""
    folder = library(tmp_path_factory.mktemp("library"))
    for id_ in SCORECARDS:
        ran = called("build", "--as-of", DAY, "--only", f"s/{id_}" if id_ == "south" else id_, cwd=folder)
        assert ran.code == 0, ran.err
    ran = called("build", "--as-of", DAY, "--out", folder / "whole", cwd=folder)
    assert ran.code == 0, ran.err
    return folder


@pytest.fixture
def parts(project: Path, tmp_path: Path) -> list[Path]:
    """A copy of the parts, to be spoilt."""
    shutil.copytree(project / "build" / "parts", tmp_path / "parts")
    return [tmp_path / "parts" / each for each in SCORECARDS]


def test_parts_that_are_joined_are_the_site_of_one_build_byte_for_byte(project: Path) -> None:
    """Pages, search index, map of the site, page for missing pages, feeds, API, finder: every file."""
    ran = called("assemble", *(f"build/parts/{each}" for each in reversed(SCORECARDS)), cwd=project)
    assert ran.code == 0, ran.err
    whole, joined = files_of(project / "whole"), files_of(project / "build" / "site")
    assert [path for path in whole if joined.get(path) != whole[path]] == []
    assert joined.keys() == whole.keys()
    shared = {"search/search_index.json", "search/search_index.js", "sitemap.xml", "sitemap.xml.gz", "404.html"}
    assert joined.keys() >= shared | {"s/north-branch/index.html", "s/north/kpis/readers-north/index.html"}
    assert "pages in" in ran.out
    assert "from 3 parts" in ran.out


def test_a_part_holds_the_pages_and_files_of_its_scorecard_and_no_other(project: Path) -> None:
    """What the site has once comes with the scorecard at the top."""
    north, city = (
        json.loads((project / "build/parts" / each / "part.json").read_bytes()) for each in ("north", "city")
    )
    charts = {path for path in north["files"] if path.startswith("data/charts/")}
    assert charts >= {"data/charts/kpi/members-north.js", "data/charts/initiatives/north.js"}
    assert {tuple(path.split("/")[:2]) for path in north["files"].keys() - charts} == {
        ("s", "north"),
        ("s", "north-branch"),
    }
    assert [path for path in charts if "north" not in path] == []
    assert [path for path in city["files"] if path.startswith("s/")] == ["s/note.html"]
    assert {"index.html", "about.html", "404.html", "assets/bsc-site/finder-index.js", "feed.xml"} <= city[
        "files"
    ].keys()
    assert north["files"].keys() == files_of(project / "build/parts/north/site").keys()


def test_a_part_looks_ahead_only_where_its_pages_do(project: Path) -> None:
    """Its own KPIs, those below it, and those for which somebody is answerable who has a page in it."""
    order = Order(project, date.fromisoformat(DAY), only=("south",))
    found = examine(order).assessment
    assert found is not None
    assert {name for name, each in found.kpis.items() if each.signal.points} == {"members-south", "visits-south"}
    parts = {name: part_of(found.project, (name,)) for name in SCORECARDS}
    told = {name: kpis_told(found, part) for name, part in parts.items()}
    assert told["north"] == {"members-north", "visits-north", "visits-south"}
    assert told["city"] == set(found.kpis)


def test_several_scorecards_can_be_one_part(project: Path, tmp_path: Path) -> None:
    """Their folder bears the names of all."""
    folder = shutil.copytree(project, tmp_path / "copy")
    ran = called("build", "--as-of", DAY, "--only", "north", "--only", "s/south/", cwd=folder)
    assert ran.code == 0, ran.err
    ran = called("assemble", "build/parts/city", "build/parts/north+south", cwd=folder)
    assert ran.code == 0, ran.err
    assert files_of(folder / "build" / "site") == files_of(project / "whole")


def test_a_scorecard_that_does_not_exist_is_wrong_usage(project: Path) -> None:
    """With the one that was meant, before anything is computed."""
    ran = called("build", "--only", "nort", cwd=project)
    assert (ran.code, ran.lines[-1]) == (
        2,
        "Error: 'nort' is not a scorecard of this project; did you mean 'north'?",
    )


def test_shares_of_about_as_many_pages_are_the_whole_site_too(project: Path, tmp_path: Path) -> None:
    """For a matrix of jobs that need not know the scorecards."""
    folder = shutil.copytree(project, tmp_path / "copy")
    for share in ("1/2", "2/2"):
        ran = called("build", "--as-of", DAY, "--only", share, cwd=folder)
        assert ran.code == 0, ran.err
    ran = called("assemble", "build/parts/1-of-2", "build/parts/2-of-2", cwd=folder)
    assert ran.code == 0, ran.err
    assert files_of(folder / "build" / "site") == files_of(project / "whole")


@pytest.mark.parametrize(
    ("share", "words"),
    [
        ("3/2", "there is no part 3 of 2; write 1/2 to 2/2"),
        ("0/3", "there is no part 0 of 3; write 1/3 to 3/3"),
        ("1/4", "there is no part 1 of 4; the project has 3 scorecards, so write 1/3 to 3/3"),
    ],
)
def test_a_share_that_does_not_exist_is_wrong_usage(project: Path, share: str, words: str) -> None:
    """There is no part without a scorecard."""
    ran = called("build", "--only", share, cwd=project)
    assert (ran.code, ran.lines[-1]) == (2, f"Error: {words}")


def _refused(parts: list[Path], *lines: str) -> None:
    """Nothing is published, for these reasons."""
    out = parts[0].parent / "out"
    ran = called("assemble", *parts, "--out", out, cwd=parts[0].parent)
    told = [line.replace(f"{parts[0].parent.as_posix()}/", "") for line in ran.lines]
    assert (ran.code, told, out.exists()) == (1, list(lines), False)


def test_a_scorecard_without_a_part_is_named(parts: list[Path]) -> None:
    """With the command that builds what is missing."""
    ran = called("assemble", parts[1])
    assert ran.code == 1
    assert ran.err.endswith(
        "BSC932 error: no part holds city, south; build what is missing: bsc-site build --only city --only south\n"
    )


def test_a_scorecard_in_two_parts_is_named(parts: list[Path]) -> None:
    """A folder of an earlier run was left."""
    twin = shutil.copytree(parts[1], parts[1].with_name("twin"))
    ran = called("assemble", *parts, twin)
    assert ran.code == 1
    assert f"{twin.as_posix()}:0:0: BSC933 error: holds the scorecard 'north', and so does" in ran.err


def test_a_folder_that_is_no_part_is_named(parts: list[Path]) -> None:
    """A site is none."""
    _refused(
        [*parts, parts[0].parent],
        f"{parts[0].parent.as_posix()}:0:0: BSC930 error: holds no part of a site: there is no part.json; "
        "`bsc-site build --only SCORECARD` makes one",
    )


def _label(part: Path) -> dict[str, Any]:
    return dict(json.loads((part / "part.json").read_bytes()))


def _relabelled(part: Path, **facts: str) -> None:
    label = _label(part)
    label["made_from"] |= facts
    (part / "part.json").write_text(json.dumps(label))


@pytest.mark.parametrize(
    ("fact", "value", "words"),
    [
        ("program", "0.0.9", "was made by bsc-site 0.0.9, others by"),
        ("packages", "mkdocs 1.5", "was made with mkdocs 1.5, others with"),
        (
            "day",
            "2025-07-11",
            "is of 2025-07-11, others are of 2025-07-10; name the same day with --as-of",
        ),
        ("audience", "board", "is for the audience board, others are for public; name the same --audience"),
        ("address", "https://a.b/", "is for the address https://a.b/, others are for none; name the same --site-url"),
        ("files", "0" * 64, "was made from other files than the others; check out the same commit in every job"),
        ("history", "abc false", "was made from another commit or depth of the history"),
        (
            "figures",
            "0" * 64,
            "was made from other figures than the others: a connection said something",
        ),
    ],
)
def test_a_part_that_does_not_belong_to_the_others_is_told_apart(
    parts: list[Path], fact: str, value: str, words: str
) -> None:
    """One line, which says how to get parts that belong together."""
    _relabelled(parts[2], **{fact: value})
    ran = called("assemble", *parts)
    assert (ran.code, len(ran.lines)) == (1, 1)
    assert ran.err.startswith(f"{parts[2].as_posix()}:0:0: BSC931 error: {words}")


def test_a_file_that_was_changed_or_lost_on_the_way_is_named(parts: list[Path]) -> None:
    """As when an upload was cut off."""
    page, feed = parts[1] / "site/s/north/index.html", parts[1] / "site/s/north/feed.xml"
    page.write_bytes(page.read_bytes() + b" ")
    feed.unlink()
    again = "hand the part over again, or build it again"
    _refused(
        parts,
        f"north/site/s/north/feed.xml:0:0: BSC934 error: is missing; {again}",
        f"north/site/s/north/index.html:0:0: BSC934 error: is not as it was built; {again}",
    )


@pytest.mark.parametrize("text", ["", "{}", "[1]", '{"form": "bsc-site part 1"}', '{"form": "bsc-site part 2"}'])
def test_a_label_that_cannot_be_read_is_named(parts: list[Path], text: str) -> None:
    """Whatever it holds."""
    (parts[1] / "part.json").write_text(text)
    _refused(
        parts,
        "north/part.json:0:0: BSC934 error: is damaged, or of another version of bsc-site; build the part again",
    )


def test_entries_that_cannot_be_read_are_named(parts: list[Path]) -> None:
    """Without them the search would find nothing of the part."""
    (parts[1] / "entries.json").write_text("{}")
    _refused(parts, "north/entries.json:0:0: BSC934 error: is missing or damaged; build the part again")


def test_a_part_writes_nowhere_but_into_the_site(parts: list[Path]) -> None:
    """A label may come from anywhere."""
    label = _label(parts[1])
    write(parts[1], {"out.txt": "x"})
    label["files"] = {"../out.txt": "0" * 64}
    (parts[1] / "part.json").write_text(json.dumps(label))
    _refused(
        parts,
        "north/part.json:0:0: BSC934 error: is damaged, or of another version of bsc-site; build the part again",
    )


def test_a_link_into_another_part_is_proved_when_all_are_there(tmp_path: Path) -> None:
    """The part alone cannot tell; of the whole the line names the page of the project."""
    folder = library(tmp_path, {"docs/about.md": '# About\n\n<a href="s/north/gone/index.html">gone</a>\n'})
    for id_ in SCORECARDS:
        ran = called("build", "--as-of", DAY, "--only", id_, cwd=folder)
        assert ran.code == 0, ran.err
    ran = called("assemble", *(f"build/parts/{each}" for each in SCORECARDS), cwd=folder)
    assert ran.code == 1
    assert ran.err == "docs/about.md:3:10: BSC513 error: 's/north/gone/index.html' leads nowhere\n"
    assert not (folder / "build" / "site").exists()


def test_a_dead_link_within_a_part_is_found_by_its_build(tmp_path: Path) -> None:
    """That of the scorecard at the top has the project's own pages."""
    folder = library(tmp_path, {"docs/about.md": "# About\n\n[gone](kpis/gone/index.md)\n"})
    assert called("build", "--as-of", DAY, "--only", "north", cwd=folder).code == 0
    ran = called("build", "--as-of", DAY, "--only", "city", cwd=folder)
    assert ran.code == 1
    assert "BSC513" in ran.err
