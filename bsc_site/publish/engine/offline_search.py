"""The search index once more as a script: a page opened from a folder may load scripts, but no JSON."""

from __future__ import annotations

from pathlib import Path

from bsc_site.publish.disk.file_changes import Disk

INDEX = "search/search_index"


def write_offline_index(site: Path, disk: Disk) -> None:
    """`search/search_index.js` beside the engine's index; nothing where the engine wrote none."""
    index = site / f"{INDEX}.json"
    if index.is_file():
        disk.write(site / f"{INDEX}.js", b"var __index = " + index.read_bytes() + b";\n")
