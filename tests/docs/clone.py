"""A fresh clone: the files of the repository in a repository of their own, and what make does there."""

from __future__ import annotations

import re
import shutil
import subprocess
from pathlib import Path

from tests.builders.repositories import begun, commit, git
from tests.house.repository import FILES

ROOT = Path(__file__).parents[2]
_CHECKS = (".ci/*", ".github/workflows/*")


def clone(folder: Path) -> Path:
    """The files of the repository as they stand, committed below `folder`."""
    for path in FILES:
        copy = folder / path.relative_to(ROOT)
        copy.parent.mkdir(parents=True, exist_ok=True)
        shutil.copy2(path, copy)
    git(begun(folder), "add", "--all", "--force")
    commit(folder)
    return folder


def targets(folder: Path) -> frozenset[str]:
    """What `make` can do in a folder."""
    makefile = folder / "Makefile"
    return (
        frozenset(re.findall(r"^([a-z-]+):", makefile.read_text("utf-8"), re.MULTILINE))
        if makefile.is_file()
        else frozenset()
    )


def checked_targets(folder: Path) -> frozenset[str]:
    """What `make` does wherever a change of the repository is checked; nothing where the Makefile is another one."""
    if not (folder / "Makefile").is_file() or (folder / "Makefile").read_bytes() != (ROOT / "Makefile").read_bytes():
        return frozenset()
    texts = [path.read_text(encoding="utf-8") for pattern in _CHECKS for path in ROOT.glob(pattern) if path.is_file()]
    return frozenset(target for text in texts for target in re.findall(r"\bmake ([a-z]+)\b", text))


def recipe(target: str, folder: Path) -> list[str]:
    """The lines that `make` runs for a target in a folder where everything is set up."""
    shown = subprocess.run(["make", "-n", target], cwd=folder, capture_output=True, text=True, check=True)  # noqa: S607  # make of the path
    return shown.stdout.splitlines()
