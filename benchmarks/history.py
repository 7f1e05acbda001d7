"""The history of figures: each run adds its own to a file that is committed, to see what became dearer and when."""

from __future__ import annotations

import csv
import platform
import subprocess
from collections.abc import Iterable
from datetime import UTC, datetime
from pathlib import Path

from gates import Gate

FILE = Path(__file__).parent / "history.csv"
COLUMNS = ("day", "revision", "machine", "figure", "value", "unit", "most")


def keep(gates: Iterable[Gate]) -> None:
    """Add every figure to the file with the day, the revision (`+` where it was changed) and the machine."""
    new = not FILE.exists()
    with FILE.open("a", newline="", encoding="utf-8") as file:
        rows = csv.writer(file, lineterminator="\n")
        if new:
            rows.writerow(COLUMNS)
        run = (datetime.now(UTC).date().isoformat(), _revision(), _machine())
        rows.writerows((*run, gate.words, f"{gate.measured:.3f}", gate.unit, f"{gate.most:g}") for gate in gates)


def _revision() -> str:
    command = ["git", "-C", str(FILE.parent), "describe", "--always", "--dirty=+"]
    return subprocess.run(command, capture_output=True, text=True, check=False).stdout.strip() or "unknown"


def _machine() -> str:
    """The processor, how many of it, and the Python."""
    try:
        lines = Path("/proc/cpuinfo").read_text(encoding="utf-8").splitlines()
    except OSError:
        lines = []
    models = [line.partition(":")[2].strip() for line in lines if line.startswith("model name")]
    return f"{len(models) or 1} x {models[0] if models else platform.machine()}, Python {platform.python_version()}"
