"""The word of the program: another one as soon as another program would make pages, on whatever machine."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator
from functools import cache
from hashlib import blake2b
from pathlib import Path

from bsc_site import __version__
from bsc_site.publish.repetition.signature import installed
from bsc_site.render.pages.folder import templates_folder

_PROGRAM = Path(__file__).resolve().parents[2]


@cache
def program_word() -> str:
    """Digits that stand for every file of this program, its templates, Python, and the versions of all installed."""
    digest = blake2b("\0".join((__version__, sys.version, *installed())).encode(), digest_size=20)
    for folder in (_PROGRAM, templates_folder()):
        for path in sorted(_files(folder)):
            digest.update(f"\0{path[len(str(folder)) :]}\0".encode())
            digest.update(Path(path).read_bytes())
    return digest.hexdigest()


def _files(folder: Path) -> Iterator[str]:
    for here, folders, names in os.walk(folder):
        folders[:] = [each for each in folders if each != "__pycache__"]
        yield from (os.path.join(here, name) for name in names)  # noqa: PTH118  # hundreds of them
