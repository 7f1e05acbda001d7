"""Versions: the project as it stood some weeks ago, from its git repository."""

from __future__ import annotations

import io
from datetime import date, timedelta
from pathlib import Path
from typing import TYPE_CHECKING

from bsc_site.load.folder_facts import FolderFacts
from bsc_site.load.git.asking import git_answer, git_text
from bsc_site.load.git.deliveries import with_deliveries
from bsc_site.load.passing_folder import passing_folder
from bsc_site.load.readings.project_readings import load_readings
from bsc_site.load.scorecards.project_folder import LoadedProject, load_project
from bsc_site.model.declared.project import Project
from bsc_site.model.series import Readings
from bsc_site.model.value_class import dataclass

if TYPE_CHECKING:
    import tarfile

A_MONTH = timedelta(days=31)
TRIED = 6
"""So many commits are looked at for one that can be read, the latest first."""
FOLDERS = ("scorecard", "data")


@dataclass(frozen=True)
class Earlier:
    """The project and its readings as committed on or before a day; `day` is the day of that commit."""

    project: Project
    readings: dict[str, Readings]
    day: date


def earlier_version(root: Path, day: date, language: str = "") -> Earlier | None:
    """The version of the project that was the latest at the end of `day`, of those that can be read.

    None where the folder is in no repository, git is not there, nothing was committed by then, none of the latest
    versions can be read, or nothing has changed since. Texts in several languages are those of `language`.
    """
    commit = commit_of(root, day)
    if not commit or not git_text(root, "diff", "--name-only", commit, "--", *FOLDERS):
        return None
    found = (version_at(root, each, language) for each in line_of(root, commit))
    return next((each for each in found if each is not None), None)


def commit_of(root: Path, day: date) -> str:
    """The commit whose files of the project were the latest at the end of `day`; empty without any."""
    return git_text(root, "rev-list", "-1", f"--before={day.isoformat()}T23:59:59Z", "HEAD", "--", *FOLDERS)


def line_of(root: Path, commit: str) -> dict[str, date]:
    """That commit and those of the project's files before it, the latest first, as many as are tried, with their days.

    Empty where git cannot tell.
    """
    words = ("log", "--no-show-signature", f"-{TRIED}", "--format=%H %cs", commit, "--", *FOLDERS)
    lines = (line.split() for line in git_text(root, *words).splitlines())
    return {name: date.fromisoformat(stamp) for name, stamp in lines}


def data_word(root: Path, commit: str) -> str:
    """The same for commits whose folder of data is the same, down to the last letter."""
    return git_text(root, "rev-parse", "--verify", "--quiet", f"{commit}:./{FOLDERS[1]}")


def version_at(root: Path, commit: str, language: str = "") -> Earlier | None:
    """The project as it was committed; None where that version cannot be read, or one of its files of YAML cannot."""
    stamp = git_text(root, "log", "--no-show-signature", "-1", "--format=%cs", commit)
    names = git_text(root, "ls-tree", "-d", "--name-only", commit, "--", *FOLDERS).split()
    archive = git_answer(root, "archive", "--format=tar", commit, "--", *names) if stamp and names else None
    if archive is None:
        return None
    with passing_folder() as folder:
        import tarfile  # noqa: PLC0415  # slow to import, and only needed where there is an earlier version

        with tarfile.open(fileobj=io.BytesIO(archive)) as tar:
            tar.extractall(folder, filter=harmless)  # noqa: S202  # it keeps to what tarfile calls safe data
        loaded = load_project(folder, language)
        if loaded.readable is None or _is_torn(loaded):
            return None
        read = load_readings(folder, loaded.readable, FolderFacts(loaded.facts.broken))
        readings = with_deliveries(folder, loaded.readable, read.readings)
    return Earlier(loaded.readable, readings, date.fromisoformat(stamp))


def _is_torn(loaded: LoadedProject) -> bool:
    """Whether something in one of its files is no YAML, so that nobody knows what the project had."""
    return loaded.facts.torn or any(each.code == "BSC001" for each in loaded.problems)


def harmless(member: tarfile.TarInfo, folder: str) -> tarfile.TarInfo | None:
    """What may be unpacked; None for a link that leads out of the folder, which is left out as if it were not there.

    Whoever committed one has taken it back since: it must not stop what is built today.
    """
    import tarfile  # noqa: PLC0415  # see above

    try:
        return tarfile.data_filter(member, folder)
    except tarfile.FilterError:
        return None
