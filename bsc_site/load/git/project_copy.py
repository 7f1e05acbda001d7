"""A copy of the project in a folder of its own, with the history that it has: as it stands, or as of a revision."""

from __future__ import annotations

import shutil
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from bsc_site.load.git.asking import git_text
from bsc_site.load.git.revisions import RevisionError, version_of
from bsc_site.load.passing_folder import passing_folder
from bsc_site.model.saying.said import said
from bsc_site.model.sentences import revision_sentences as told

_NOT_COPIED = {".git", ".bsc-cache", ".mypy_cache", ".pytest_cache", ".ruff_cache", "build", "node_modules"}
"""What lies in a project and is none of its input."""
_ENVIRONMENT = "pyvenv.cfg"
_COPIED = (Path.is_symlink, Path.is_file, Path.is_dir)
_SECONDS = 600


@contextmanager
def project_copy(root: Path, revision: str | None = None) -> Iterator[Path]:
    """The folder of the copy, which is gone afterwards; of the files as they stand where no revision is named.

    Days of files and the history of their repository are those of the project, on which dates of pages rest. Raises
    RevisionError for a revision that cannot be had, OSError.
    """
    version = version_of(root, revision) if revision else None
    commit = version.commit if version else git_text(root, "rev-parse", "--verify", "--quiet", "HEAD")
    with passing_folder() as folder:
        whole = folder.resolve() / "project"
        if commit:
            _check_out(root, commit, whole)
        copy = whole / git_text(root, "rev-parse", "--show-prefix") if commit else whole
        if version is None:
            _lay_over(root.resolve(), copy)
        elif not copy.is_dir():
            raise RevisionError(said(told.NO_FOLDER, revision=version.name))
        yield copy


def _check_out(root: Path, commit: str, folder: Path) -> None:
    """The repository once more at that commit, without the objects, which stay where they are."""
    top = git_text(root, "rev-parse", "--show-toplevel")
    quietly = ["git", "-c", "advice.detachedHead=false"]
    for words in (
        [*quietly, "clone", "--quiet", "--shared", "--no-checkout", "--", top, str(folder)],
        [*quietly, "-C", str(folder), "checkout", "--quiet", "--detach", commit],
    ):
        done = subprocess.run(words, capture_output=True, check=False, timeout=_SECONDS)  # noqa: S603  # own words
        if done.returncode:
            why = done.stderr.decode(errors="replace").strip().splitlines()[-1:] or [str(done.returncode)]
            raise RevisionError(said(told.NOT_LAID, revision=commit[:12], why=why[0]))


def _lay_over(root: Path, copy: Path) -> None:
    """Put the files as they stand into the place of those that are committed."""
    if copy.is_dir():
        for each in copy.iterdir():
            if each.name != ".git":
                shutil.rmtree(each) if each.is_dir() and not each.is_symlink() else each.unlink()

    def ignored(folder: str, names: list[str]) -> set[str]:
        """What no build reads, environments of Python, and whatever is no plain file."""
        here = Path(folder)
        odd = {each for each in names if not any(kind(here / each) for kind in _COPIED)}
        environments = {each for each in names if (here / each / _ENVIRONMENT).is_file()}
        return odd | environments | (_NOT_COPIED.intersection(names) if here == root else set())

    shutil.copytree(root, copy, symlinks=True, ignore=ignored, dirs_exist_ok=True)
    _keep_links_within(root, copy)


def _keep_links_within(root: Path, copy: Path) -> None:
    """A link that names a file of the project by its whole path leads to the same file of the copy."""
    for path in [each for each in copy.rglob("*") if each.is_symlink()]:
        target = path.readlink()
        if target.is_absolute() and target.resolve().is_relative_to(root):
            path.unlink()
            path.symlink_to(copy / target.resolve().relative_to(root))
