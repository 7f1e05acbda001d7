"""Files that stand in a folder of ours: what is wanted of them is left as it is, everything else is removed."""

from __future__ import annotations

import os
from collections.abc import Container, Iterator, Mapping
from pathlib import Path
from typing import TypeAlias

from bsc_site.publish.disk.file_changes import Disk

State: TypeAlias = str
"""By which a file is known again as long as nobody writes to it: its number on the disk, its size, when it changed."""


def standing_files(folder: Path, wanted: Container[str], disk: Disk) -> Mapping[str, State]:
    """The wanted files below `folder` by their paths, each with its state.

    Whatever else lies there is deleted: other files, folders that are empty or stand in the way, and links, which we
    never make.
    """
    return dict(_standing(str(folder), "", wanted, disk))


def state_of(file: os.DirEntry[str] | Path) -> State:
    """The state of a file; empty on a disk whose clock is too coarse to tell two versions apart. Raises OSError."""
    found = file.stat(follow_symlinks=False)
    exact = found.st_mtime_ns % 1_000_000
    return f"{found.st_ino} {found.st_size} {found.st_mtime_ns}" if exact else ""


def _standing(folder: str, above: str, wanted: Container[str], disk: Disk) -> Iterator[tuple[str, State]]:
    with os.scandir(folder) as entries:
        found = sorted(entries, key=lambda each: each.name)
    for each in found:
        path = f"{above}{each.name}"
        if each.is_symlink():
            disk.remove(Path(each.path))
        elif each.is_dir():
            below = list(_standing(each.path, f"{path}/", wanted, disk))
            if path in wanted or not below:
                disk.remove_folder(Path(each.path))
            else:
                yield from below
        elif path in wanted:
            yield path, state_of(each)
        else:
            disk.remove(Path(each.path))
