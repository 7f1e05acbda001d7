"""Git: what it answers about a folder, and which files it keeps as they stand there."""

from __future__ import annotations

import subprocess
from collections.abc import Iterable
from pathlib import Path

_SECONDS = 20


def answer(folder: Path, *words: str) -> str | None:
    """What git prints; None where it is missing, refuses, or the folder is in no repository."""
    command = ["git", "--no-optional-locks", "-C", str(folder), *words]
    try:
        done = subprocess.run(command, capture_output=True, check=True, timeout=_SECONDS)  # noqa: S603  # own words only
    except (OSError, subprocess.SubprocessError):
        return None
    return done.stdout.decode(errors="surrogateescape")


def committed(folder: Path, names: Iterable[str]) -> tuple[str, ...]:
    """The files of the last commit below these names that stand in the folder as it has them, so that it keeps them.

    Paths are relative to the folder, with slashes.
    """
    below = ("-z", "--name-only", "HEAD", "--", *names)
    held, changed = answer(folder, "ls-tree", "-r", *below), answer(folder, "diff", "--relative", *below)
    if held is None or changed is None:
        return ()
    touched = frozenset(changed.split("\0"))
    return tuple(name for name in held.split("\0") if name and name not in touched and (folder / name).is_file())
