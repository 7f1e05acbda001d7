"""Revisions: the files of the project as they stand in any commit of its git repository."""

from __future__ import annotations

import io
import re
import shutil
import tarfile
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from datetime import date
from pathlib import Path

from bsc_site.load.git.asking import git_answer, git_text
from bsc_site.load.git.deliveries import with_deliveries
from bsc_site.load.git.versions import harmless
from bsc_site.load.languages.site_languages import chosen_language, site_languages
from bsc_site.load.passing_folder import passing_folder
from bsc_site.load.readings.project_readings import load_readings
from bsc_site.load.scorecards.project_folder import LoadedProject, load_project
from bsc_site.model.declared.project import Project
from bsc_site.model.differences.difference import Version
from bsc_site.model.saying.said import said
from bsc_site.model.sentences import revision_sentences as told
from bsc_site.model.series import Readings
from bsc_site.model.value_class import dataclass

_SCORECARD = "scorecard"
WANTED_PROGRAMS = "requirements.txt"
_PROGRAM = re.compile(r"bsc[-_.]site(?![\w.-])", re.IGNORECASE)


class RevisionError(ValueError):
    """A version of the project that cannot be read; the text says why, and how to mend it."""


@dataclass(frozen=True)
class VersionFolder:
    """The project as one version has it: `folder` holds its files, `root` the repository that tells of its days."""

    version: Version
    folder: Path
    root: Path
    loaded: LoadedProject

    @property
    def program(self) -> str:
        """The line by which this version asks for the program: `bsc-site==1.2.0`; empty without any."""
        try:
            lines = (self.folder / WANTED_PROGRAMS).read_text(encoding="utf-8", errors="replace").splitlines()
        except OSError:
            return ""
        return next((line.strip() for line in lines if _PROGRAM.match(line.strip())), "")

    def readings(self, project: Project) -> Mapping[str, Readings]:
        """What the data of this version says about the KPIs of `project`, which may be that of another one."""
        read = load_readings(self.folder, project, self.loaded.facts)
        return with_deliveries(self.root, project, read.readings, self.version.commit)


@contextmanager
def version_folder(root: Path, revision: str | None) -> Iterator[VersionFolder]:
    """The project as it stands in a revision of its repository; in the working tree without one.

    Raises RevisionError.
    """
    version, language = version_of(root, revision), chosen_language(site_languages(root), root)
    if not version.commit:
        yield VersionFolder(version, root, root, load_project(root, language))
        return
    with passing_folder() as folder:
        _unpack(root, version, folder)
        yield VersionFolder(version, folder, root, load_project(folder, language))


def version_of(root: Path, revision: str | None) -> Version:
    """The commit that a revision names, and its day; the working tree without one. Raises RevisionError."""
    if shutil.which("git") is None:
        raise RevisionError(said(told.NO_GIT))
    if git_text(root, "rev-parse", "--is-inside-work-tree") != "true":
        raise RevisionError(said(told.NO_REPOSITORY))
    if revision is None:
        return Version()
    commit = git_text(root, "rev-parse", "--verify", "--quiet", "--end-of-options", f"{revision}^{{commit}}")
    if not commit:
        raise RevisionError(said(_unknown(root), revision=revision))
    stamp = git_text(root, "log", "--no-show-signature", "-1", "--format=%cs", commit)
    return Version(revision, commit, date.fromisoformat(stamp))


def _unknown(root: Path) -> str:
    """Why a revision is not there: the history was cut off, nothing was ever committed, or it is none."""
    if git_text(root, "rev-parse", "--is-shallow-repository") == "true":
        return told.CUT_OFF
    return told.UNKNOWN if git_text(root, "rev-parse", "--verify", "--quiet", "HEAD") else told.NO_COMMIT


def _unpack(root: Path, version: Version, folder: Path) -> None:
    """Write the files of the project into `folder`. Raises RevisionError where there is no scorecard among them."""
    if not git_text(root, "ls-tree", "-d", "--name-only", version.commit, "--", _SCORECARD):
        raise RevisionError(said(told.NO_SCORECARD, revision=version.name))
    archive = git_answer(root, "archive", "--format=tar", version.commit)
    if archive is None:
        raise RevisionError(said(told.UNREADABLE, revision=version.name))
    with tarfile.open(fileobj=io.BytesIO(archive)) as tar:
        tar.extractall(folder, filter=harmless)  # noqa: S202  # it keeps to what tarfile calls safe data
