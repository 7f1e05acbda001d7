"""A publication with a stand-in for the engine: what is found before it runs, and what it leaves behind."""

from __future__ import annotations

from pathlib import Path

import pytest

from bsc_site.load.settings.settings_check import site_problems
from bsc_site.model.failure import InputError, MachineError, WrongUse
from bsc_site.publish.disk.tree import own_files
from bsc_site.publish.engine.run_engine import PythonEngine
from bsc_site.publish.file_failures import file_problem
from bsc_site.publish.publication.site import Surroundings
from bsc_site.publish.several_languages.one_site import publish
from bsc_site.render.page import Page
from tests.builders.project_folders import files_of
from tests.builders.publications import PUBLISHED_ON, CopyEngine, SmallDisk, edition, published, site_folder

OLD = {".bsc-site": b"", "index.html": b"old"}


def _with_old_site(folder: Path) -> Path:
    site_folder(folder)
    site_folder(folder / "build" / "site", {name: text.decode() for name, text in OLD.items()})
    return folder


def _lines(caught: pytest.ExceptionInfo[InputError | MachineError | WrongUse]) -> list[str]:
    return [str(each) for each in caught.value.problems]


def test_a_page_that_the_engine_leaves_out_is_found(tmp_path: Path) -> None:
    """Plugins vanish without a word in some engines."""
    with pytest.raises(MachineError, match=r"BSC906 error: 'kpis/nps/index\.html' was not built"):
        published(site_folder(tmp_path), engine=CopyEngine(forgets="kpis/nps/index.md"))


def test_one_fault_on_every_page_fills_one_screen(tmp_path: Path) -> None:
    """Twenty lines and how many more there are."""
    pages = [Page(f"p/{number:02d}/", "P", "# P\n") for number in range(50)]
    with pytest.raises(MachineError) as caught:
        published(site_folder(tmp_path), edition(*pages), engine=CopyEngine(body='<a href="gone">x</a>'))
    assert len(_lines(caught)) == 20
    assert "; and 30 more" in _lines(caught)[-1]


def test_a_missing_engine_says_what_to_install(tmp_path: Path) -> None:
    """Exit code 3."""
    _with_old_site(tmp_path)
    with pytest.raises(
        MachineError, match=r"BSC903 error: nodocs is not installed in this Python; run: .* 'nodocs>=1'"
    ) as caught:
        published(tmp_path, engine=PythonEngine("nodocs", "nodocs>=1", PUBLISHED_ON))
    assert caught.value.exit_code == 3
    assert files_of(tmp_path / "build/site") == OLD


@pytest.mark.parametrize("room", [0, 100, 250])
def test_a_full_disk_is_one_clear_line(tmp_path: Path, room: int) -> None:
    """Exit code 3 and the old site."""
    _with_old_site(tmp_path)
    with pytest.raises(MachineError) as caught:
        published(tmp_path, disk=SmallDisk(room), engine=CopyEngine())
    (line,) = _lines(caught)
    assert line.endswith("BSC901 error: no space is left on the disk")
    assert line.startswith("build/")
    assert files_of(tmp_path / "build/site") == OLD


@pytest.mark.parametrize(
    ("error", "line"),
    [
        (PermissionError(13, "Permission denied", "/p/build/x"), "build/x:0:0: BSC902 error: permission denied"),
        (OSError(30, "Read-only file system", "/elsewhere"), "/elsewhere:0:0: BSC902 error: read-only file system"),
        (OSError(28, "No space left on device", "/p/a"), "a:0:0: BSC901 error: no space is left on the disk"),
        (OSError(16, "Device or resource busy", "/p/site"), "site:0:0: BSC909 error: device or resource busy"),
        (OSError("odd"), ".:0:0: BSC909 error: odd"),
    ],
)
def test_errors_of_the_file_system_are_one_line(error: OSError, line: str) -> None:
    """Named relative to the project where they happen in it."""
    assert str(file_problem(error, Path("/p"))) == line


def test_a_clash_with_a_generated_page_is_found_before_anything_is_written(tmp_path: Path) -> None:
    """Nothing below build/."""
    site_folder(tmp_path, {"docs/index.md": "# Mine"})
    with pytest.raises(InputError, match=r"docs/index\.md:0:0: BSC511"):
        published(tmp_path)
    assert own_files(tmp_path) == {"docs/index.md": tmp_path / "docs/index.md"}


def test_a_site_is_not_published_over_the_project(tmp_path: Path) -> None:
    """Exit code 2."""
    with pytest.raises(WrongUse, match="BSC912"):
        publish(edition(), Surroundings(site_folder(tmp_path), tmp_path / "scorecard"))


def test_broken_settings_are_also_found_by_a_check(tmp_path: Path) -> None:
    """Without writing anything."""
    site_folder(tmp_path, {"mkdocs.yml": "site_name: [\n"})
    assert [each.code for each in site_problems(tmp_path)] == ["BSC510"]
