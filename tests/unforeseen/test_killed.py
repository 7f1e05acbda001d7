"""Killed at any moment: the old site stands or the new one, whole; the next command finds no mess and leaves none."""

from __future__ import annotations

import os
import random
import subprocess
import sys
import time
from dataclasses import dataclass
from pathlib import Path

import pytest

from tests.builders.program import DAY, FIGURES, PROGRAM, SCORECARD, shop
from tests.builders.project_folders import files_of
from tests.builders.repositories import begun, commit
from tests.commands.previewing import free_port

pytestmark = [pytest.mark.slow, pytest.mark.skipif(sys.platform == "win32", reason="kills otherwise")]

KILLS = int(os.environ.get("BSC_KILLS", "12"))
"""So many builds are killed; 200 and more when somebody has the time."""
LEFT_OUT = ("project/build/site/", "project/build/.site.spare", "project/.git/")
_SOMETIMES = 6
"""After so many kills a build comes to its end."""
INPUTS = (FIGURES, FIGURES.replace("2025-06,26", "2025-06,12").replace("2025-05,25", "2025-05,31"))


@dataclass(frozen=True)
class Ground:
    """A project in a repository, with a folder for temporary files that nobody else has."""

    root: Path
    temporary: Path

    @property
    def environment(self) -> dict[str, str]:
        """With that folder."""
        return {**os.environ, "TMPDIR": str(self.temporary)}

    def put(self, which: int) -> None:
        """One of the two inputs."""
        (self.root / "data" / "shop.csv").write_text(INPUTS[which], encoding="utf-8")

    def ran(self, *words: str) -> subprocess.CompletedProcess[str]:
        """A command, to its end."""
        command = [*PROGRAM, *words, "-C", str(self.root)]
        return subprocess.run(command, env=self.environment, capture_output=True, text=True, check=False, timeout=600)

    def killed(self, seconds: float, *words: str) -> bool:
        """Whether a command was killed before its end, after so many seconds."""
        command, nothing = [*PROGRAM, *words, "-C", str(self.root)], subprocess.DEVNULL
        with subprocess.Popen(command, env=self.environment, stdout=nothing, stderr=nothing) as running:
            try:
                running.wait(seconds)
            except subprocess.TimeoutExpired:
                running.kill()
                return True
            return False

    def site(self, name: str = "site") -> dict[str, bytes]:
        """Every file of a site."""
        return files_of(self.root / "build" / name)

    def names(self) -> set[str]:
        """Whatever lies in the project and the folder for temporary files; not the sites, nor what git keeps."""
        found = [*self.root.rglob("*"), *self.temporary.rglob("*")]
        told = {each.relative_to(self.root.parent).as_posix() for each in found}
        return {each for each in told if not each.startswith(LEFT_OUT)}


def _ground(folder: Path) -> Ground:
    (folder / "temporary").mkdir(parents=True)
    root = shop(folder / "project", scorecard=SCORECARD, figures=INPUTS[0].replace("2025-03,23", "2025-03,24"))
    commit(begun(root), "2025-05-01")
    return Ground(root, folder / "temporary")


@pytest.fixture(scope="module")
def sites(tmp_path_factory: pytest.TempPathFactory) -> tuple[dict[str, bytes], ...]:
    """The site of either input, as a build that nobody disturbs makes it."""
    found = []
    for which in (0, 1):
        ground = _ground(tmp_path_factory.mktemp(f"undisturbed-{which}"))
        ground.put(which)
        told = ground.ran("build", "--as-of", DAY)
        assert told.returncode == 0, told.stderr
        found.append(ground.site())
    assert found[0] != found[1]
    return tuple(found)


@pytest.fixture
def standing(tmp_path: Path) -> tuple[Ground, float]:
    """A project whose site stands, and the seconds that a build takes."""
    ground = _ground(tmp_path)
    ground.put(0)
    began = time.monotonic()
    assert ground.ran("build", "--as-of", DAY).returncode == 0
    return ground, time.monotonic() - began


def test_a_build_that_is_killed_leaves_one_whole_site(
    standing: tuple[Ground, float], sites: tuple[dict[str, bytes], ...]
) -> None:
    """That which stood or the new one, and after the next build nothing lies about that would not lie there anyway."""
    ground, whole = standing
    tidy, stands, killed = ground.names(), 0, 0
    moments = random.Random(200)  # noqa: S311  # the same moments in every run
    for number in range(KILLS):
        ground.put(wanted := 1 - stands)
        anew = ["--no-cache"] if moments.random() < 0.3 else []
        killed += ground.killed(moments.uniform(0.02, 1.02) * whole, "build", "--as-of", DAY, *anew)
        site = ground.site()
        assert site in (sites[stands], sites[wanted]), f"kill {number}: a mix of two sites"
        stands = sites.index(site)
        if number % _SOMETIMES == _SOMETIMES - 1:
            ground.put(stands := wanted)
            told = ground.ran("build", "--as-of", DAY)
            assert (told.returncode, ground.site() == sites[wanted]) == (0, True), told.stderr
            assert sorted(ground.names() - tidy) == []
    assert killed > KILLS // 2


def test_a_preview_that_is_killed_leaves_the_published_site_and_no_mess(
    standing: tuple[Ground, float], sites: tuple[dict[str, bytes], ...]
) -> None:
    """Whatever it was doing; the preview that stands then is whole as well."""
    ground, whole = standing
    moments = random.Random(7)  # noqa: S311  # the same moments in every run
    previews = set[int]()
    for number in range(max(4, KILLS // 6)):
        ground.put(number % 2)
        serve = ("serve", "--as-of", DAY, "--port", str(free_port()))
        ground.killed(moments.uniform(0.1, 1.6) * whole, *serve)
        assert ground.site() == sites[0]
        if (ground.root / "build" / "preview").exists():
            previews.add(hash(tuple(ground.site("preview").items())))
    assert len(previews) <= 2
    ground.put(1)
    assert ground.ran("build", "--as-of", DAY).returncode == 0
    assert list(ground.temporary.iterdir()) == []


WRITERS = {
    "plan.xml": ("export", "stratml", "--as-of", DAY, "--out"),
    "template.csv": ("export", "template", "--format", "csv", "--as-of", DAY, "--out"),
}


@pytest.mark.parametrize("file", WRITERS)
def test_a_file_that_a_killed_command_writes_is_the_old_one_or_the_new_one(file: str, tmp_path: Path) -> None:
    """No file is half of itself, and the next run leaves no part of one behind."""
    ground, undisturbed = _ground(tmp_path / "killed"), _ground(tmp_path / "undisturbed")
    began = time.monotonic()
    told = undisturbed.ran(*WRITERS[file], str(undisturbed.root / file))
    whole = time.monotonic() - began
    assert told.returncode == 0, told.stderr
    new, words = (undisturbed.root / file).read_bytes(), (*WRITERS[file], str(ground.root / file))
    moments = random.Random(11)  # noqa: S311  # the same moments in every run
    for number in range(max(4, KILLS // 6)):
        ground.killed(moments.uniform(0.3, 1.1) * whole, *words)
        assert not (ground.root / file).exists() or (ground.root / file).read_bytes() in (new, b"old")
        if number == 1:
            (ground.root / file).write_bytes(b"old")
    assert ground.ran(*words).returncode == 0
    assert (ground.root / file).read_bytes() == new
    assert sorted(ground.names() - undisturbed.names()) == []
    assert list(ground.temporary.iterdir()) == []
