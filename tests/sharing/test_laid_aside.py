"""What is laid aside is found again, and stands nowhere under a name."""

from __future__ import annotations

from pathlib import Path

import pytest

from bsc_site.publish.sharing.laid_aside import LaidFiles, Store
from bsc_site.render.page import Page


def test_what_is_laid_aside_is_found_again_in_whatever_order(tmp_path: Path) -> None:
    store = Store(tmp_path / "build")
    slips = [store.put(content) for content in (b"one", b"", bytes(range(256)) * 400)]
    assert [each.read() for each in reversed(slips)] == [bytes(range(256)) * 400, b"", b"one"]
    assert list((tmp_path / "build").iterdir()) == []


def test_files_that_are_laid_aside_are_files_like_others(tmp_path: Path) -> None:
    slip = Store(tmp_path).put(b"laid")
    files = LaidFiles({"a": b"first", "b": slip}, LaidFiles({"a": b"second"}), {"c": slip})
    assert dict(files) == {"a": b"second", "b": b"laid", "c": b"laid"}
    assert len(files) == 3
    assert "b" in files
    assert "d" not in files
    with pytest.raises(KeyError):
        files["d"]


def test_a_page_that_is_laid_aside_has_its_text(tmp_path: Path) -> None:
    page = Page("kpis/nps/", "NPS", "# Größe\n")
    laid = Page.laid_aside(page.address, page.title, Store(tmp_path).put(page.written))
    assert (laid.address, laid.title, laid.markdown, laid.source_path) == (*page[:2], page.markdown, page.source_path)
    assert laid.written == page.written
