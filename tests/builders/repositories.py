"""Repositories of git, with commits on chosen days."""

from __future__ import annotations

import os
import subprocess
from collections.abc import Mapping
from pathlib import Path

from tests.builders.project_folders import write


def git(folder: Path, *words: str, day: str | None = None) -> str:
    """What git prints; a commit is of noon of `day`, of now without one."""
    noon = {f"GIT_{who}_DATE": f"{day}T12:00:00+00:00" for who in ("AUTHOR", "COMMITTER") if day}
    command = ["git", "-C", str(folder), *words]
    return subprocess.run(command, check=True, capture_output=True, text=True, env=os.environ | noon).stdout.strip()


def begun(folder: Path) -> Path:
    """The folder as a repository without any commit."""
    git(folder, "init", "-q", "-b", "main")
    return folder


def commit(folder: Path, day: str | None = None) -> None:
    """Everything as it is, on `day`."""
    git(folder, "add", "--all")
    git(folder, "commit", "-q", "-m", "As it is", day=day)


def repository(folder: Path, files: Mapping[str, str]) -> Path:
    """A repository with these files in its only commit."""
    commit(begun(write(folder, files)))
    return folder
