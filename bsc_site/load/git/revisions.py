"""Revisions: the files of the project as they stand in any commit of its git repository."""

from __future__ import annotations

import io
import re
import shutil
import tarfile
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from datetime import date
from pathlib import Path, PurePosixPath

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


def revisions_of(root: Path, earlier: str, later: str | None) -> tuple[str, str | None]:
    """The two revisions of a range as git writes it: `main..mine`, or `main...mine` since they parted.

    An empty side is HEAD. What is no range stays as it is.
    """
    if later is not None or ".." not in earlier:
        return earlier, later
    dots = "..." if "..." in earlier else ".."
    first, last = (each or "HEAD" for each in earlier.split(dots, 1))
    if dots == "..":
        return first, last
    parted = git_text(root, "merge-base", "--end-of-options", first, last)
    return git_text(root, "rev-parse", "--short", parted) if parted else first, last


def _unpack(root: Path, version: Version, folder: Path) -> None:
    """Write the files of the project into `folder`. Raises RevisionError where there is no scorecard among them."""
    top = Path(git_text(root, "rev-parse", "--show-toplevel"))
    home = _home(root, top, version)
    if home is None:
        raise RevisionError(said(told.NO_SCORECARD, revision=version.name))
    archive = git_answer(top, "archive", "--format=tar", f"{version.commit}:{home}")
    if archive is None:
        raise RevisionError(said(told.UNREADABLE, revision=version.name))
    with tarfile.open(fileobj=io.BytesIO(archive)) as tar:
        tar.extractall(folder, filter=harmless)  # noqa: S202  # it keeps to what tarfile calls safe data


def _home(root: Path, top: Path, version: Version) -> str | None:
    """The folder of the project in a version, as seen from the top of the repository.

    Where it had another name then, the one folder with a scorecard that is not there any more; None without any.
    """
    if git_text(root, "ls-tree", "-d", "--name-only", version.commit, "--", _SCORECARD):
        return git_text(root, "rev-parse", "--show-prefix").rstrip("/")
    told_of = git_text(top, "ls-tree", "-r", "-d", "--name-only", version.commit).splitlines()
    found = [PurePosixPath(each) for each in told_of if PurePosixPath(each).name == _SCORECARD]
    moved = [each for each in found if not (top / each).is_dir()]
    return moved[0].parent.as_posix().removeprefix(".") if len(moved) == 1 else None
