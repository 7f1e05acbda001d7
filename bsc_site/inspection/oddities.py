"""Oddities: what of a machine, a project and its timings is slow or unusual, as facts."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from enum import StrEnum
from typing import NamedTuple

from bsc_site.inspection.project_size import ProjectSize
from bsc_site.inspection.surroundings import Machine
from bsc_site.inspection.timing import TimeTaken

PAGES_LIMIT = 1000
"""Megabytes that GitHub Pages takes: docs.github.com/en/pages, "GitHub Pages limits"."""
_LITTLE = 1000
"""Megabytes of memory, or free on the disk."""
_LARGE_FILE = 100 << 20
"""Bytes of a file that GitHub takes: docs.github.com, "About large files on GitHub"."""
_SLOW_STEP = 10.0
_KPIS_OF_A_LARGE_PROJECT = 300


class Odd(StrEnum):
    """A kind of oddity."""

    NOT_INSTALLED = "not installed"
    ENCODING = "encoding"
    NO_BYTECODE = "no bytecode"
    NO_GIT = "no git"
    NO_HISTORY = "no history"
    SHALLOW = "shallow"
    LITTLE_MEMORY = "little memory"
    LITTLE_DISK = "little disk"
    OWN_PAGES_CODE = "own pages code"
    OTHER_ENGINE = "other engine"
    NO_CACHE = "no cache"
    NO_ADDRESS = "no address"
    LARGE_FILE = "large file"
    LARGE_SITE = "large site"
    SLOW = "slow"
    BUSY = "busy"


class Oddity(NamedTuple):
    """One oddity, and the figures or names of packages, settings and steps that belong to it."""

    kind: Odd
    detail: Mapping[str, str | int | float] = {}  # read only


def oddities_of(machine: Machine, size: ProjectSize, spans: Mapping[str, TimeTaken]) -> tuple[Oddity, ...]:
    """What is worth a look, that of the machine first, then the project's, then what took long."""
    return (*_of_machine(machine), *_of_history(machine, size), *_of_project(size), *_of_time(spans))


def _of_machine(machine: Machine) -> Iterator[Oddity]:
    for name, version in machine.packages.items():
        if version is None and name not in machine.optional:
            yield Oddity(Odd.NOT_INSTALLED, {"package": name})
    if machine.encoding not in {"utf-8", "utf8"}:
        yield Oddity(Odd.ENCODING, {"encoding": machine.encoding})
    if not machine.keeps_bytecode:
        yield Oddity(Odd.NO_BYTECODE)
    if machine.memory is not None and machine.memory < _LITTLE:
        yield Oddity(Odd.LITTLE_MEMORY, {"megabytes": machine.memory})
    if machine.free_disk < _LITTLE:
        yield Oddity(Odd.LITTLE_DISK, {"megabytes": machine.free_disk})


def _of_history(machine: Machine, size: ProjectSize) -> Iterator[Oddity]:
    if machine.git is None:
        yield Oddity(Odd.NO_GIT)
    elif not size.commits:
        yield Oddity(Odd.NO_HISTORY)
    elif size.shallow:
        yield Oddity(Odd.SHALLOW)


def _of_project(size: ProjectSize) -> Iterator[Oddity]:
    if size.own_plugins or size.own_hooks:
        yield Oddity(Odd.OWN_PAGES_CODE, {"plugins": size.own_plugins, "hooks": size.own_hooks})
    if size.engine not in {"", "mkdocs"}:
        yield Oddity(Odd.OTHER_ENGINE, {"engine": size.engine})
    if "site_url" not in size.settings:
        yield Oddity(Odd.NO_ADDRESS)
    if size.pages and not size.cache and size.elements.get("kpis", 0) > _KPIS_OF_A_LARGE_PROJECT:
        yield Oddity(Odd.NO_CACHE)
    for kind, files in size.files.items():
        if files.largest > _LARGE_FILE:
            yield Oddity(Odd.LARGE_FILE, {"kind": kind, "megabytes": files.largest >> 20})
    if size.site > PAGES_LIMIT:
        yield Oddity(Odd.LARGE_SITE, {"megabytes": size.site, "limit": PAGES_LIMIT})


def _of_time(spans: Mapping[str, TimeTaken]) -> Iterator[Oddity]:
    for name, span in spans.items():
        if span.wall > _SLOW_STEP:
            yield Oddity(Odd.SLOW, {"step": name, "seconds": round(span.wall, 1)})
        if span.wall > max(1.0, 2 * span.cpu):
            yield Oddity(Odd.BUSY, {"step": name, "wall": round(span.wall, 1), "cpu": round(span.cpu, 1)})
