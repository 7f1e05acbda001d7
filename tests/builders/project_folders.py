"""A project folder drawn from a dict of file names and texts."""

from __future__ import annotations

from pathlib import Path

from bsc_site.load.scorecards.project_folder import LoadedProject, load_project

HEAD = "id: corporate\ntitle: Corporate scorecard\n"


def draw(root: Path, files: dict[str, str | bytes]) -> Path:
    """The folder `root` with the files of `scorecard/` written into it."""
    for name, content in files.items():
        path = root / "scorecard" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content if isinstance(content, bytes) else content.encode())
    return root


def load(root: Path, files: dict[str, str | bytes]) -> LoadedProject:
    """What is loaded from a folder with these files."""
    return load_project(draw(root, files))


def lines(loaded: LoadedProject) -> list[str]:
    """The problems as printed."""
    return [str(each) for each in loaded.problems]
