"""A folder of pictures by content: safe to delete at any time, never trusted without its checksum."""

from __future__ import annotations

import contextlib
import os
import tempfile
from hashlib import sha256
from pathlib import Path

_SUFFIX = ".drawing"
_MOST_UNUSED = 2000
"""Entries beyond those of the last build that are kept, so that going back and forth between branches costs nothing."""


def stored(folder: Path, key: str) -> bytes | None:
    """What is stored under `key`; None where nothing is, where it is damaged, or where it cannot be read."""
    try:
        content = (folder / f"{key}{_SUFFIX}").read_bytes()
    except OSError:
        return None
    digest, _, body = content.partition(b"\n")
    return body if digest == _digest(body) else None


def store(folder: Path, key: str, body: bytes) -> bool:
    """Store `body` under `key` in one step, so that a killed build leaves no half of it; False when it did not work."""
    try:
        folder.mkdir(parents=True, exist_ok=True)
        handle, name = tempfile.mkstemp(dir=folder, suffix=".part")
    except OSError:
        return False
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(_digest(body) + b"\n" + body)
        Path(name).replace(folder / f"{key}{_SUFFIX}")
    except OSError:
        with contextlib.suppress(OSError):
            Path(name).unlink()
        return False
    return True


def prune(folder: Path, used: frozenset[str]) -> None:
    """Remove what no build needed for long: all but the 2,000 youngest entries that `used` does not name."""
    try:
        unused = [each for each in folder.glob(f"*{_SUFFIX}") if each.name.removesuffix(_SUFFIX) not in used]
        aged = sorted(unused, key=lambda each: (-each.stat().st_mtime_ns, each.name))
        for each in [*aged[_MOST_UNUSED:], *folder.glob("*.part")]:
            each.unlink()
    except OSError:
        return


def _digest(body: bytes) -> bytes:
    return sha256(body).hexdigest().encode()
