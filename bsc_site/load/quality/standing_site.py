"""The standing site: which figures the site has that was published before, as its data files tell."""

from __future__ import annotations

import csv
from collections.abc import Iterator
from pathlib import Path

_PERIOD, _VALUE = "period", "value"


def standing_figures(site: Path) -> dict[str, tuple[str, ...]]:
    """KPI id to the periods that have a figure there, as they are written; nothing where no site stands.

    Only what the site publishes as a KPI is read, and a file that is none of these says nothing.
    """
    return {
        each.stem: tuple(_periods(home / "data" / f"{each.stem}.csv"))
        for home in (site, *_children(site))
        for each in _listed(home / "api" / "v1" / "kpis", ".json")
    }


def _children(site: Path) -> tuple[Path, ...]:
    return _listed(site / "s", "")


def _listed(folder: Path, ending: str) -> tuple[Path, ...]:
    try:
        return tuple(sorted(each for each in folder.iterdir() if each.suffix == ending))
    except OSError:
        return ()


def _periods(path: Path) -> Iterator[str]:
    try:
        with path.open(encoding="utf-8", newline="") as lines:
            rows = csv.reader(lines)
            headings = next(rows, [])
            period, value = headings.index(_PERIOD), headings.index(_VALUE)
            yield from (row[period] for row in rows if len(row) > max(period, value) and row[period] and row[value])
    except (OSError, ValueError, csv.Error):
        return
