"""Entries of the files that all pages share: what the search index and the map of the site say of a part."""

from __future__ import annotations

import gzip
import io
import json
import posixpath
import re
from collections.abc import Callable, Iterable, Sequence
from datetime import UTC, date, datetime
from heapq import merge
from html import unescape
from pathlib import Path
from typing import Any
from urllib.parse import unquote

from bsc_site.model.value_class import dataclass
from bsc_site.publish.disk.file_changes import Disk
from bsc_site.publish.engine.search_answers import INDEX

ENTRIES = "entries.json"
"""The file of the entries, beside the label of a part."""
_MAP = "sitemap.xml"
_URL = re.compile(r"\s*<url>.*?</url>", re.DOTALL)
_LOCATION = re.compile(r"<loc>(.*?)</loc>", re.DOTALL)
_HOME = "index.html"


@dataclass(frozen=True, slots=True)
class SharedEntries:
    """Of each page of a part what the search finds in it, and its place in the map of the site, in the site's order."""

    search: Sequence[dict[str, Any]]
    places: Sequence[tuple[str, str]]
    """Path of a page, and its lines in the map."""


def entries_in(site: Path, holds: Callable[[str], bool]) -> SharedEntries:
    """The entries of those pages of a made site that the part `holds`."""
    search = [each for each in _index(site).get("docs", ()) if holds(_page_of(each))]
    return SharedEntries(search, [(path, text) for path, text in _places(site) if holds(path)])


def entries_bytes(entries: SharedEntries) -> bytes:
    """The entries as they are written."""
    told = {"search": entries.search, "places": entries.places}
    return json.dumps(told, ensure_ascii=False, separators=(",", ":")).encode() + b"\n"


def read_entries(written: bytes) -> SharedEntries:
    """The entries as they were written. Raises ValueError, KeyError or TypeError for anything else."""
    told = json.loads(written)
    return SharedEntries(told["search"], [(path, text) for path, text in told["places"]])


def join_entries(site: Path, parts: Iterable[SharedEntries], day: date, disk: Disk) -> None:
    """Complete the search index and the map of a site that holds those of the part at its top, in its own order."""
    found = tuple(parts)
    index = _index(site)
    if index:
        index["docs"] = list(merge(*(each.search for each in found), key=lambda each: _order(_page_of(each))))
        written = json.dumps(index, separators=(",", ":")).encode()
        disk.write(site / f"{INDEX}.json", written)
        disk.write(site / f"{INDEX}.js", b"var __index = " + written + b";\n")
    if (site / _MAP).is_file():
        places = merge(*(each.places for each in found), key=lambda each: _order(each[0]))
        _write_map(site, "".join(text for _, text in places), day, disk)


def _write_map(site: Path, places: str, day: date, disk: Disk) -> None:
    """The map with these places, and once more compressed, both as the engine writes them."""
    text = (site / _MAP).read_text("utf-8")
    first = next((found.start() for found in _URL.finditer(text)), None)
    if first is None:
        return
    written = (text[:first] + places + text[text.rindex("</url>") + len("</url>") :]).encode()
    disk.write(site / _MAP, written)
    packed, midnight = io.BytesIO(), datetime(day.year, day.month, day.day, tzinfo=UTC)
    with gzip.GzipFile(f"{_MAP}.gz", "wb", fileobj=packed, mtime=max(0, int(midnight.timestamp()))) as file:
        file.write(written)
    disk.write(site / f"{_MAP}.gz", packed.getvalue())


def _index(site: Path) -> dict[str, Any]:
    """The search index of a made site; empty where there is none, or one of another form."""
    try:
        index = json.loads((site / f"{INDEX}.json").read_bytes())
    except (OSError, ValueError):
        return {}
    return index if isinstance(index, dict) and isinstance(index.get("docs"), list) else {}


def _page_of(entry: dict[str, Any]) -> str:
    return unquote(str(entry.get("location")).partition("#")[0]) or _HOME


def _places(site: Path) -> list[tuple[str, str]]:
    """Path and lines of each page in the map; the first one is the home page, which tells where the site stands."""
    path = site / _MAP
    found = [each[0] for each in _URL.finditer(path.read_text("utf-8"))] if path.is_file() else []
    addresses = [unquote(unescape(place[1])) if (place := _LOCATION.search(each)) else "" for each in found]
    base = addresses[0].removesuffix(_HOME) if addresses else ""
    return [(address.removeprefix(base) or _HOME, text) for address, text in zip(addresses, found, strict=True)]


def _order(path: str) -> tuple[tuple[int, bool, str], ...]:
    """Where a page stands in the engine's order: the files of a folder, its index first, then the folders in it."""
    *folders, name = path.split("/")
    last = (0, posixpath.splitext(name)[0] not in {"index", "README"}, name)
    return (*((1, False, each) for each in folders), last)
