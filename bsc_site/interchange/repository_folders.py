"""Repository folders: the files of a data repository that an import looks at, in a folder or packed, within limits."""

from __future__ import annotations

import io
import zipfile
import zlib
from pathlib import Path

from bsc_site.model.failure import InputError
from bsc_site.model.problem import Place
from bsc_site.model.rules import problem

LARGEST = 64_000_000
"""Bytes of all files together; the largest repositories known have a third of it."""
_MOST = 20_000
_ENDINGS = {".yml", ".yaml", ".md", ".csv"}


def repository_files(folder: Path) -> dict[str, bytes]:
    """The YAML, Markdown and CSV files of a folder by their paths below it; what lies outside of it is not followed.

    Raises InputError where they are too many or too large, OSError.
    """
    home = folder.resolve()
    found: dict[str, bytes] = {}
    size = 0
    for path in sorted(home.rglob("*")):
        name = path.relative_to(home).as_posix()
        if not _is_wanted(name) or not path.is_file() or not path.resolve().is_relative_to(home):
            continue
        size += path.stat().st_size
        _refuse_too_much(size, len(found), folder.name)
        found[name] = path.read_bytes()
    return found


def packed_files(content: bytes, file: str) -> dict[str, bytes]:
    """The same of a ZIP file as hosts of repositories pack one, below its one folder; none of a broken file.

    Raises InputError where they are too many or too large when they are unpacked.
    """
    found: dict[str, bytes] = {}
    size = 0
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as parts:
            for each in parts.infolist():
                if each.is_dir() or not _is_wanted(each.filename):
                    continue
                size += each.file_size
                _refuse_too_much(size, len(found), file)
                found[each.filename] = parts.read(each)
    except (zipfile.BadZipFile, RuntimeError, NotImplementedError, EOFError, ValueError, OSError, zlib.error):
        return {}
    tops = {name.partition("/")[0] for name in found}
    alone = len(tops) == 1 and all("/" in name for name in found)
    return {name.partition("/")[2]: each for name, each in found.items()} if alone else found


def _is_wanted(name: str) -> bool:
    hidden = any(part.startswith(".") for part in name.split("/"))
    return not hidden and name[name.rfind(".") :].lower() in _ENDINGS


def _refuse_too_much(size: int, count: int, file: str) -> None:
    if size > LARGEST or count >= _MOST:
        words = f"its files are more than {_MOST:,}, or have more than {LARGEST:,} bytes together"
        raise InputError((problem("BSC602", Place(file), words),))
