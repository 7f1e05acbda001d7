"""Last changes: when the files of each scorecard last changed, as the project's git repository tells."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date
from pathlib import Path

from bsc_site.load.git.asking import git_answer
from bsc_site.load.joining.yaml_files import FOLDER
from bsc_site.load.scorecards.element_places import Marks

_COMMIT = re.compile(r"@(\d{4}-\d{2}-\d{2})")


def last_changes(root: Path, marks: Marks) -> dict[str, date]:
    """Scorecard id to the day of the last commit that changed one of its files.

    A scorecard with a file that is not committed as it stands is left out; the whole answer is empty where the folder
    is in no repository, or git is not there.
    """
    changing = frozenset(_git(root, "diff", "--name-only", "--relative", "HEAD"))
    days = _days_of_files(root)
    files: dict[str, set[str]] = {}
    for mark in marks.elements.values():
        files.setdefault(mark.sheet.card.id, set()).add(mark.sheet.source.origin(mark.path).file.file)
    return {
        card: max(days[name] for name in names)
        for card, names in files.items()
        if names <= days.keys() and not changing.intersection(names)
    }


def _days_of_files(root: Path) -> dict[str, date]:
    """Path below the project to the day of the last commit that touched the file."""
    days: dict[str, date] = {}
    day = date.min
    for entry in _git(root, "log", "--no-show-signature", "--format=@%cs", "--name-only", "--relative"):
        commit = _COMMIT.fullmatch(entry)
        if commit:
            day = date.fromisoformat(commit[1])
        else:
            days.setdefault(entry, day)
    return days


def _git(root: Path, *words: str) -> Iterator[str]:
    """The entries that git prints about the folder of scorecards; none when it cannot tell."""
    answer = git_answer(root, *words, "-z", "--", FOLDER) or b""
    yield from (entry.strip("\n") for entry in answer.decode(errors="replace").split("\0") if entry.strip("\n"))
