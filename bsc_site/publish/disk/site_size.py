"""The size of a site: how many files stand in it, and how many bytes they have."""

from __future__ import annotations

import os
from pathlib import Path


def count(site: Path) -> tuple[int, int]:
    """How many files stand below the folder, and how many bytes they have together."""
    files, size, folders = 0, 0, [str(site)]
    while folders:
        with os.scandir(folders.pop()) as entries:
            for each in entries:
                if each.is_dir(follow_symlinks=False):
                    folders.append(each.path)
                else:
                    files, size = files + 1, size + each.stat().st_size
    return files, size
