"""New files: texts written where nothing stands yet, all of them or none."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from pathlib import Path

from bsc_site.model.failure import WrongUse
from bsc_site.model.problem import Place
from bsc_site.model.rules import problem


def refuse_standing(folder: Path, names: Iterable[str], code: str) -> None:
    """Raises WrongUse under the rule `code` where a file of one of the names stands below the folder; all are named."""
    standing = sorted(name for name in names if (folder / name).exists() or (folder / name).is_symlink())
    if standing:
        raise WrongUse(
            tuple(problem(code, Place(name), "stands there already; nothing was written") for name in standing)
        )


def write_files(folder: Path, contents: Mapping[str, bytes]) -> tuple[Path, ...]:
    """The files below `folder`, sorted by path and written. Raises OSError."""
    written = []
    for name, content in sorted(contents.items()):
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content)
        written.append(path)
    return tuple(written)


def add_files(folder: Path, contents: Mapping[str, bytes]) -> tuple[Path, ...]:
    """The same for files that do not stand yet; those of a write that fails are gone again. Raises OSError."""
    try:
        return write_files(folder, contents)
    except OSError:
        for name in contents:
            (folder / name).unlink(missing_ok=True)
        raise
