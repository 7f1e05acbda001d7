"""Unpacked: a compressed file, unpacked for as long as it is read."""

from __future__ import annotations

import bz2
import gzip
import lzma
import zipfile
import zlib
from collections.abc import Callable, Collection, Iterator
from contextlib import contextmanager
from pathlib import Path, PurePosixPath
from typing import IO, Any, cast

from bsc_site.load.installing import install_command
from bsc_site.load.packing.size_limits import prove_size
from bsc_site.load.passing_folder import passing_folder
from bsc_site.load.suggestions import did_you_mean
from bsc_site.load.tables.cells import TableError
from bsc_site.load.tables.headings import listed
from bsc_site.load.yaml.yaml_words import in_yaml
from bsc_site.model.saying.said import said
from bsc_site.model.sentences import table_sentences as told

_CHUNK = 1 << 20
_ERRORS = (OSError, EOFError, ValueError, zlib.error, lzma.LZMAError, zipfile.BadZipFile, NotImplementedError)
_LOCKED = 0x1
_OF_A_MAC = "__MACOSX/"


def _zstd(path: Path) -> IO[bytes]:
    try:
        import zstandard  # noqa: PLC0415  # an optional dependency
    except ImportError:
        raise TableError("BSC303", said(told.ZSTD_MISSING, command=install_command("bsc-site[zstd]"))) from None
    return cast(IO[bytes], zstandard.open(path, "rb"))


_OPENED: dict[str, Callable[[Path], Any]] = {".gz": gzip.open, ".bz2": bz2.open, ".xz": lzma.open, ".zst": _zstd}
PACKED = frozenset({*_OPENED, ".zip"})
"""How names of packed files end."""


@contextmanager
def unpacked(path: Path, member: str | None, known: Collection[str]) -> Iterator[Path]:
    """The file that is packed in another, for as long as it is read; `known` are the endings of data files.

    Raises TableError where it cannot be unpacked, would be too large, or holds several files and none is named.
    """
    with passing_folder() as folder:
        try:
            target = _unpacked_to(folder, path, member, known)
        except TableError:
            raise
        except Exception as error:
            if isinstance(error, _ERRORS) or type(error).__module__.startswith("zstandard"):
                raise TableError("BSC303", said(told.NOT_UNPACKED, error=type(error).__name__)) from None
            raise
        yield target


def _unpacked_to(folder: Path, path: Path, member: str | None, known: Collection[str]) -> Path:
    ending = path.suffix.lower()
    if ending == ".zip":
        return _from_archive(path, member, known, folder)
    target = folder / f"unpacked{PurePosixPath(path.stem).suffix.lower()}"
    with _OPENED[ending](path) as source:
        _copy(source, target, path.stat().st_size)
    return target


def _from_archive(path: Path, member: str | None, known: Collection[str], folder: Path) -> Path:
    with zipfile.ZipFile(path) as archive:
        named = [each for each in archive.infolist() if each.filename]  # damaged archives lose names
        chosen = _chosen([each for each in named if not each.is_dir()], member, known)
        if chosen.flag_bits & _LOCKED:
            raise TableError("BSC303", said(told.LOCKED_MEMBER, member=chosen.filename))
        prove_size(chosen.file_size, chosen.compress_size)
        target = folder / f"unpacked{PurePosixPath(chosen.filename).suffix.lower()}"
        with archive.open(chosen) as source:
            _copy(source, target, chosen.compress_size)
        return target


def _chosen(parts: list[zipfile.ZipInfo], member: str | None, known: Collection[str]) -> zipfile.ZipInfo:
    names = {each.filename: each for each in parts if not _is_hidden(each.filename)}
    if member is not None:
        if member in names:
            return names[member]
        near = did_you_mean(member, names)
        raise TableError("BSC308", said(told.NO_SUCH_MEMBER, member=member, near=near, there=listed(list(names))))
    data = [name for name in names if PurePosixPath(name).suffix.lower() in known]
    if len(data) == 1:
        return names[data[0]]
    if data:
        raise TableError("BSC373", said(told.SEVERAL_MEMBERS, first=in_yaml(data[0]), there=listed(data)))
    raise TableError("BSC308", said(told.NO_MEMBER, there=listed(list(names)) or "-"))


def _is_hidden(name: str) -> bool:
    return name.startswith(_OF_A_MAC) or PurePosixPath(name).name.startswith(".")


def _copy(source: IO[bytes], target: Path, packed: int) -> None:
    """Write what is unpacked, and stop where it gets too large, whatever the file says of itself."""
    size = 0
    with target.open("wb") as out:
        while chunk := source.read(_CHUNK):
            size += len(chunk)
            prove_size(size, packed)
            out.write(chunk)
