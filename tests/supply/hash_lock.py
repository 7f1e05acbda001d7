"""Hash lock: every package of an installation with all formats, as pinned, with the digest of each file that may come.

`python -m tests.supply.hash_lock REPORT...` writes it from what pip says it would install, one report for each Python
and kind of machine: `pip install --dry-run --ignore-installed --no-deps --only-binary :all: --report REPORT
--python-version 3.13.0 --platform manylinux_2_28_x86_64 --target none` and the pins of `locked_pins`.
"""

from __future__ import annotations

import json
import sys
import tomllib
from collections.abc import Iterable, Iterator
from importlib.metadata import requires
from pathlib import Path

from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

ROOT = Path(__file__).parents[2]
LOCK = ROOT / "constraints-hashes.txt"
_HEAD = """\
# Every package of an installation with all formats, in the versions of constraints.txt, each file by its digest:
# for Python 3.11 to 3.14 on Linux (x86-64), macOS (arm64) and Windows (x86-64).
# pip install --require-hashes --requirement constraints-hashes.txt, then bsc-site itself with --no-deps.
# Written by python -m tests.supply.hash_lock.
"""
_PYTHONS = ("3.11", "3.12", "3.13", "3.14")
_SYSTEMS = ("linux", "darwin", "win32")


def pins() -> dict[str, str]:
    """Name of each package in constraints.txt to its version."""
    lines = (ROOT / "constraints.txt").read_text(encoding="utf-8").split()
    return {canonicalize_name(name): version for name, _, version in (line.partition("==") for line in lines)}


def locked_pins() -> dict[str, str]:
    """Those that come along with `bsc-site[all]`, on any Python and machine that is supported."""
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    (everything,) = map(Requirement, project["optional-dependencies"]["all"])
    extras = (project["optional-dependencies"][each] for each in sorted(everything.extras))
    waiting = [Requirement(text) for texts in (project["dependencies"], *extras) for text in texts]
    found: set[tuple[str, frozenset[str]]] = set()
    while waiting:
        asked = waiting.pop()
        name = canonicalize_name(asked.name)
        if (key := (name, frozenset(asked.extras))) not in found:
            found.add(key)
            waiting += [each for each in map(Requirement, requires(name) or ()) if _comes(each, asked.extras)]
    known = pins()
    return {name: known[name] for name in sorted({name for name, _ in found})}


def _comes(asked: Requirement, extras: Iterable[str]) -> bool:
    """Whether it comes along on any of the Pythons and systems."""
    places = [
        {"extra": extra, "python_version": python, "python_full_version": f"{python}.9", "sys_platform": system}
        for extra in ("", *extras)
        for python in _PYTHONS
        for system in _SYSTEMS
    ]
    return asked.marker is None or any(asked.marker.evaluate(each) for each in places)


def lock_text(reports: Iterable[Path]) -> str:
    """The lock that these reports of pip come to."""
    digests: dict[str, set[str]] = {}
    for report in reports:
        for name, version, digest in _files(report):
            if locked_pins().get(name) != version:
                raise SystemExit(f"{report}: {name} {version} is not what constraints.txt pins")
            digests.setdefault(name, set()).add(digest)
    if missing := sorted(locked_pins().keys() - digests.keys()):
        raise SystemExit(f"no report has {', '.join(missing)}")
    lines = (
        " ".join((f"{name}=={version}", *(f"--hash=sha256:{each}" for each in sorted(digests[name]))))
        for name, version in locked_pins().items()
    )
    return _HEAD + "".join(f"{line}\n" for line in lines)


def _files(report: Path) -> Iterator[tuple[str, str, str]]:
    """Name, version and digest of each file that pip would install."""
    for each in json.loads(report.read_text(encoding="utf-8"))["install"]:
        told = each["metadata"]
        yield (
            canonicalize_name(told["name"]),
            told["version"],
            each["download_info"]["archive_info"]["hashes"]["sha256"],
        )


if __name__ == "__main__":
    LOCK.write_text(lock_text(map(Path, sys.argv[1:])), encoding="utf-8")
