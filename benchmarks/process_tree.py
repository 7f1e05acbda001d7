"""A command measured with everything that it starts: CPU seconds, wall time, and memory at its peak."""

from __future__ import annotations

import ctypes
import os
import platform
import resource
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

_PAUSE = 0.1
"""Seconds between two looks at the memory; what stands for a shorter time is not seen."""


@dataclass(frozen=True)
class Took:
    """What a command took: CPU seconds of it and its children, seconds on the wall, MB at the peak, what it printed.

    The memory is the sum of the proportional set sizes (PSS) of all its processes: what they share counts once. It is
    0 where the machine has no /proc.
    """

    cpu: float
    wall: float
    peak_mb: float
    printed: str


def measured(
    command: Sequence[str | os.PathLike[str]],
    environment: Mapping[str, str] | None = None,
    folder: Path | None = None,
) -> Took:
    """Run the command to its end, in this folder. Ends this program where the command fails, with what it said."""
    before, begun, peak = _cpu_of_children(), time.perf_counter(), 0.0
    around = {**os.environ, **(environment or {})}
    with tempfile.TemporaryFile("w+", encoding="utf-8") as said:
        process = subprocess.Popen(command, stdout=said, stderr=subprocess.STDOUT, env=around, cwd=folder)
        while process.poll() is None:
            peak = max(peak, sum(map(_megabytes, _apart(process.pid))))
            time.sleep(_PAUSE)
        said.seek(0)
        printed = said.read()
    if process.returncode:
        sys.exit(f"{' '.join(map(str, command))}\n{printed}")
    return Took(_cpu_of_children() - before, time.perf_counter() - begun, peak, printed)


def _cpu_of_children() -> float:
    children = resource.getrusage(resource.RUSAGE_CHILDREN)
    return children.ru_utime + children.ru_stime


def tree(root: int) -> Iterator[int]:
    """The numbers of a process and of all that descend from it, as far as they still live."""
    yield root
    for task in Path(f"/proc/{root}/task").glob("*/children"):
        for child in _text(task).split():
            yield from tree(int(child))


_SAME_MEMORY = 1
_COMPARE = {"x86_64": 312, "aarch64": 272}.get(platform.machine(), -1)
"""What the system calls `kcmp`."""


def _apart(root: int) -> Iterator[int]:
    """The processes of a tree with memory of their own; one that only begins another program has that of its parent."""
    seen: list[int] = []
    for each in tree(root):
        if not any(ctypes.CDLL(None).syscall(_COMPARE, each, one, _SAME_MEMORY, 0, 0) == 0 for one in seen):
            seen.append(each)
            yield each


def _megabytes(process: int) -> float:
    lines = _text(Path(f"/proc/{process}/smaps_rollup")).splitlines()
    return sum(int(line.split()[1]) for line in lines if line.startswith("Pss:")) / 1024


def _text(path: Path) -> str:
    try:
        return path.read_text(encoding="ascii")
    except OSError:  # it has ended meanwhile
        return ""
