"""Repository folders: the files of a data repository that an import looks at, within limits."""

from __future__ import annotations

from pathlib import Path

from bsc_site.model.failure import InputError
from bsc_site.model.problem import Place
from bsc_site.model.rules import problem

LARGEST = 64_000_000
"""Bytes of all files together; the largest repositories known have a third of it."""
_MOST = 20_000
_ENDINGS = {".yml", ".yaml", ".md", ".csv"}


def repository_files(folder: Path) -> dict[str, bytes]:
    """The YAML, Markdown and CSV files of a folder by their paths below it; what lies outside of it is not followed.

    Raises InputError where they are too many or too large, OSError.
    """
    home = folder.resolve()
    found: dict[str, bytes] = {}
    size = 0
    for path in sorted(home.rglob("*")):
        name = path.relative_to(home).as_posix()
        if path.suffix.lower() not in _ENDINGS or any(part.startswith(".") for part in name.split("/")):
            continue
        if not path.is_file() or not path.resolve().is_relative_to(home):
            continue
        size += path.stat().st_size
        if size > LARGEST or len(found) >= _MOST:
            words = f"its files are more than {_MOST:,}, or have more than {LARGEST:,} bytes together"
            raise InputError((problem("BSC602", Place(folder.name), words),))
        found[name] = path.read_bytes()
    return found
