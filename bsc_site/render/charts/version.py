"""The version of the charts' design: changes when their code or the drawing engine does."""

from __future__ import annotations

from functools import lru_cache
from hashlib import sha256
from importlib.metadata import version
from importlib.resources import files


@lru_cache(maxsize=1)
def design_version() -> str:
    """Sixteen hexadecimal digits that stand for this package's modules and the versions of Altair and vl-convert."""
    digest = sha256(f"{version('altair')} {version('vl-convert-python')}".encode())
    for module in sorted(files("bsc_site.render.charts").iterdir(), key=lambda each: each.name):
        if module.name.endswith(".py"):
            digest.update(module.read_bytes().replace(b"\r\n", b"\n"))
    return digest.hexdigest()[:16]
