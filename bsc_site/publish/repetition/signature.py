"""The signature of a build: one word for everything that its site depends on, and one for the files of a site."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator, Sequence
from datetime import date
from hashlib import sha256
from pathlib import Path

from bsc_site import __version__
from bsc_site.load.git.asking import git_text
from bsc_site.model.value_class import dataclass
from bsc_site.wording.language import spoken

_PROGRAM = Path(__file__).resolve().parents[2]
_NOT_READ = (".git", ".venv", ".bsc-cache", ".mypy_cache", ".pytest_cache", ".ruff_cache", "build", "node_modules")
"""Folders of a project that hold nothing for a build."""
_MOST = 50_000
"""Files of a project beyond which looking at each costs more than it saves."""


class UntellableError(Exception):
    """What a build depends on cannot be told from the state of some files: a link to a folder, too many of them."""


@dataclass(frozen=True, slots=True)
class Asked:
    """What was asked of a build: the project, where its site goes, and every word of the command that changes it."""

    root: Path
    out: Path
    words: tuple[str, ...]


def words_of(day: date, audience: str | None, *, strict: bool = False, site_url: str | None = None) -> tuple[str, ...]:
    """The words of a build for these readers as of a day, in the language that is spoken."""
    return day.isoformat(), str(audience), str(strict), str(site_url), spoken().code


def input_signature(asked: Asked) -> str | None:
    """A word that is another one as soon as anything may have changed that the site is made from; None if unknown.

    Files count by their size, their times and their place on the disk, as git's index does it; the history by its last
    commit; Python by its version and by the names of what is installed, which hold versions.
    """
    try:
        told = [
            __version__,
            sys.version,
            str(asked.root.resolve()),
            str(asked.out.resolve()),
            *asked.words,
            *installed(),
            git_text(asked.root, "rev-parse", "HEAD", "--is-shallow-repository"),
            *_states(_PROGRAM),
            *_states(_PROGRAM.parent / "docs_templates"),
            *_project_states(asked),
        ]
    except (OSError, UntellableError):
        return None
    return _digest(told)


def project_signature(asked: Asked) -> str | None:
    """The same as soon as anything may have changed in the project, or in the templates, which a build reads late.

    Asked for at each step of a build, which has the rest of the program in its memory.
    """
    try:
        commit = git_text(asked.root, "rev-parse", "HEAD", "--is-shallow-repository")
        return _digest([commit, *_states(_PROGRAM.parent / "docs_templates"), *_project_states(asked)])
    except (OSError, UntellableError):
        return None


def _project_states(asked: Asked) -> list[str]:
    return _states(asked.root, asked.out, *(asked.root / each for each in _NOT_READ))


def site_signature(site: Path) -> str | None:
    """A word that is another one as soon as a file of the site was written, added or removed; None without a site."""
    try:
        return _digest(_states(site)) if site.is_dir() else None
    except (OSError, UntellableError):
        return None


def _digest(told: Sequence[str]) -> str:
    return sha256("\0".join(told).encode("utf-8", "surrogateescape")).hexdigest()


def installed() -> list[str]:
    """What this Python can import, by the names of its folders of metadata: `altair-6.1.0.dist-info`."""
    folders = [Path(each) for each in sys.path if each and Path(each).is_dir()]
    return sorted(each.name for folder in folders for each in folder.glob("*.dist-info"))


def _states(folder: Path, *left_out: Path) -> list[str]:
    """Path, size, times and number of each file below the folder, sorted; nothing where there is no such folder."""
    kept_out = frozenset(str(each.resolve()) for each in left_out)
    found = list(_walked(str(folder.resolve()), kept_out)) if folder.is_dir() else []
    if len(found) > _MOST:
        raise UntellableError
    return sorted(found)


def _walked(folder: str, left_out: frozenset[str]) -> Iterator[str]:
    for entry in os.scandir(folder):
        if entry.is_dir(follow_symlinks=False):
            if entry.name != "__pycache__" and entry.path not in left_out:
                yield from _walked(entry.path, left_out)
        elif entry.is_symlink() and entry.is_dir():
            raise UntellableError
        else:
            state = entry.stat()
            yield f"{entry.path} {state.st_size} {state.st_mtime_ns} {state.st_ctime_ns} {state.st_ino}"
