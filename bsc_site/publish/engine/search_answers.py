"""The search index, completed: what is said of a page beside its title, and all of it once more as a script."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import Any

from bsc_site.publish.disk.file_changes import Disk

INDEX = "search/search_index"


def complete_search(site: Path, told: Mapping[str, str], disk: Disk) -> None:
    """Each entry of the engine's index with what is `told` of its page, by address, as a tag, which the theme shows.

    `search/search_index.js` beside it has the same: a page opened from a folder may load scripts, but no JSON. Nothing
    where the engine wrote no index; one of another form stays as it is.
    """
    path = site / f"{INDEX}.json"
    if not path.is_file():
        return
    written = path.read_bytes()
    index = _read(written)
    if index is not None and told:
        written = _with_tags(index, told)
        disk.write(path, written)
    disk.write(site / f"{INDEX}.js", b"var __index = " + written + b";\n")


def _read(written: bytes) -> dict[str, Any] | None:
    try:
        index = json.loads(written)
    except ValueError:
        return None
    return index if isinstance(index, dict) and isinstance(index.get("docs"), list) else None


def _page(entry: Mapping[str, Any]) -> str:
    return str(entry.get("location")).partition("#")[0].removesuffix("index.html")


def _without_repetition(entries: Iterable[dict[str, Any]], told: Mapping[str, str]) -> Iterator[dict[str, Any]]:
    """The entry of a page and that of its first heading as one; of pages that are told of, no headings without text.

    A third of the index of a large site: `How we measure it` stands on the page of every objective.
    """
    last: dict[str, Any] = {}
    for entry in entries:
        whole = "#" not in str(entry.get("location"))
        if not whole and _page(last) == _page(entry) and last.get("title") == entry.get("title") and not last["text"]:
            last["text"] = entry.get("text", "")
        elif whole or entry.get("text") or _page(entry) not in told:
            yield entry
        last = entry if whole else {}


def _with_tags(index: dict[str, Any], told: Mapping[str, str]) -> bytes:
    """Tags count little: or every page of a kind would stand before all others once somebody types its name."""
    index["docs"] = [*_without_repetition(index["docs"], told)]
    for entry in index["docs"]:
        tag = told.get(_page(entry))
        if tag and "tags" not in entry:
            entry["tags"] = [tag]
    fields = index["config"].get("fields") if isinstance(index.get("config"), dict) else None
    if isinstance(fields, dict) and "tags" in fields:
        fields["tags"] = {"boost": 1}
    return json.dumps(index, separators=(",", ":")).encode()
