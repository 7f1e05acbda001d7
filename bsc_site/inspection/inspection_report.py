"""The report of an inspection: lines to paste, or an object for programs."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator, Mapping
from dataclasses import asdict

from bsc_site.inspection.inspecting import Inspection
from bsc_site.inspection.oddities import Odd, Oddity
from bsc_site.inspection.project_size import FileCount, ProjectSize
from bsc_site.inspection.surroundings import MEGABYTE, Machine
from bsc_site.wording.language import say, say_count

VERSION = 1
"""Of the JSON object: keys may join, none leaves or changes while it stays."""

_SAID: Mapping[Odd, Callable[..., str]] = {
    Odd.NOT_INSTALLED: lambda package: say(
        "{package} is not installed, and bsc-site needs it: pip install --force-reinstall bsc-site", package=package
    ),
    Odd.ENCODING: lambda encoding: say(
        "The terminal writes {encoding}: signs that it lacks are printed as escapes. Set PYTHONUTF8=1",
        encoding=encoding,
    ),
    Odd.NO_BYTECODE: lambda: say(
        "Python may not keep what it compiles, so each command compiles everything anew: unset PYTHONDONTWRITEBYTECODE"
    ),
    Odd.LITTLE_MEMORY: lambda megabytes: say(
        "The machine has {megabytes} MB of memory; 1,000 KPIs take up to 400 MB", megabytes=f"{megabytes:,}"
    ),
    Odd.LITTLE_DISK: lambda megabytes: say(
        "{megabytes} MB of the disk are free; while it is built, a site stands there twice", megabytes=f"{megabytes:,}"
    ),
    Odd.NO_GIT: lambda: say(
        "There is no git: what changed, when figures arrived and definitions of earlier days are not known"
    ),
    Odd.NO_HISTORY: lambda: say(
        "The project has no commit yet: what changed and when figures arrived is not known. git init, git commit"
    ),
    Odd.SHALLOW: lambda: say(
        "The history of git is cut off, so what changed is not known: git fetch --unshallow, or fetch-depth: 0 in the"
        " workflow"
    ),
    Odd.OWN_PAGES_CODE: lambda plugins, hooks: say(
        "mkdocs.yml has plugins ({plugins}) or hooks ({hooks}) of its own: every page goes through the engine, which"
        " takes about twice as long",
        plugins=plugins,
        hooks=hooks,
    ),
    Odd.OTHER_ENGINE: lambda engine: say("The site is built by {engine}, not by mkdocs", engine=engine),
    Odd.NO_CACHE: lambda: say(
        "There is a site and no .bsc-cache, so each build makes everything anew: keep the folder"
    ),
    Odd.NO_ADDRESS: lambda: say(
        "mkdocs.yml has no site_url: feeds, previews and calendars cannot name the address of the site"
    ),
    Odd.LARGE_FILE: lambda kind, megabytes: say(
        "A {kind} file has {megabytes} MB; GitHub takes none above 100. Parquet or a connection may serve better",
        kind=kind,
        megabytes=f"{megabytes:,}",
    ),
    Odd.LARGE_SITE: lambda megabytes, limit: say(
        "The site has {megabytes} MB; GitHub Pages takes {limit}. Build it in parts, or publish it elsewhere",
        megabytes=f"{megabytes:,}",
        limit=f"{limit:,}",
    ),
    Odd.SLOW: lambda step, seconds: say("“{step}” took {seconds} s", step=step, seconds=seconds),
    Odd.BUSY: lambda step, wall, cpu: say(
        "“{step}” waited: {wall} s passed, of which {cpu} s were work. The disk, git or other programs kept it",
        step=step,
        wall=wall,
        cpu=cpu,
    ),
}


def json_of_inspection(found: Inspection) -> str:
    """The whole inspection as a JSON object."""
    machine = asdict(found.machine) | {"optional": sorted(found.machine.optional)}
    whole = {
        "version": VERSION,
        "machine": machine,
        "project": asdict(found.size),
        "seconds": {
            name: {"wall": round(each.wall, 3), "cpu": round(each.cpu, 3)} for name, each in found.spans.items()
        },
        "oddities": [{"kind": each.kind, **each.detail} for each in found.oddities],
    }
    return json.dumps(whole, ensure_ascii=False, indent=2)


def lines_of_inspection(found: Inspection) -> Iterator[str]:
    """The inspection as text: facts first, then what is slow or odd."""
    yield from _machine_lines(found.machine)
    yield ""
    yield from _project_lines(found.size)
    yield ""
    yield say("Seconds (work of a processor in brackets)")
    yield from (f"  {name}: {each.wall:.2f} ({each.cpu:.2f})" for name, each in found.spans.items())
    yield ""
    yield say_count("{count} thing is slow or odd", "{count} things are slow or odd", len(found.oddities))
    yield from (f"  - {sentence_of(each)}" for each in found.oddities)


def sentence_of(oddity: Oddity) -> str:
    """What is odd, and what helps."""
    return _SAID[oddity.kind](**oddity.detail)


def _machine_lines(machine: Machine) -> Iterator[str]:
    yield f"bsc-site {machine.bsc_site}, {machine.python}, {machine.system}"
    unknown = say("unknown")
    yield say(
        "Processors: {processors}; memory: {memory} MB; free on the disk: {disk} MB; git: {git}",
        processors=machine.processors,
        memory=unknown if machine.memory is None else f"{machine.memory:,}",
        disk=f"{machine.free_disk:,}",
        git=machine.git or unknown,
    )
    yield say("Packages: {list}", list=", ".join(f"{name} {each}" for name, each in machine.packages.items() if each))
    absent = ", ".join(name for name, each in machine.packages.items() if each is None)
    if absent:
        yield say("Not installed: {list}", list=absent)


def _project_lines(size: ProjectSize) -> Iterator[str]:
    if size.elements:
        yield say("Project: {list}", list=", ".join(f"{name} {number:,}" for name, number in size.elements.items()))
    else:
        yield say("Project: it cannot be read; bsc-site check says why")
    yield say("Figures: {count}", count=f"{size.observations:,}")
    yield say("Files: {list}", list="; ".join(_file_words(kind, each) for kind, each in size.files.items()))
    yield say("Settings in mkdocs.yml: {list}", list=", ".join(size.settings))
    yield say(
        "Commits: {count}; cut off: {cut}", count=f"{size.commits:,}", cut=say("yes") if size.shallow else say("no")
    )
    yield say(
        "Site: {pages} pages, {site} MB; kept for the next build: {cache} MB",
        pages=f"{size.pages:,}",
        site=f"{size.site:,}",
        cache=f"{size.cache:,}",
    )
    if size.problems:
        told = ", ".join(f"{code} x {number:,}" for code, number in size.problems.items())
        yield say("Rules that speak: {list}", list=told)


def _file_words(kind: str, files: FileCount) -> str:
    return f"{kind} {files.number:,} ({files.size / MEGABYTE:,.1f} MB)"
