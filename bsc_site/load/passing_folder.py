"""Passing folders: what is laid down for a moment, cleared away by a later command where one was killed."""

from __future__ import annotations

import os
import shutil
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from functools import cache
from pathlib import Path

try:
    import fcntl
except ImportError:  # on Windows, where a folder cannot be held
    fcntl = None  # type: ignore[assignment]  # asked for below

PREFIX = "bsc-site-passing-"


@contextmanager
def passing_folder() -> Iterator[Path]:
    """A new and empty folder, gone when the block ends; those that killed commands have left go as well."""
    clear_away(tempfile.gettempdir())
    folder, handle = _made()
    try:
        yield folder
    finally:
        shutil.rmtree(folder, ignore_errors=True)
        if handle is not None:
            os.close(handle)


@contextmanager
def passing_files() -> Iterator[None]:
    """What packages lay down for a moment while the block runs lies in a passing folder."""
    before = tempfile.tempdir
    with passing_folder() as folder:
        tempfile.tempdir = str(folder)
        try:
            yield
        finally:
            tempfile.tempdir = before


def held(path: Path) -> int | None:
    """A handle that holds the file or folder until it is closed or its process ends; None where somebody else does.

    Raises OSError, also where the system cannot hold it.
    """
    if fcntl is None:
        raise OSError
    handle = os.open(path, os.O_RDONLY)
    try:
        fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        os.close(handle)
        return None
    except BaseException:
        os.close(handle)
        raise
    return handle


def hold(handle: int) -> None:
    """Hold an open file until it is closed or its process ends, where the system can do that."""
    with suppress(OSError):
        if fcntl is not None:
            fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)


def remove_abandoned(file: Path) -> None:
    """Remove a file unless somebody holds it. Raises OSError."""
    handle = held(file)
    if handle is not None:
        file.unlink(missing_ok=True)
        os.close(handle)


def _made() -> tuple[Path, int | None]:
    """A folder that is held, if the system can do that."""
    while True:
        folder = Path(tempfile.mkdtemp(prefix=PREFIX))
        try:
            handle = held(folder)
        except OSError:
            if folder.is_dir():
                return folder, None
            continue
        if handle is not None and folder.is_dir():  # else it was taken for one that was left, and cleared away
            return folder, handle
        if handle is not None:
            os.close(handle)


@cache
def clear_away(place: str) -> None:
    """Remove the passing folders there that nobody holds, once."""
    with suppress(OSError, AttributeError):
        own = os.geteuid()
        with os.scandir(place) as found:
            left = [each.path for each in found if each.name.startswith(PREFIX) and _is_own(each, own)]
        for path in left:
            with suppress(OSError):
                handle = held(Path(path))
                if handle is not None:
                    shutil.rmtree(path, ignore_errors=True)
                    os.close(handle)


def _is_own(entry: os.DirEntry[str], own: int) -> bool:
    with suppress(OSError):
        return entry.is_dir(follow_symlinks=False) and entry.stat(follow_symlinks=False).st_uid == own
    return False
