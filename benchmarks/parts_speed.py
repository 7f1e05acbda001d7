"""A cascade built at once and in parts: CPU seconds, memory and bytes of either, and whether the sites are the same.

`python benchmarks/parts_speed.py [SCORECARDS [KPIS [PERIODS [PARTS]]]]`; 40 scorecards of 50 KPIs and 120 months in
four parts unless told otherwise.
"""

from __future__ import annotations

import filecmp
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

from made_up import write_cascade
from one_build import AS_OF
from process_tree import Took, measured

USUAL = (40, 50, 120, 4)


def main(scorecards: int, kpis: int, periods: int, parts: int) -> None:
    """Print one line for each command and one for the comparison; ends with an error where a file differs."""
    with tempfile.TemporaryDirectory() as place:
        folder = Path(place) / "project"
        write_cascade(folder, scorecards, kpis, periods)
        build = (sys.executable, "-m", "bsc_site", "build", "--as-of", AS_OF, "--jobs", "1", "--no-cache")
        _say("one build", measured(build, folder=folder))
        names = [f"{number}/{parts}" for number in range(1, parts + 1)]
        for name in names:
            _say(f"part {name}", measured((*build, "--only", name), folder=folder))
        folders = [folder / "build" / "parts" / name.replace("/", "-of-") for name in names]
        joined = folder / "joined"
        command = (sys.executable, "-m", "bsc_site", "assemble", *folders, "--out", joined)
        _say("assemble", measured(command, folder=folder))
        whole = folder / "build" / "site"
        files = sorted(_files(whole) | _files(joined))
        differing = [each for each in files if not _same(whole / each, joined / each)]
        size = sum((joined / each).stat().st_size for each in _files(joined))
        pages = sum(each.endswith(".html") for each in files)
        print(f"{len(files):,} files, of them {pages:,} pages, {size / 1e6:,.0f} MB; {len(differing)} differ")
        if differing:
            sys.exit("\n".join(differing[:20]))


def _say(name: str, took: Took) -> None:
    print(f"{name:12} {took.cpu:8.1f} CPU s {took.wall:8.1f} s {took.peak_mb:8.0f} MB", flush=True)


def _files(site: Path) -> set[str]:
    return {each.relative_to(site).as_posix() for each in _walk(site)}


def _walk(site: Path) -> Iterator[Path]:
    return (each for each in site.rglob("*") if each.is_file())


def _same(one: Path, other: Path) -> bool:
    return one.is_file() and other.is_file() and filecmp.cmp(one, other, shallow=False)


if __name__ == "__main__":
    given = tuple(map(int, sys.argv[1:]))
    main(*given, *USUAL[len(given) :])
