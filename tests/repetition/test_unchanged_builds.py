"""A build of what has not changed says what was said before; whatever may change the site makes it anew."""

from __future__ import annotations

import os
import subprocess
from collections.abc import Callable
from dataclasses import dataclass, field, replace
from datetime import date
from pathlib import Path

import pytest

import bsc_site.pipeline
from bsc_site.building import ToldOfABuild, WantedBuild, built
from bsc_site.model.problem import Place, Problem
from bsc_site.model.rules import problem
from bsc_site.outcomes import Order, Outcome
from bsc_site.publish.delivery import Delivery
from bsc_site.publish.publication.site import Published
from tests.builders.project_folders import write

FILES = {
    "scorecard/scorecard.yml": "id: a\n",
    "data/a.csv": "kpi,period,value\n",
    "docs/own.md": "# Own\n",
    "docs_templates/home.md.jinja": "home",
    "docs_templates/assets/own.css": "a {}",
    "mkdocs.yml": "site_name: A\n",
}
NOTE = problem("BSC218", Place("scorecard/scorecard.yml", 1, 1), "a note")


@dataclass
class Builds:
    """How often the site was made, and what is wrong with the project each time."""

    made: int = 0
    problems: tuple[Problem, ...] = (NOTE,)
    orders: list[Order] = field(default_factory=list)

    def build_site(self, order: Order, delivery: Delivery) -> Outcome:
        """A small site in the place of the one that stood there."""
        self.made += 1
        self.orders.append(order)
        write(delivery.out, {"index.html": f"made {self.made}", "kpis/a/index.html": "a"})
        return Outcome(self.problems, Published(delivery.out, 2, 2, 10), ("a remark",))


@pytest.fixture
def builds(monkeypatch: pytest.MonkeyPatch) -> Builds:
    """What stands for the one straight pass."""
    made = Builds()
    monkeypatch.setattr(bsc_site.pipeline, "build_site", made.build_site)
    return made


@pytest.fixture
def wanted(tmp_path: Path) -> WantedBuild:
    """The build of a small project."""
    write(tmp_path / "project", FILES)
    return WantedBuild(
        tmp_path / "project", date(2026, 11, 5), None, strict=False, out=None, site_url=None, no_cache=False
    )


def test_it_says_the_same_and_makes_nothing(builds: Builds, wanted: WantedBuild) -> None:
    first, second, third = built(wanted), built(wanted), built(wanted)
    assert builds.made == 1
    assert first == ToldOfABuild(
        ("scorecard/scorecard.yml:1:1: BSC218 note: a note",),
        ("1 note", f"2 pages in {wanted.folder / 'build' / 'site'}", "a remark"),
    )
    assert second == third == replace(first, lines=(*first.lines, "Nothing has changed since that build."))


def _written(path: str, text: str = "changed") -> Callable[[Path], object]:
    return lambda folder: write(folder, {path: text})


def _the_same_length(folder: Path) -> None:
    """Another text of the same size, and the time of the old one put back."""
    path = folder / "data" / "a.csv"
    before = path.stat()
    path.write_text(FILES["data/a.csv"].upper())
    os.utime(path, ns=(before.st_atime_ns, before.st_mtime_ns))


EDITS: dict[str, Callable[[Path], object]] = {
    "YAML": _written("scorecard/scorecard.yml"),
    "data": _written("data/a.csv"),
    "data of the same size and time": _the_same_length,
    "new data": _written("data/b.csv"),
    "data elsewhere": _written("finance/b.csv"),
    "data in a hidden folder": _written(".finance/b.csv"),
    "data in a folder of that name": _written("data/build/b.csv"),
    "data removed": lambda folder: (folder / "data/a.csv").unlink(),
    "data renamed": lambda folder: (folder / "data/a.csv").rename(folder / "data/b.csv"),
    "own page": _written("docs/own.md"),
    "template": _written("docs_templates/home.md.jinja"),
    "style sheet": _written("docs_templates/assets/own.css"),
    "settings": _written("mkdocs.yml", "site_name: B\n"),
    "a page of the site": _written("build/site/index.html"),
    "a page of the site removed": lambda folder: (folder / "build/site/kpis/a/index.html").unlink(),
    "a file added to the site": _written("build/site/more.html"),
    "a damaged record": _written("build/.site.last.json", "{"),
    "a record of something else": _written("build/.site.last.json", '{"made_from": 1, "site": [], "lines": 3}'),
}


@pytest.mark.parametrize("edit", EDITS)
def test_what_may_change_the_site_makes_it_anew(builds: Builds, wanted: WantedBuild, edit: str) -> None:
    built(wanted)
    EDITS[edit](wanted.folder)
    built(wanted)
    assert builds.made == 2


@pytest.mark.parametrize(
    "other",
    [{"as_of": date(2026, 11, 6)}, {"audience": "board"}, {"strict": True}, {"site_url": "https://example.org/"}],
)
def test_another_command_makes_it_anew(builds: Builds, wanted: WantedBuild, other: dict[str, object]) -> None:
    built(wanted)
    built(replace(wanted, **other))  # type: ignore[arg-type]  # a table of cases
    built(wanted)
    assert builds.made == 3


def test_a_commit_makes_it_anew(builds: Builds, wanted: WantedBuild) -> None:
    """The history tells when data was delivered, and what stood a month ago."""
    git = ["git", "-C", str(wanted.folder)]
    subprocess.run([*git, "init", "-q"], check=True)
    built(wanted)
    subprocess.run([*git, "add", "data"], check=True)
    subprocess.run([*git, "commit", "-qm", "Data"], check=True)
    built(wanted)
    assert builds.made == 2


@pytest.mark.parametrize(("edit", "tries"), [("data", 2), ("template", 2), ("history", 2), ("site", 1)])
def test_a_build_under_which_the_project_changes_begins_anew(
    monkeypatch: pytest.MonkeyPatch, wanted: WantedBuild, edit: str, tries: int
) -> None:
    """Pages and manifest tell of one input; what the build writes itself is none."""
    git = ["git", "-C", str(wanted.folder)]
    subprocess.run([*git, "init", "-q"], check=True)
    changes = {"data": "data/a.csv", "template": "docs_templates/home.md.jinja", "site": "build/site/index.html"}
    begun = list[Order]()

    def build_site(order: Order, delivery: Delivery) -> Outcome:
        begun.append(order)
        if edit in changes and len(begun) == 1:
            write(wanted.folder, {changes[edit]: "changed"})
        elif len(begun) == 1:
            subprocess.run([*git, "commit", "-qm", "Nothing", "--allow-empty"], check=True)
        delivery.progress.step("Writing the pages")
        write(delivery.out, {"index.html": "a"})
        return Outcome((), Published(delivery.out, 1, 1, 10), ())

    monkeypatch.setattr(bsc_site.pipeline, "build_site", build_site)
    built(wanted)
    assert len(begun) == tries


@pytest.mark.parametrize(
    "files",
    [
        {"scorecard/connections.yml": "a: {}\n"},
        {"mkdocs.yml": "site_name: !ENV NAME\n"},
        {"mkdocs.yml": "extra: {a: [!ENV [NAME, b]]}\n"},
        {"mkdocs.yml": "hooks: [mine.py]\n", "mine.py": ""},
        {"mkdocs.yml": "plugins: [search, tags]\n"},
        {"mkdocs.yml": "INHERIT: ../base.yml\n"},
        {"mkdocs.yml": "docs_dir: ../pages\n"},
    ],
)
def test_what_depends_on_more_than_files_is_always_made(
    builds: Builds, wanted: WantedBuild, files: dict[str, str]
) -> None:
    """A database, a program of the project, the environment, files of others."""
    write(wanted.folder, files)
    built(wanted)
    built(wanted)
    assert builds.made == 2


def test_what_was_said_about_the_site_before_is_not_said_again(builds: Builds, wanted: WantedBuild) -> None:
    """A name that has gone is told against the site that stood; the next build finds another one."""
    builds.problems = (problem("BSC122", Place("scorecard/scorecard.yml", 1, 1), "gone"),)
    built(wanted)
    built(wanted)
    assert builds.made == 2


def test_a_link_to_a_folder_makes_every_build_a_real_one(builds: Builds, wanted: WantedBuild) -> None:
    (wanted.folder / "docs" / "more").symlink_to(wanted.folder / "data")
    built(wanted)
    built(wanted)
    assert builds.made == 2


def test_without_a_cache_nothing_is_remembered(builds: Builds, wanted: WantedBuild) -> None:
    built(replace(wanted, no_cache=True))
    built(wanted)
    built(replace(wanted, no_cache=True))
    assert builds.made == 3


def test_a_build_that_fails_is_not_repeated(
    builds: Builds, wanted: WantedBuild, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Nor is what stood before it, for a build that was broken off may have left anything."""
    built(wanted)
    assert builds.made == 1
    monkeypatch.setattr(bsc_site.pipeline, "build_site", lambda *_: Outcome((NOTE,), None))
    write(wanted.folder, {"data/a.csv": "x"})
    assert built(wanted).refused
    assert built(wanted).refused
    assert built(wanted).lines[-1] == "Nothing was published."
