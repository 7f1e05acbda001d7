"""Folders: written from a dict of file names and texts, loaded as a project, and read back as they stand."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from bsc_site.load.scorecards.project_folder import LoadedProject, load_project

HEAD = "id: corporate\ntitle: Corporate scorecard\n"


def write(root: Path, files: Mapping[str, str | bytes]) -> Path:
    """The folder `root` with these files in it."""
    for name, content in files.items():
        path = root / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content if isinstance(content, bytes) else content.encode())
    return root


def files_of(folder: Path) -> dict[str, bytes]:
    """Every file below a folder by its path, with its bytes, in the order of the paths."""
    found = (each for each in sorted(folder.rglob("*")) if each.is_file())
    return {each.relative_to(folder).as_posix(): each.read_bytes() for each in found}


def draw(root: Path, files: dict[str, str | bytes]) -> Path:
    """The folder `root` with the files of `scorecard/` written into it."""
    return write(root, {f"scorecard/{name}": content for name, content in files.items()})


def loaded_from(root: Path, files: dict[str, str | bytes]) -> LoadedProject:
    """What is loaded from a folder with these files."""
    return load_project(draw(root, files))


def lines(loaded: LoadedProject) -> list[str]:
    """The problems as printed."""
    return [str(each) for each in loaded.problems]
