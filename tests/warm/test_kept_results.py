"""What is kept is found again as it was, or not at all: whatever happens to its folder."""

from __future__ import annotations

import os
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path

import pytest

from bsc_site.publish.keeping.kept_results import KeptResults
from bsc_site.publish.keeping.pack import PackPlace, digest_of, told_places

WORD = "0123abcd"


def _kept(folder: Path, result: bytes = b"a page", word: str = WORD) -> Path:
    """The file of a build that kept one result."""
    with KeptResults(folder, "page") as kept:
        kept.keep(word, result)
    return folder / "page.kept"


@pytest.mark.parametrize("result", [b"", b"a page", bytes(range(256)) * 50])
def test_it_is_found_as_it_was_kept(tmp_path: Path, result: bytes) -> None:
    _kept(tmp_path / "cache", result)
    assert KeptResults(tmp_path / "cache", "page").found(WORD) == result
    assert KeptResults(tmp_path / "cache", "other").found(WORD) is None
    assert [each.name for each in (tmp_path / "cache").iterdir()] == ["page.kept"]


def test_it_is_found_at_once_and_by_nobody_else_before_the_build_is_over(tmp_path: Path) -> None:
    kept = KeptResults(tmp_path, "page")
    for word in ("a", "b"):
        kept.keep(word, word.encode())
    assert (kept.found("a"), kept.found("b")) == (b"a", b"b")
    kept.keep("c", b"c")
    assert KeptResults(tmp_path, "page").found("a") is None
    kept.prune()
    again = KeptResults(tmp_path, "page")
    assert [again.found(word) for word in "abc"] == [b"a", b"b", b"c"]


@pytest.mark.skipif(not hasattr(os, "fork"), reason="processes have no copies here")
def test_a_copy_of_the_process_keeps_nothing_and_spoils_nothing(tmp_path: Path) -> None:
    """It shares the open files, and where in them is read and written next."""
    _kept(tmp_path, b"earlier" * 9, "earlier")
    with KeptResults(tmp_path, "page") as kept:
        kept.keep("before", b"before")
        copy = os.fork()
        if not copy:
            kept.keep("copied", b"of the copy" * 9_999)
            alike = (kept.found("earlier"), kept.found("before"), kept.found("copied"))
            os._exit(0 if alike == (b"earlier" * 9, None, None) else 1)
        assert os.waitpid(copy, 0)[1] == 0
        kept.keep("after", b"after")
        assert [kept.found(word) for word in ("before", "after")] == [b"before", b"after"]
    again = KeptResults(tmp_path, "page")
    assert [again.found(word) for word in ("earlier", "before", "after")] == [b"earlier" * 9, b"before", b"after"]


def test_a_build_that_fails_keeps_what_it_made_and_removes_nothing(tmp_path: Path) -> None:
    _kept(tmp_path, b"earlier", "earlier")
    with suppress(KeyError), KeptResults(tmp_path, "page", most_unused=0) as kept:
        kept.keep("new", b"new")
        raise KeyError
    again = KeptResults(tmp_path, "page")
    assert (again.found("earlier"), again.found("new")) == (b"earlier", b"new")


def test_of_two_builds_at_once_the_later_one_counts_and_none_disturbs_the_other(tmp_path: Path) -> None:
    _kept(tmp_path, b"earlier", "earlier")
    one, other = KeptResults(tmp_path, "page"), KeptResults(tmp_path, "page")
    assert one.found("earlier") == b"earlier"
    other.keep("b", b"b" * 9)
    one.keep("a", b"a")
    other.prune()
    assert one.found("earlier") == b"earlier"
    one.prune()
    again = KeptResults(tmp_path, "page")
    assert [again.found(word) for word in ("earlier", "a", "b")] == [b"earlier", b"a", None]


def _listed(told: bytes) -> bytes:
    """A file that has nothing but this list, with the right checksum."""
    return told + digest_of("", told) + len(told).to_bytes(8, "big")


DAMAGES: dict[str, Callable[[Path], object]] = {
    "gone": lambda file: file.unlink(),
    "empty": lambda file: file.write_bytes(b""),
    "half of it": lambda file: file.write_bytes(file.read_bytes()[:-3]),
    "one sign of it": lambda file: file.write_bytes(b"A" + file.read_bytes()[1:]),
    "garbage": lambda file: file.write_bytes(bytes(range(256))),
    "its list": lambda file: file.write_bytes(file.read_bytes().replace(b" 26 ", b" 25 ")),
    "a place outside of it": lambda file: file.write_bytes(told_places({WORD: PackPlace(0, 1 << 40, 1)})),
    "a place before it": lambda file: file.write_bytes(told_places({WORD: PackPlace(-3, 30, 1)})),
    "a list of nonsense": lambda file: file.write_bytes(_listed(b"a b c d\n")),
    "a list that is no text": lambda file: file.write_bytes(_listed(b"\xff 0 20 1\n")),
    "a list with too little": lambda file: file.write_bytes(_listed(f"{WORD} 0\n".encode())),
    "a folder": lambda file: file.rename(file.with_suffix(".other")).with_suffix(".kept").mkdir(),
}


@pytest.mark.parametrize("damage", DAMAGES)
def test_what_is_damaged_is_not_found_and_can_be_kept_anew(tmp_path: Path, damage: str) -> None:
    file = _kept(tmp_path)
    DAMAGES[damage](file)
    kept = KeptResults(tmp_path, "page")
    assert kept.found(WORD) is None
    kept.keep(WORD, b"anew")
    kept.prune()
    assert KeptResults(tmp_path, "page").found(WORD) == (None if damage == "a folder" else b"anew")
    assert not list(tmp_path.glob("*.unfinished"))


def test_the_result_of_another_word_is_none(tmp_path: Path) -> None:
    """A list that was written anew says that another page is this one."""
    file = _kept(tmp_path)
    content = file.read_bytes()
    whole = len(b"a page") + 20
    file.write_bytes(content[:whole] + told_places({"ffff": PackPlace(0, whole, 1)}))
    assert KeptResults(tmp_path, "page").found("ffff") is None
    file.write_bytes(content[:whole] + told_places({WORD: PackPlace(0, whole, 1)}))
    assert KeptResults(tmp_path, "page").found(WORD) == b"a page"


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
    """The latest of what the last build did not need are left, and other kinds."""
    for word in ("old", "young", "used"):
        _kept(tmp_path, word.encode(), word)
    (tmp_path / "x.drawing").write_bytes(b"")
    with KeptResults(tmp_path, "page", most_unused=1) as kept:
        assert kept.found("used") == b"used"
    again = KeptResults(tmp_path, "page")
    assert [again.found(word) for word in ("used", "young", "old")] == [b"used", b"young", None]
    assert sorted(each.name for each in tmp_path.iterdir()) == ["page.kept", "x.drawing"]


def test_a_removal_leaves_room_so_that_not_every_build_after_it_removes_again(tmp_path: Path) -> None:
    for word in "abcdef":
        _kept(tmp_path, word.encode(), word)
    with KeptResults(tmp_path, "page", most_unused=4) as kept:
        assert kept.found("f") == b"f"
    again = KeptResults(tmp_path, "page")
    assert [word for word in "abcdef" if again.found(word)] == ["d", "e", "f"]


def test_a_build_that_makes_nothing_new_writes_nothing(tmp_path: Path) -> None:
    file = _kept(tmp_path)
    before = file.stat()
    with KeptResults(tmp_path, "page") as kept:
        kept.found(WORD)
    assert (file.stat().st_ino, file.stat().st_mtime_ns) == (before.st_ino, before.st_mtime_ns)


def test_what_a_killed_build_left_unfinished_is_removed_and_what_one_writes_now_is_not(tmp_path: Path) -> None:
    _kept(tmp_path)
    (tmp_path / "old.unfinished").write_bytes(b"half")
    other = KeptResults(tmp_path, "html")
    other.keep(WORD, b"not at its end yet")
    KeptResults(tmp_path, "page").prune()
    (left,) = tmp_path.glob("*.unfinished")
    assert left.name != "old.unfinished"
    other.prune()
    assert sorted(each.name for each in tmp_path.iterdir()) == ["html.kept", "page.kept"]


def test_little_that_is_new_stands_beside_the_large_file_which_stays(tmp_path: Path) -> None:
    file = _kept(tmp_path, b"x" * 5000, "large")
    before = file.stat()
    for word in ("a", "b"):
        with KeptResults(tmp_path, "page") as kept:
            assert kept.found("large")
            kept.keep(word, word.encode())
    assert (file.stat().st_ino, file.stat().st_mtime_ns) == (before.st_ino, before.st_mtime_ns)
    again = KeptResults(tmp_path, "page")
    assert [again.found(word) for word in ("large", "a", "b")] == [b"x" * 5000, b"a", b"b"]
    _kept(tmp_path, b"y" * 5000, "more")
    again = KeptResults(tmp_path, "page")
    assert [again.found(word) for word in ("large", "a", "b", "more")] == [b"x" * 5000, b"a", b"b", b"y" * 5000]
    assert [each.name for each in tmp_path.iterdir()] == ["page.kept"]


@pytest.mark.parametrize("name", ["page.kept", "page.more.kept"])
def test_each_file_is_found_without_the_other(tmp_path: Path, name: str) -> None:
    _kept(tmp_path, b"x" * 5000, "large")
    _kept(tmp_path, b"new", "new")
    (tmp_path / name).unlink()
    again = KeptResults(tmp_path, "page")
    assert {word for word in ("large", "new") if again.found(word)} == ({"new"} if name == "page.kept" else {"large"})
