"""Size limits: how large a packed file may become, so that a small one does not fill the memory."""

from __future__ import annotations

import zipfile
from pathlib import Path

from bsc_site.load.tables.cells import TableError
from bsc_site.model.saying.said import said
from bsc_site.model.sentences import table_sentences as told

MEGABYTE = 1_000_000
MOST = 2_000 * MEGABYTE
"""So many bytes may a file have that is unpacked."""
_SUSPECT_FROM, _DENSEST = 50 * MEGABYTE, 250
"""From so many bytes on a table is not this many times smaller when it is packed; what is, was made to be."""


def prove_size(unpacked: int, packed: int) -> None:
    """Raise TableError for a file that would be too large, or larger than any table can be packed."""
    if unpacked > MOST:
        raise TableError("BSC377", said(told.TOO_LARGE_UNPACKED, size=unpacked // MEGABYTE, most=MOST // MEGABYTE))
    ratio = unpacked // max(packed, 1)
    if unpacked > _SUSPECT_FROM and ratio > _DENSEST:
        raise TableError("BSC377", said(told.TOO_DENSE, ratio=ratio, size=unpacked // MEGABYTE))


def prove_archive(path: Path) -> None:
    """Raise TableError for a workbook, which is an archive, that would be too large; one that is none is not judged."""
    try:
        with zipfile.ZipFile(path) as archive:
            parts = archive.infolist()
    except (zipfile.BadZipFile, ValueError, NotImplementedError, EOFError):
        return
    prove_size(sum(each.file_size for each in parts), path.stat().st_size)
    for each in parts:
        prove_size(each.file_size, each.compress_size)
