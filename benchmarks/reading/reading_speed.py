"""How long reading data takes: order lines, one long file and very many small ones, beside a plain loop over rows."""

from __future__ import annotations

import csv
import json
import os
import resource
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from many_files import FILES, ROWS, write_many_files
from order_lines import write_order_lines

sys.path.insert(0, str(Path(__file__).parents[1]))  # what all benchmarks share
from gates import Gate
from made_up import write_project

HERE = Path(__file__).parent
ORDERS = "online_retail_parquet/online_retail_2009_2010.parquet"
TIMES = 3


@dataclass(frozen=True)
class Case:
    """What is read, and the gate for it."""

    words: str
    measured: dict[str, Any]
    gate: Gate


def main() -> None:
    """Read every project, print the table and the gates; exit code 1 when one is missed."""
    with tempfile.TemporaryDirectory() as scratch:
        cases = list(_cases(Path(scratch)))
        loop = _plain_loop(Path(scratch) / "long" / "data" / "kpis.csv")
    print(f"{'':<46}{'rows taken':>12}{'figures':>9}{'read, s':>9}{'series, s':>11}{'peak, MB':>10}")
    for case in cases:
        took = case.measured
        numbers = f"{took['rows']:>12,}{took['figures']:>9,}{took['read']:>9.2f}{took['series']:>11.2f}"
        print(f"{case.words:<46}{numbers}{took['peak_mb']:>10.0f}")
    print(f"{'a loop over the rows of the long file':<46}{'':>21}{loop:>9.2f}\n")
    for case in cases:
        print(case.gate)
    sys.exit(any(not case.gate.passed for case in cases))


def _cases(scratch: Path) -> Iterator[Case]:
    orders = Path(os.environ.get("BSC_REAL_DATA", "")) / ORDERS
    if orders.is_file():
        write_order_lines(scratch / "orders", orders)
        words, took = "20 KPIs of 525,461 order lines", _best(scratch / "orders")
        yield Case(words, took, Gate(f"{words}, from file to series, CPU", took["read"] + took["series"], 2, "s"))
    else:
        print("BSC_REAL_DATA names no folder with the order lines; they are left out")
    write_project(scratch / "long", 1000)
    words, took = "1,000 KPIs x 120 months of one long file", _best(scratch / "long")
    yield Case(words, took, Gate(f"{words}, read, CPU", took["read"], 1, "s"))
    write_many_files(scratch / "files")
    words, took = f"{FILES} files with {FILES * ROWS:,} rows", _best(scratch / "files")
    yield Case(words, took, Gate(f"{words}, `check` with its start, CPU", _check(scratch / "files"), 2, "s"))


def _best(folder: Path) -> dict[str, Any]:
    """The quickest of some runs, each in a process of its own: what else the machine does only ever adds."""
    return min((_read(folder) for _ in range(TIMES)), key=lambda each: float(each["read"] + each["series"]))


def _read(folder: Path) -> dict[str, Any]:
    done = subprocess.run(
        [sys.executable, str(HERE / "one_reading.py"), str(folder)], capture_output=True, text=True, check=False
    )
    if done.returncode:
        sys.exit(done.stderr or done.stdout)
    measured: dict[str, Any] = json.loads(done.stdout.splitlines()[-1])
    return measured


def _check(folder: Path) -> float:
    """CPU seconds of the command, the least of some runs."""
    return min(_checked(folder) for _ in range(TIMES))


def _checked(folder: Path) -> float:
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    command = [sys.executable, "-m", "bsc_site", "-C", str(folder), "check", "--as-of", "2025-01-15"]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    if done.returncode:
        sys.exit(done.stderr or done.stdout)
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime


def _plain_loop(file: Path) -> float:
    """CPU seconds of taking a file apart in plain Python, a dictionary of figures for each KPI."""
    begun = time.process_time()
    found: dict[str, dict[str, float]] = {}
    with file.open(encoding="utf-8", newline="") as text:
        rows = csv.reader(text)
        next(rows)
        for kpi, period, value in rows:
            found.setdefault(kpi, {})[period] = float(value)
    return time.process_time() - begun


if __name__ == "__main__":
    main()
