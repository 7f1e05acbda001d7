"""The Markdown tree holds exactly what the sources say."""

from __future__ import annotations

from pathlib import Path

import pytest

from bsc_site.model.failure import WrongUse
from bsc_site.publish.disk.file_changes import Disk
from bsc_site.publish.disk.tree import MARKER, Sources, clashes, own_files, write_tree
from bsc_site.render.page import Page
from tests.builders.project_folders import files_of
from tests.builders.publications import HOME, NPS, site_folder

DISK = Disk()


def _tree(folder: Path) -> set[str]:
    return set(files_of(folder)) - {MARKER}


def test_pages_files_and_own_pages_join_one_tree(tmp_path: Path) -> None:
    """Generated and own files stand side by side."""
    site_folder(tmp_path, {"docs/about.md": "# About", "docs/img/logo.svg": "<svg/>", "docs/.hidden": "no"})
    sources = Sources((HOME, NPS), {"data/nps.csv": b"x"}, own_files(tmp_path / "docs"))
    write_tree(tmp_path / "build", sources, DISK)
    assert _tree(tmp_path / "build") == {"index.md", "kpis/nps/index.md", "data/nps.csv", "about.md", "img/logo.svg"}


def test_a_file_with_the_right_bytes_is_not_touched(tmp_path: Path) -> None:
    """The second run writes nothing, so that watchers see nothing."""
    sources = Sources((HOME, NPS), {}, {})
    assert write_tree(tmp_path / "docs", sources, DISK) == 2
    assert write_tree(tmp_path / "docs", sources, DISK) == 0


def test_what_is_no_longer_generated_is_deleted_with_its_folder(tmp_path: Path) -> None:
    """No page of yesterday stays."""
    write_tree(tmp_path / "docs", Sources((HOME, NPS), {}, {}), DISK)
    write_tree(tmp_path / "docs", Sources((HOME,), {}, {}), DISK)
    assert _tree(tmp_path / "docs") == {"index.md"}
    assert not (tmp_path / "docs/kpis").exists()


def test_a_file_can_become_a_folder_and_a_folder_a_file(tmp_path: Path) -> None:
    """Addresses may change their kind from one build to the next."""
    folder = tmp_path / "docs"
    write_tree(folder, Sources((), {"a": b"1", "b/c": b"2"}, {}), DISK)
    write_tree(folder, Sources((), {"a/d": b"3", "b": b"4"}, {}), DISK)
    assert _tree(folder) == {"a/d", "b"}


def test_a_folder_of_somebody_else_is_left_alone(tmp_path: Path) -> None:
    """Without our marker nothing is deleted and nothing is written."""
    site_folder(tmp_path, {"docs/thesis.txt": "ten years of work"})
    with pytest.raises(WrongUse, match="BSC911"):
        write_tree(tmp_path / "docs", Sources((HOME,), {}, {}), DISK)
    assert files_of(tmp_path / "docs") == {"thesis.txt": b"ten years of work"}


def test_a_link_in_the_tree_is_replaced_and_what_it_points_to_stays(tmp_path: Path) -> None:
    """Nothing outside of the folder is ever written or deleted."""
    site_folder(tmp_path, {"precious/index.md": "mine"})
    folder = tmp_path / "docs"
    write_tree(folder, Sources((), {"a": b""}, {}), DISK)
    (folder / "index.md").symlink_to(tmp_path / "precious/index.md")
    (folder / "kpis").symlink_to(tmp_path / "precious")
    write_tree(folder, Sources((HOME, NPS), {}, {}), DISK)
    assert files_of(tmp_path / "precious") == {"index.md": b"mine"}
    assert (folder / "index.md").read_text() == HOME.markdown


@pytest.mark.parametrize("name", ["kpis/nps/index.md", "kpis/nps/README.md", "kpis/nps/index.html"])
def test_an_own_page_at_a_generated_address_is_a_problem(tmp_path: Path, name: str) -> None:
    """Both would become the same HTML file."""
    sources = Sources((HOME, NPS), {}, {name: tmp_path})
    (found,) = clashes(sources, "docs")
    assert str(found) == (
        f"docs/{name}:0:0: BSC511 error: bsc-site makes the page /kpis/nps/ itself; "
        "rename this file or move it to another folder"
    )


def test_own_pages_beside_generated_ones_are_no_problem(tmp_path: Path) -> None:
    """Only the same address is a clash."""
    assert clashes(Sources((HOME, NPS), {}, {"kpis/nps/notes.md": tmp_path}), "docs") == ()


def test_a_page_keeps_its_line_feeds_and_umlauts(tmp_path: Path) -> None:
    """Bytes are UTF-8 with line feeds on every system."""
    write_tree(tmp_path / "docs", Sources((Page("", "Ä", "# Ä\n"),), {}, {}), DISK)
    assert (tmp_path / "docs/index.md").read_bytes() == "# Ä\n".encode()
