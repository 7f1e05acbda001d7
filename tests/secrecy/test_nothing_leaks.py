"""Nothing leaks: what is hidden in random scorecards stands in no byte that its site has, and changes none."""

from __future__ import annotations

import os
import shutil
from collections.abc import Mapping
from pathlib import Path

import pytest

from bsc_site.compute.audience import Circle
from tests.builders.program import run
from tests.builders.project_folders import files_of, write
from tests.builders.repositories import begun, commit
from tests.secrecy.random_scorecards import kept_from, scorecard_files
from tests.secrecy.rendered import AS_OF, project_folder, rendered
from tests.secrecy.sealed_words import found_in

COMMITTED = (1, 12, 18)
FEW = (1, 3, 4, 7, 9, 12)
SECRETS = int(os.environ.get("BSC_SECRETS", "30"))
"""So many scorecards are tried at length, and a fifth of them as finished sites; 500 take an hour."""
MANY = range(20, 20 + SECRETS)
BUILT = range(1000, 1000 + SECRETS // 5)


def leaks(files: Mapping[str, bytes]) -> list[tuple[str, str]]:
    """Each file that names something hidden, with the place."""
    told = ((path, next(found_in(path.encode() + b"\n" + content), None)) for path, content in files.items())
    return [(path, found) for path, found in told if found is not None]


def others(one: Mapping[str, bytes], other: Mapping[str, bytes]) -> list[str]:
    """The files that are not the same."""
    return [path for path in sorted(one.keys() | other.keys()) if one.get(path) != other.get(path)]


def hold(root: Path, seed: int, *audiences: str) -> None:
    """Nothing of the project of this seed leaks to these audiences, from whom something is kept."""
    for audience in audiences:
        shown = rendered(project_folder(root, seed), audience)
        assert leaks(shown) == [], (seed, audience)
        assert others(shown, rendered(project_folder(root, seed, 1, more=True), audience)) == [], (seed, audience)


@pytest.mark.parametrize("seed", FEW)
def test_no_hidden_word_or_number_is_told_and_none_changes_a_byte(tmp_path: Path, seed: int) -> None:
    """All that is hidden becomes other, and there is more of it."""
    hold(tmp_path / "project", seed, *kept_from(scorecard_files(seed))[:1])


def committed(root: Path, seed: int, then: int) -> dict[str, bytes]:
    """The site of a project whose hidden elements were others in its first commit, and a visible one in any case."""
    begun(project_folder(root, seed, then))
    commit(root, "2025-05-10")
    shutil.rmtree(root / "scorecard")
    for name, text in scorecard_files(seed).items():
        write(root, {name: text.replace("Scorecard 0", "Scorecard zero")})
    commit(root, "2025-07-01")
    return rendered(root)


@pytest.mark.parametrize("seed", COMMITTED)
def test_what_was_hidden_and_became_other_is_in_no_history(tmp_path: Path, seed: int) -> None:
    """Nor is the day on which it did."""
    shown = committed(tmp_path / "other", seed, 1)
    assert leaks(shown) == []
    assert others(shown, committed(tmp_path / "same", seed, 0)) == []


@pytest.mark.slow
def test_nothing_leaks_from_many_scorecards(tmp_path: Path) -> None:
    """The same, at length, for every audience from whom something is kept."""
    for seed in MANY:
        hold(tmp_path / "project", seed, *kept_from(scorecard_files(seed)))


@pytest.mark.slow
def test_nothing_leaks_from_finished_sites(tmp_path: Path) -> None:
    """The files as they are published: with search, sitemap, scripts and all that the engine adds."""
    for seed in BUILT:
        root = project_folder(tmp_path / "project", seed)
        for audience in kept_from(scorecard_files(seed)):
            told = run("build", "-C", root, "--as-of", AS_OF, "--audience", audience, "--out", root / "out")
            assert told.code == 0, (seed, told.err)
            files = files_of(root / "out")
            assert leaks({path: each for path, each in files.items() if "vega" not in path}) == [], (seed, audience)


def test_what_is_hidden_is_found_where_nothing_is_left_out(tmp_path: Path) -> None:
    """The search can fail: nearly every page of a site for those who see everything has something of it."""
    told = leaks(rendered(project_folder(tmp_path / "project", 5), Circle.EVERYTHING))
    assert len(told) > 50
