"""Asking git: one command about the project's own repository, which may not be there at all."""

from __future__ import annotations

import subprocess
from collections.abc import Collection
from pathlib import Path

_GIT = ("git", "--no-optional-locks", "-c", "core.fsmonitor=false")
"""It writes nothing, and runs no program that the repository names to watch its files."""
SECONDS = 60
"""How long one answer may take; a command that hangs must not keep a build waiting for ever."""


def git_answer(root: Path, *words: str) -> bytes | None:
    """What `git` prints about the folder `root`; None where it cannot tell: no git, no repository, no such commit."""
    command = [*_GIT, "-C", str(root), *words]
    try:
        return subprocess.run(command, capture_output=True, check=True, timeout=SECONDS).stdout  # noqa: S603  # own words
    except (OSError, subprocess.SubprocessError):
        return None


def git_text(root: Path, *words: str) -> str:
    """The same as text without blanks around it; empty where git cannot tell."""
    return (git_answer(root, *words) or b"").decode(errors="replace").strip()


def git_contents(root: Path, ids: Collection[str]) -> dict[str, str]:
    """The text of each object with one of these ids, asked for at once; those that git does not have are left out."""
    asked = "".join(f"{each}\n" for each in sorted(ids)).encode()
    command = [*_GIT, "-C", str(root), "cat-file", "--batch"]
    try:
        told = subprocess.run(command, input=asked, capture_output=True, check=True, timeout=SECONDS).stdout  # noqa: S603  # own words
    except (OSError, subprocess.SubprocessError):
        return {}
    found, at = {}, 0
    while (end := told.find(b"\n", at)) >= 0:
        name, kind, *size = told[at:end].decode().split(" ")
        length = int(size[0]) if size else -1
        if size:
            found[name] = told[end + 1 : end + 1 + length].decode(errors="replace")
        at = end + 2 + length if kind != "missing" else end + 1
    return found
