"""The version of the charts' design: changes when their code or the drawing engine does."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache
from hashlib import sha256
from importlib.metadata import version
from importlib.resources import files
from importlib.resources.abc import Traversable


@lru_cache(maxsize=1)
def design_version() -> str:
    """Sixteen hexadecimal digits that stand for this package's modules and the versions of Altair and vl-convert."""
    digest = sha256(f"{version('altair')} {version('vl-convert-python')}".encode())
    for text in _texts(files("bsc_site.render.charts")):
        digest.update(text)
    return digest.hexdigest()[:16]


def _texts(folder: Traversable) -> Iterator[bytes]:
    """The modules of a folder and of the folders in it, and its scripts, with the same line ends everywhere."""
    for each in sorted(folder.iterdir(), key=lambda each: each.name):
        if each.name.endswith((".py", ".js")):
            yield each.read_bytes().replace(b"\r\n", b"\n")
        elif each.is_dir() and not each.name.startswith("__"):
            yield from _texts(each)
