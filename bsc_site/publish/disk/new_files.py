"""New files: texts written where nothing stands yet, all of them or none."""

from __future__ import annotations

import shutil
from collections.abc import Mapping
from contextlib import suppress
from pathlib import Path

from bsc_site.model.failure import WrongUse
from bsc_site.model.problem import Place
from bsc_site.model.rules import problem
from bsc_site.publish.disk.folder_exchange import exchange

_LONGEST = 80
"""Characters of a file's name in that of its part, which must not become too long for the file system."""


def refuse_standing(folder: Path, contents: Mapping[str, bytes], code: str) -> None:
    """Raises WrongUse under the rule `code` where a file of one of the names stands below the folder; all are named.

    Files that are what would be written, while others of them are missing, are those of a command that was killed: it
    is to be repeated.
    """
    standing = sorted(name for name in contents if (folder / name).exists() or (folder / name).is_symlink())
    begun = len(standing) < len(contents) and all(_is(folder / name, contents[name]) for name in standing)
    if not begun:
        raise WrongUse(
            tuple(problem(code, Place(name), "stands there already; nothing was written") for name in standing)
        )


def _is(path: Path, content: bytes) -> bool:
    return path.is_file() and not path.is_symlink() and path.read_bytes() == content


def write_files(folder: Path, contents: Mapping[str, bytes]) -> tuple[Path, ...]:
    """The files below `folder`, sorted by path and written. Raises OSError.

    All are written beside their places first, and then take them, one after the other as they come: whatever comes in
    between, no file is half of one, and none is lost that stood there. The next write clears away what a killed one
    has left.
    """
    paths = {folder / name: content for name, content in contents.items()}
    try:
        for path, content in paths.items():
            path.parent.mkdir(parents=True, exist_ok=True)
            _write_beside(path, content)
        for path in paths:
            _take_place(_beside(path), path)
    except OSError:
        for path in paths:
            with suppress(OSError):
                _beside(path).unlink(missing_ok=True)
        raise
    return tuple(sorted(paths))


def replace_folder(folder: Path, contents: Mapping[str, bytes]) -> None:
    """The files are all that the folder holds then, in one step where the system has it. Raises OSError."""
    folder = folder.resolve()
    new = folder.with_name(f".{folder.name}.part")
    shutil.rmtree(new, ignore_errors=True)
    try:
        for name, content in contents.items():
            (new / name).parent.mkdir(parents=True, exist_ok=True)
            (new / name).write_bytes(content)
        if not (folder.exists() and exchange(new, folder)):
            shutil.rmtree(folder, ignore_errors=True)
            new.rename(folder)
    finally:
        shutil.rmtree(new, ignore_errors=True)


def _write_beside(path: Path, content: bytes) -> None:
    """Raises OSError that names the file itself, of which people know."""
    try:
        _beside(path).write_bytes(content)
    except OSError as error:
        error.filename = str(path)
        raise


def _beside(path: Path) -> Path:
    """In the folder of the file itself, where a link leads to one elsewhere."""
    whole = path.resolve() if path.is_symlink() else path
    return whole.with_name(f".{whole.name[:_LONGEST]}.part")


def _take_place(part: Path, path: Path) -> None:
    whole = path.resolve() if path.is_symlink() else path
    if whole.is_file():
        shutil.copymode(whole, part)
    part.replace(whole)


def add_files(folder: Path, contents: Mapping[str, bytes]) -> tuple[Path, ...]:
    """The same for files that do not stand yet; those of a write that fails are gone again. Raises OSError."""
    try:
        return write_files(folder, contents)
    except OSError:
        for name in contents:
            (folder / name).unlink(missing_ok=True)
        raise
