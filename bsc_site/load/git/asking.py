"""Asking git: one command about the project's own repository, which may not be there at all."""

from __future__ import annotations

import subprocess
from pathlib import Path

SECONDS = 60
"""How long one answer may take; a command that hangs must not keep a build waiting for ever."""


def git_answer(root: Path, *words: str) -> bytes | None:
    """What `git` prints about the folder `root`; None where it cannot tell: no git, no repository, no such commit."""
    command = ["git", "--no-optional-locks", "-C", str(root), *words]
    try:
        return subprocess.run(command, capture_output=True, check=True, timeout=SECONDS).stdout  # noqa: S603  # own words
    except (OSError, subprocess.SubprocessError):
        return None


def git_text(root: Path, *words: str) -> str:
    """The same as text without blanks around it; empty where git cannot tell."""
    return (git_answer(root, *words) or b"").decode(errors="replace").strip()
