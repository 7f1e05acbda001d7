"""The cache of pictures: safe to delete, never trusted when it is damaged, and no larger than it needs to be."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from bsc_site.publish.publication import picture_cache, preview_files
from bsc_site.render.previews.preview_picture import PreviewPicture

ONE, TWO = PreviewPicture("A", "One"), PreviewPicture("A", "Two")
PICTURES = {"kpis/one/": ONE, "kpis/two/": TWO}


@pytest.fixture
def drawn(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """Every picture that is drawn, by a pencil that is faster than the true one."""
    found: list[str] = []

    def pencil(svg: str, _scale: float) -> bytes:
        found.append(svg)
        return f"PNG of {svg}".encode()

    monkeypatch.setattr("bsc_site.render.charts.pixels.png_of", pencil)
    return found


def entries(folder: Path) -> list[Path]:
    """The files of the cache in the order of their names."""
    return sorted(folder.iterdir())


def made(cache: Path | None, **pictures: PreviewPicture) -> dict[str, bytes]:
    """The files of the pictures."""
    return preview_files.preview_files(pictures or PICTURES, cache)


def test_what_was_drawn_is_not_drawn_again(tmp_path: Path, drawn: list[str]) -> None:
    assert (made(tmp_path), len(drawn)) == (made(tmp_path), 2)


def test_only_the_changed_picture_is_drawn(tmp_path: Path, drawn: list[str]) -> None:
    made(tmp_path, one=ONE)
    made(tmp_path, one=ONE, two=TWO)
    assert len(drawn) == 2


def test_the_same_picture_on_two_pages_is_drawn_once(tmp_path: Path, drawn: list[str]) -> None:
    made(tmp_path, one=ONE, same=ONE)
    assert len(drawn) == 1


def test_without_a_cache_the_result_is_the_same(tmp_path: Path, drawn: list[str]) -> None:
    assert made(None) == made(tmp_path)
    assert len(drawn) == 4


@pytest.mark.parametrize("damage", [b"", b"half", b"0" * 64 + b"\nforged", b"\xff\xfe\n\x00"])
def test_a_damaged_entry_is_drawn_again(tmp_path: Path, damage: bytes, drawn: list[str]) -> None:
    first = made(tmp_path)
    for entry in entries(tmp_path):
        entry.write_bytes(damage)
    assert (made(tmp_path), len(drawn)) == (first, 4)


def test_a_truncated_entry_is_drawn_again(tmp_path: Path, drawn: list[str]) -> None:
    first = made(tmp_path)
    for entry in entries(tmp_path):
        entry.write_bytes(entry.read_bytes()[:-1])
    assert (made(tmp_path), len(drawn)) == (first, 4)


def test_the_folder_may_be_deleted_at_any_time(tmp_path: Path, drawn: list[str]) -> None:
    folder = tmp_path / "cache"
    first = made(folder)
    for entry in entries(folder):
        entry.unlink()
    folder.rmdir()
    assert (made(folder), len(drawn)) == (first, 4)


@pytest.mark.usefixtures("drawn")
def test_a_cache_that_is_no_folder_is_done_without(tmp_path: Path) -> None:
    blocked = tmp_path / "cache"
    blocked.write_text("a file", encoding="utf-8")
    assert made(blocked) == made(None)


@pytest.mark.usefixtures("drawn")
def test_a_full_disk_does_not_stop_the_drawing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(*_: object) -> object:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "fdopen", full)
    assert made(tmp_path) == made(None)


@pytest.mark.usefixtures("drawn")
def test_entries_that_no_build_needs_are_removed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(picture_cache, "_MOST_UNUSED", 1)
    for age, name in enumerate(("young", "old")):
        picture_cache.store(tmp_path, name, b"")
        os.utime(tmp_path / f"{name}.drawing", (1000 - age, 1000 - age))
    made(tmp_path, one=ONE)
    names = {entry.name for entry in entries(tmp_path)}
    assert ("young.drawing" in names, "old.drawing" in names, len(names)) == (True, False, 2)


@pytest.mark.usefixtures("drawn")
def test_of_more_than_a_thousand_pictures_only_new_ones_are_drawn(tmp_path: Path, drawn: list[str]) -> None:
    pictures = {f"kpis/{at}/": PreviewPicture("A", f"Number {at}") for at in range(2500)}
    made(tmp_path, **pictures)
    made(tmp_path, **{**pictures, "kpis/7/": PreviewPicture("A", "Another")})
    made(tmp_path, **pictures)
    assert len(drawn) == 2501
