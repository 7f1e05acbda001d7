"""Changes of files: each that a build makes, handed in so that a small or failing one can stand in."""

from __future__ import annotations

import os
import shutil
from contextlib import suppress
from pathlib import Path

_ANEW = os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0)
"""A file that does not stand yet; three steps of the system instead of nine, for thousands of files."""
_RIGHTS = 0o666
"""Before the user's mask."""


class Disk:
    """The real file system. Every method raises OSError with the path that failed."""

    def write(self, path: Path, content: bytes) -> None:
        """Put a file there, with the folders above it; never into a file that stands elsewhere as well (`link`)."""
        name = str(path)
        try:
            handle = os.open(name, _ANEW, _RIGHTS)
        except FileNotFoundError:
            path.parent.mkdir(parents=True, exist_ok=True)
            handle = os.open(name, _ANEW, _RIGHTS)
        except FileExistsError:
            path.unlink()
            handle = os.open(name, _ANEW, _RIGHTS)
        _fill(handle, content, name)

    def link(self, path: Path, new: Path) -> None:
        """Put what stands at `path` at `new` as well, unless something stands there, with the folders above it.

        It is one and the same file where the file system can do that.
        """
        try:
            os.link(path, new)
        except FileExistsError:
            return
        except FileNotFoundError:
            new.parent.mkdir(parents=True, exist_ok=True)
            self.link(path, new)
        except OSError:
            shutil.copyfile(path, new)

    def link_anew(self, path: Path, new: Path) -> None:
        """Put what stands at `path` at `new` as well, in the place of whatever file stands there."""
        with suppress(FileNotFoundError):
            os.unlink(new)  # noqa: PTH108  # thousands of them
        self.link(path, new)

    def make_folder(self, path: Path) -> None:
        """Make a folder and those above it, unless they stand."""
        path.mkdir(parents=True, exist_ok=True)

    def remove(self, path: Path) -> None:
        """Remove a file."""
        path.unlink()

    def remove_folder(self, path: Path) -> None:
        """Remove a folder with all that is in it; a folder that is not there is fine."""
        if path.is_symlink():
            path.unlink()
        elif path.exists():
            shutil.rmtree(path)

    def rename(self, path: Path, new: Path) -> None:
        """Move a file or folder within one file system."""
        path.rename(new)


def _fill(handle: int, content: bytes, name: str) -> None:
    """Write all of it and close the file. Raises OSError with the name, which a full disk does not tell."""
    try:
        rest = memoryview(content)
        while rest:
            rest = rest[os.write(handle, rest) :]
    except OSError as error:
        raise OSError(error.errno, error.strerror, name) from error
    finally:
        os.close(handle)
