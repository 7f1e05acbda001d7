"""The wheel of this run, and environments with it; built once, whatever the number of workers."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import pytest
from filelock import FileLock

from tests.wheel.declared import ROOT, Wanted, lowest, newest
from tests.wheel.environment import Environment, environment
from tests.wheel.kept import packages

Once = Callable[[str, Callable[[Path], object]], Path]
"""Makes a folder of a name by calling a function with it, once in a run; the folder."""


@dataclass(frozen=True)
class Built:
    """What packaging gives: the sdist, the wheel that it builds, and the wheel of the working tree."""

    sdist: Path
    wheel: Path
    direct: Path


@pytest.fixture(scope="session")
def once(tmp_path_factory: pytest.TempPathFactory) -> Once:
    """Folders that all workers of this run share."""
    base = tmp_path_factory.getbasetemp()
    shared = base.parent if os.environ.get("PYTEST_XDIST_WORKER") else base

    def folder(name: str, make: Callable[[Path], object]) -> Path:
        place = shared / name
        with FileLock(f"{place}.lock"):
            if not place.with_suffix(".made").exists():
                shutil.rmtree(place, ignore_errors=True)
                place.mkdir()
                make(place)
                place.with_suffix(".made").touch()
        return place

    return folder


def _packaged(place: Path) -> None:
    build = [sys.executable, "-m", "build", "--no-isolation"]
    for options in (["--outdir", place / "dist"], ["--wheel", "--outdir", place / "direct"]):
        done = subprocess.run([*build, *map(str, options), str(ROOT)], capture_output=True, text=True, check=False)
        assert done.returncode == 0, done.stdout + done.stderr


@pytest.fixture(scope="session")
def built(once: Once) -> Built:
    """The sdist and the wheels of the working tree."""
    place = once("packaged", _packaged)
    found = [next(place.glob(pattern)) for pattern in ("dist/*.tar.gz", "dist/*.whl", "direct/*.whl")]
    return Built(*found)


def _environment(once: Once, built: Built, wanted: Wanted) -> Environment:
    place = once(wanted.name, lambda folder: environment(folder, built.wheel, packages(wanted)))
    return Environment(place / "venv", place / "home")


@pytest.fixture(scope="session")
def installed(once: Once, built: Built) -> Environment:
    """The wheel with its dependencies at run time and nothing else."""
    return _environment(once, built, newest())


@pytest.fixture(scope="session")
def barely_installed(once: Once, built: Built) -> Environment:
    """The wheel with the lowest versions that it declares."""
    return _environment(once, built, lowest())
