"""How soon commands answer: CPU seconds of help, a check and an explanation on the demo, each the median of several."""

from __future__ import annotations

import resource
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from statistics import median

from gates import Gate

ROOT = Path(__file__).parents[1]
AS_OF = ["--as-of", "2026-11-05"]
TIMES = 7
COMMANDS = {
    "--help": (["--help"], 0.12),
    "check, demo": (["check", *AS_OF], 0.7),
    "explain average-order-value, demo": (["explain", "average-order-value", *AS_OF], 0.6),
}
"""The words of each command and the most CPU seconds that it may take on a quiet machine."""


def start_gates() -> Iterator[Gate]:
    """One gate for each command, of everything that it starts too, such as git."""
    for name, (words, most) in COMMANDS.items():
        run(words)  # writes the bytecode and warms the disk
        yield Gate(f"start: {name}", median(run(words) for _ in range(TIMES)), most, "CPU s")


def run(words: list[str]) -> float:
    """CPU seconds of one command and of its children."""
    before = _of_children()
    subprocess.run([sys.executable, "-m", "bsc_site", *words], cwd=ROOT, capture_output=True, check=True)
    return _of_children() - before


def _of_children() -> float:
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    return used.ru_utime + used.ru_stime


if __name__ == "__main__":
    found = list(start_gates())
    print("\n".join(map(str, found)))
    sys.exit(not all(each.passed for each in found))
