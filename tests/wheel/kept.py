"""Folders of installed packages, kept from run to run and shared by all who test on this machine."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import time
from collections.abc import Callable
from hashlib import sha256
from pathlib import Path

from filelock import FileLock
from platformdirs import user_cache_path

from tests.wheel.declared import Wanted

KEPT = user_cache_path("bsc-site-tests")
_UNUSED = 30 * 24 * 3600.0
"""Seconds after which a folder that no run asked for is given up."""


def packages(wanted: Wanted) -> Path:
    """A folder with what is wanted and all that this brings along, for the Python that runs the tests.

    The first run with these lists installs it, in a minute or two.
    """

    def install(folder: Path) -> None:
        constraints = folder.with_suffix(".txt")
        constraints.write_text("\n".join(wanted.constraints), encoding="utf-8")
        pip("install", "--no-compile", "--target", folder, "--constraint", constraints, *wanted.requirements)

    return _kept(wanted.name, (*wanted.requirements, "", *wanted.constraints), install)


def files_of(wanted: Wanted) -> Path:
    """A folder with the files from which pip installs what is wanted, without the network."""

    def download(folder: Path) -> None:
        folder.mkdir()
        pip("download", "--dest", folder, *wanted.requirements)

    return _kept(wanted.name, wanted.requirements, download)


def pip(*arguments: object) -> None:
    """Run pip as it is set up on this machine; what it says is the error's text when it fails."""
    command = [sys.executable, "-m", "pip", "--quiet", "--disable-pip-version-check", *map(str, arguments)]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr


def _kept(name: str, asked: tuple[str, ...], make: Callable[[Path], None]) -> Path:
    """The folder that `make` makes of what was asked for; one that was begun and not finished is made anew."""
    key = sha256("\n".join([sys.version, *asked]).encode()).hexdigest()[:16]
    place = KEPT / f"{name}-{key}"
    place.parent.mkdir(parents=True, exist_ok=True)
    with FileLock(f"{place}.lock"):
        if not (place / "finished").is_file():
            _give_up_unused()
            shutil.rmtree(place, ignore_errors=True)
            place.mkdir()
            make(place / "content")
            (place / "finished").touch()
        os.utime(place / "finished")
    return place / "content"


def _give_up_unused() -> None:
    long_ago = time.time() - _UNUSED
    for finished in KEPT.glob("*/finished"):
        if finished.stat().st_mtime < long_ago:
            shutil.rmtree(finished.parent, ignore_errors=True)
