"""Deliveries: from which day each data file is, as git tells, or else the file itself."""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping
from dataclasses import replace
from datetime import UTC, date, datetime
from pathlib import Path

from bsc_site.load.git.asking import git_answer, git_text
from bsc_site.model.declared.kpi import Kpi
from bsc_site.model.declared.project import Project
from bsc_site.model.series import Readings

_COMMIT = re.compile(r"@(\d{4}-\d{2}-\d{2})")


def with_deliveries(
    root: Path, project: Project, readings: Mapping[str, Readings], commit: str = ""
) -> dict[str, Readings]:
    """The readings with the day of their file, where one file holds finer figures than the KPI's own.

    They are those of a commit where one is named, and otherwise of the files as they stand.
    """
    asked = {name: each for name, each in readings.items() if _is_open(project.kpis[name], each)}
    files = {file for each in asked.values() for file in each.files}
    days = days_at(root, files, commit) if commit else delivery_days(root, files)
    known = {name: days[each.files[0]] for name, each in asked.items() if each.files[0] in days}
    return {
        name: replace(each, reach=replace(each.reach, delivered=known[name])) if name in known else each
        for name, each in readings.items()
    }


def _is_open(kpi: Kpi, readings: Readings) -> bool:
    """Whether the rows alone may not show how far the file reaches."""
    if len(readings.files) != 1 or readings.reach.until is not None:
        return False
    counted = kpi.source is not None and kpi.source.count is not None
    return counted or any(row.period.frequency.rank < kpi.frequency.rank for row in readings.rows[-1:])


def delivery_days(root: Path, files: Collection[str]) -> dict[str, date]:
    """Path below the project to the day of the last commit that changed the file.

    A file that is not committed as it stands is from the day on which it was last written, in UTC. Where the history
    was cut off, as in a shallow clone, nothing is known of what was committed.
    """
    if not files:
        return {}
    committed = _committed(root, files)
    changing = _changing(root, files)
    written = {name: _written(root / name) for name in files if name in changing or name not in committed}
    return _sure(root, committed, changing) | {name: day for name, day in written.items() if day is not None}


def committed_days(root: Path, files: Collection[str]) -> dict[str, date]:
    """The same for files alone that are committed as they stand: what git says is the same on every machine."""
    return _sure(root, _committed(root, files), _changing(root, files)) if files else {}


def days_at(root: Path, files: Collection[str], commit: str) -> dict[str, date]:
    """The same for files as they stand in a commit."""
    return _sure(root, _committed(root, files, commit), ()) if files else {}


def _changing(root: Path, files: Collection[str]) -> set[str]:
    return set(_listed(root, files, "diff", "--name-only", "--relative", "HEAD"))


def _sure(root: Path, committed: Mapping[str, date], changing: Collection[str]) -> dict[str, date]:
    cut_off = git_text(root, "rev-parse", "--is-shallow-repository") == "true"
    return {} if cut_off else {name: day for name, day in committed.items() if name not in changing}


def _committed(root: Path, files: Collection[str], commit: str = "HEAD") -> dict[str, date]:
    days: dict[str, date] = {}
    day = date.min
    words = ("log", "--no-show-signature", "--format=@%cs", "--name-only", "--relative", commit)
    for entry in _listed(root, files, *words):
        dated = _COMMIT.fullmatch(entry)
        if dated:
            day = date.fromisoformat(dated[1])
        else:
            days.setdefault(entry, day)
    return days


def _listed(root: Path, files: Collection[str], *words: str) -> list[str]:
    answer = git_answer(root, *words, "-z", "--", *(f":(literal){name}" for name in sorted(files))) or b""
    entries = (entry.strip("\n") for entry in answer.decode(errors="replace").split("\0"))
    return [entry for entry in entries if entry]


def _written(path: Path) -> date | None:
    try:
        return datetime.fromtimestamp(path.stat().st_mtime, UTC).date()
    except (OSError, OverflowError, ValueError):
        return None
