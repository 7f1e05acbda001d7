"""File patterns: which files of the project a name with `*` stands for."""

from __future__ import annotations

import re
from pathlib import Path, PurePosixPath, PureWindowsPath

from bsc_site.load.suggestions import did_you_mean
from bsc_site.load.tables.cells import TableError
from bsc_site.model.saying.said import Listed, said, together
from bsc_site.model.sentences import table_sentences as told

_LISTED = 5
_DEEPEST = 100
"""So many folders within each other are looked into."""
_STARS = re.compile(r"\*+")
_DIGITS = re.compile(r"(\d+)")


def is_pattern(root: Path, file: str) -> bool:
    """Whether a name stands for many files: it holds a `*` or `?` and is not itself the name of a file."""
    return any(sign in file for sign in "*?") and not _stands(root / file)


def _stands(path: Path) -> bool:
    """Also of a name that no system could have."""
    try:
        return path.exists()
    except OSError:
        return False


def files_of(root: Path, file: str) -> tuple[str, ...]:
    """The files that a name stands for, those with the newest names last; itself where it is the name of one.

    Raises TableError for a pattern that leads out of the project, or that no file fits.
    """
    if not is_pattern(root, file):
        return (file,)
    if PureWindowsPath(file).drive or file.startswith("/") or ".." in PurePosixPath(file).parts:
        raise TableError("BSC302", said(told.PATTERN_OUTSIDE))
    wanted = _for_system(file) if file.count("/") < _DEEPEST else ""  # no file lies as deep
    found = (each.relative_to(root).as_posix() for each in (root.glob(wanted) if wanted else ()) if each.is_file())
    files = sorted((each for each in found if not _is_hidden(each)), key=by_name)
    if not files:
        raise TableError("BSC301", together(said(told.NO_FILE_FITS), _near(root, file)))
    return tuple(files)


def _for_system(file: str) -> str:
    """Brackets are letters, and many stars within a name are one; alone they stand for folders of any depth."""
    parts = (part if part == "**" else _STARS.sub("*", part) for part in file.replace("[", "[[]").split("/"))
    return "/".join(parts)


def by_name(file: str) -> tuple[tuple[int, str], ...]:
    """What sorts names as people do: `orders-9.csv` before `orders-10.csv`, and both before `orders-10-v2.csv`."""
    path = PurePosixPath(file)
    while path.suffix and not path.suffix[1:2].isdigit():
        path = path.with_suffix("")
    return tuple((int(part), "") if part.isdecimal() else (0, part) for part in _DIGITS.split(str(path)))


def _is_hidden(file: str) -> bool:
    return PurePosixPath(file).name.startswith((".", "~$"))


def _near(root: Path, file: str) -> str:
    """A hint at a file whose name is near to what the pattern says."""
    folder = root / PurePosixPath(file).parent
    names = (
        [each.name for each in folder.iterdir()]
        if "*" not in str(PurePosixPath(file).parent) and folder.is_dir()
        else []
    )
    near = did_you_mean(PurePosixPath(file).name, sorted(names))
    if near or not names:
        return near
    return said(told.FILES_THERE, there=Listed(sorted(names, key=by_name)[:5]))
