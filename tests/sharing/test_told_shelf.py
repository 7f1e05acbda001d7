"""What conclusions are told as lies on the shelf without taking memory, and other processes find it there, too."""

from __future__ import annotations

from pathlib import Path

import pytest

from bsc_site.publish.sharing.told_shelf import ToldShelf, unpacked

TOLD = [[1.5, None, "Größe"], True, {"a": [1, 2]}, ["x" * 700_000], [], ["y" * 700_000], "end"]


def test_what_is_put_there_is_told_again_in_whatever_order(tmp_path: Path) -> None:
    """Laid aside or not yet."""
    shelf = ToldShelf(tmp_path / "cache")
    places = [shelf.put(each) for each in TOLD]
    assert [shelf.told(each) for each in reversed(places)] == TOLD[::-1]
    assert list((tmp_path / "cache").iterdir()) == []


def test_another_process_finds_it(tmp_path: Path) -> None:
    """And packs what it has found with what it was told itself."""
    shelf = ToldShelf(tmp_path)
    told = {"kind": {str(number): shelf.put(each) for number, each in enumerate(TOLD)}, "none": {}}
    other = ToldShelf(tmp_path / "other")
    found = unpacked(b"".join(shelf.packed(told)))
    both = {**found, "other": {"word": other.put(7)}}
    again = unpacked(b"".join(other.packed(both)))
    assert [other.told(each) for each in again["kind"].values()] == TOLD
    assert again["none"] == {}
    assert other.told(again["other"]["word"]) == 7


def test_nothing_is_lost_where_nothing_can_be_laid_aside(tmp_path: Path) -> None:
    """It stays in memory."""
    (tmp_path / "file").write_bytes(b"")
    shelf = ToldShelf(tmp_path / "file")
    places = [shelf.put(each) for each in TOLD]
    assert [shelf.told(each) for each in places] == TOLD


def test_what_cannot_be_packed_is_not_put_there(tmp_path: Path) -> None:
    shelf = ToldShelf(tmp_path)
    for each in (object(), 1 << 70):
        with pytest.raises(TypeError):
            shelf.put(each)


@pytest.mark.parametrize("content", [b"", b"x", b"\xc1", b"\x81\xa4kind\x07"])
def test_what_nobody_has_packed_is_nothing(content: bytes, tmp_path: Path) -> None:
    with pytest.raises(ValueError, match=r".*"):
        unpacked(content)
    with pytest.raises(ValueError, match=r".*"):
        ToldShelf(tmp_path).told(content[:1] + b"\xc1\xc1")
