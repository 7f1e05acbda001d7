"""What is kept is found again as it was, or not at all: whatever happens to its folder."""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path

import pytest

from bsc_site.publish.keeping.kept_results import KeptResults

WORD = "0123abcd"


def _kept(folder: Path, result: bytes = b"a page") -> Path:
    KeptResults(folder, "page").keep(WORD, result)
    return folder / f"{WORD}.page"


@pytest.mark.parametrize("result", [b"", b"a page", bytes(range(256)) * 50])
def test_it_is_found_as_it_was_kept(tmp_path: Path, result: bytes) -> None:
    _kept(tmp_path / "cache", result)
    assert KeptResults(tmp_path / "cache", "page").found(WORD) == result
    assert KeptResults(tmp_path / "cache", "other").found(WORD) is None
    assert [each.name for each in (tmp_path / "cache").iterdir()] == [f"{WORD}.page"]


DAMAGES: dict[str, Callable[[Path], object]] = {
    "gone": lambda file: file.unlink(),
    "empty": lambda file: file.write_bytes(b""),
    "half of it": lambda file: file.write_bytes(file.read_bytes()[:-3]),
    "one sign of it": lambda file: file.write_bytes(b"A" + file.read_bytes()[1:]),
    "garbage": lambda file: file.write_bytes(bytes(range(256))),
    "a folder": lambda file: file.rename(file.with_suffix(".other")).with_suffix(".page").mkdir(),
}


@pytest.mark.parametrize("damage", DAMAGES)
def test_what_is_damaged_is_not_found_and_can_be_kept_anew(tmp_path: Path, damage: str) -> None:
    file = _kept(tmp_path)
    DAMAGES[damage](file)
    kept = KeptResults(tmp_path, "page")
    assert kept.found(WORD) is None
    kept.keep(WORD, b"anew")
    assert kept.found(WORD) in {b"anew", None}
    assert not list(tmp_path.glob("*.part"))


def test_the_result_of_another_word_is_none(tmp_path: Path) -> None:
    """A file that was renamed says what another page is."""
    _kept(tmp_path).rename(tmp_path / "ffff.page")
    assert KeptResults(tmp_path, "page").found("ffff") is None


def test_where_nothing_can_be_written_nothing_is_kept(tmp_path: Path) -> None:
    """A file stands where the folder would be, so this holds for an administrator too."""
    (tmp_path / "cache").write_text("a file")
    kept = KeptResults(tmp_path / "cache", "page")
    kept.keep(WORD, b"a page")
    kept.prune()
    assert kept.found(WORD) is None
    assert (tmp_path / "cache").read_text() == "a file"


def test_without_a_folder_nothing_is_kept() -> None:
    kept = KeptResults(None, "page")
    kept.keep(WORD, b"a page")
    kept.prune()
    assert kept.found(WORD) is None


def test_what_no_build_needed_for_long_is_removed(tmp_path: Path) -> None:
    """The youngest of what the last build did not need are left, and other kinds."""
    for age, name in enumerate(("used", "young", "old")):
        KeptResults(tmp_path, "page").keep(name, b"")
        os.utime(tmp_path / f"{name}.page", (1e9 - age, 1e9 - age))
    (tmp_path / "x.drawing").write_bytes(b"")
    kept = KeptResults(tmp_path, "page", most_unused=1)
    assert kept.found("used") == b""
    kept.prune()
    assert sorted(each.name for each in tmp_path.iterdir()) == ["used.page", "x.drawing", "young.page"]


def test_what_a_killed_build_left_unfinished_is_removed_and_what_one_writes_now_is_not(tmp_path: Path) -> None:
    kept = KeptResults(tmp_path, "page")
    kept.keep("a", b"")
    for name, age in (("old.part", 7200), ("new.part", 60)):
        (tmp_path / name).write_bytes(b"half")
        now = (tmp_path / "a.page").stat().st_mtime
        os.utime(tmp_path / name, (now - age, now - age))
    kept.prune()
    assert sorted(each.name for each in tmp_path.iterdir()) == ["a.page", "new.part"]
