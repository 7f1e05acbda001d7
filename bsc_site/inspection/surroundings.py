"""The machine: what is installed, and how much of it a build may use."""

from __future__ import annotations

import locale
import os
import platform
import re
import shutil
import subprocess
import sys
from collections.abc import Iterator, Mapping
from importlib.metadata import PackageNotFoundError, requires, version
from pathlib import Path

from bsc_site import __version__
from bsc_site.model.value_class import dataclass
from bsc_site.publish.sharing.cores import cores_available

MEGABYTE = 1 << 20
_NAME = re.compile(r"[\w.-]+")
_EXTRA = re.compile(r"""extra\s*==\s*["']([\w-]+)""")
_EXTRAS = frozenset({"parquet", "zstd", "warehouse", "spark", "properdocs"})
"""Those for users; the others are for whoever works on bsc-site."""


@dataclass(frozen=True, slots=True)
class Machine:
    """What runs here: no name of a person, a computer or a folder is in it."""

    bsc_site: str
    python: str
    system: str
    encoding: str
    packages: Mapping[str, str | None]
    """What bsc-site rests on, by its name; None for what is not installed."""
    optional: frozenset[str]
    """Those that only some projects need."""
    git: str | None
    processors: int
    memory: int | None
    """Megabytes of the machine; None where the system does not tell."""
    free_disk: int
    """Megabytes where the project lies."""
    keeps_bytecode: bool
    """Whether Python may keep what it compiled; without it every command compiles everything anew."""


def machine_of(project: Path) -> Machine:
    """The machine on which the project in this folder is built."""
    asked = dict(sorted(_requirements()))
    return Machine(
        __version__,
        f"{platform.python_implementation()} {platform.python_version()}",
        f"{platform.system()} {platform.release()} {platform.machine()}",
        locale.getencoding().lower(),
        {name: _version(name) for name in asked},
        frozenset(name for name, extra in asked.items() if extra),
        _git(),
        cores_available(),
        _memory(),
        shutil.disk_usage(project).free // MEGABYTE,
        not sys.dont_write_bytecode,
    )


def _requirements() -> Iterator[tuple[str, str]]:
    """The packages that bsc-site asks for, each with the extra that asks for it, if one does."""
    for each in requires("bsc-site") or ():
        wanted, _, marker = each.partition(";")
        named, extra = _NAME.match(wanted), _EXTRA.search(marker)
        if named and (extra is None or extra[1] in _EXTRAS):
            yield named[0].lower(), extra[1] if extra else ""


def _version(name: str) -> str | None:
    try:
        return version(name)
    except PackageNotFoundError:
        return None


def _git() -> str | None:
    try:
        told = subprocess.run(["git", "--version"], capture_output=True, check=True, timeout=10, text=True)  # noqa: S607  # whichever the commands find
    except (OSError, subprocess.SubprocessError):
        return None
    return told.stdout.strip().removeprefix("git version ")


def _memory() -> int | None:
    try:
        return os.sysconf("SC_PAGE_SIZE") * os.sysconf("SC_PHYS_PAGES") // MEGABYTE
    except (AttributeError, OSError, ValueError):  # Windows
        return None
