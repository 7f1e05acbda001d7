"""The standing site: which figures the site has that was published before, as its data files tell."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

_PERIOD, _VALUE = "period", "value"
_LEADS_ON = 2_000
"""Bytes that a page has at most which only leads on."""
_PUBLISHED = {"kpi": "kpis", "objective": "objectives", "perspective": "perspectives", "initiative": "initiatives"}
"""Kind of element to the list of the published scorecard that names all of it."""


def standing_files(site: Path) -> dict[str, bytes]:
    """KPI id to what its data file there holds; none where no site stands. Only what it publishes as a KPI."""
    return {
        each.stem: _content(home / "data" / f"{each.stem}.csv")
        for home in (site, *_children(site))
        for each in _listed(home / "api" / "v1" / "kpis", ".json")
    }


def standing_periods(content: bytes) -> tuple[str, ...]:
    """The periods that have a figure in a data file, as they are written; a file that is none says nothing."""
    return tuple(_periods(content))


def standing_ids(site: Path) -> dict[tuple[str, str], dict[str, str]]:
    """Kind of element and scorecard (empty for kinds of the whole project) to the ids that have an address there.

    Each with the name of its element, which is not known of people and scorecards; nothing where no site stands.
    """
    found: dict[tuple[str, str], dict[str, str]] = {}
    for home in (site, *_children(site)):
        published = _published(home / "api" / "v1" / "scorecard.json")
        card = published.get("scorecard")
        scope = str(card.get("id", "")) if isinstance(card, dict) else ""
        for kind, key in _PUBLISHED.items():
            at = (kind, "" if kind == "kpi" else scope)
            found[at] = {**found.get(at, {}), **dict(_named(published.get(key)))}
        found["person", ""] = {**found.get(("person", ""), {}), **_with_a_page(home / "people")}
    found["scorecard", ""] = _with_a_page(site / "s")
    return found


def _with_a_page(folder: Path) -> dict[str, str]:
    """The folders below with a page that tells of them; one that only leads on to another does not."""
    pages = {each.name: each / "index.html" for each in _listed(folder, "")}
    return {name: "" for name, page in pages.items() if page.is_file() and page.stat().st_size > _LEADS_ON}


def _published(path: Path) -> dict[str, Any]:
    try:
        read = json.loads(path.read_bytes())
    except (OSError, ValueError):
        return {}
    return read if isinstance(read, dict) else {}


def _named(listed: Any) -> Iterator[tuple[str, str]]:
    for each in listed if isinstance(listed, list) else ():
        if isinstance(each, dict) and isinstance(each.get("id"), str):
            yield each["id"], str(each.get("name", ""))


def _children(site: Path) -> tuple[Path, ...]:
    return _listed(site / "s", "")


def _listed(folder: Path, ending: str) -> tuple[Path, ...]:
    try:
        return tuple(sorted(each for each in folder.iterdir() if each.suffix == ending))
    except OSError:
        return ()


def _content(path: Path) -> bytes:
    try:
        return path.read_bytes()
    except OSError:
        return b""


def _periods(content: bytes) -> Iterator[str]:
    try:
        rows = csv.reader(io.StringIO(content.decode(), newline=""))
        headings = next(rows, [])
        period, value = headings.index(_PERIOD), headings.index(_VALUE)
        yield from (row[period] for row in rows if len(row) > max(period, value) and row[period] and row[value])
    except (ValueError, csv.Error):
        return
