"""How long a build takes: made-up scorecards of 100 and 1,000 KPIs x 120 months, and the bare engine, in one run."""

from __future__ import annotations

import json
import os
import resource
import subprocess
import sys
import tempfile
import time
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from gates import gates
from made_up import write_project

SIZES = (100, 1000)
HERE = Path(__file__).parent


@dataclass(frozen=True)
class Measured:
    """What one size took: a first build, a second one, the bare engine on the same Markdown, and a KPI page's bytes."""

    cold: dict[str, Any]
    warm: dict[str, Any]
    bare: float
    page: dict[str, int]


def main() -> None:
    """Measure every size, print the table and the gates; exit code 1 when one is missed."""
    with tempfile.TemporaryDirectory() as scratch:
        small, large = (_measured(Path(scratch) / str(size), size) for size in SIZES)
    _print_steps(small, large)
    print(f"  {'bare engine':<42}{small.bare:>13.2f}{'':13}{large.bare:>13.2f}")
    missed = 0
    print()
    for gate in gates(small, large, SIZES):
        print(gate)
        missed += not gate.passed
    sys.exit(1 if missed else 0)


def _measured(folder: Path, size: int) -> Measured:
    write_project(folder, size)
    cold, warm = _build(folder), _build(folder)
    return Measured(cold, warm, _bare_engine(folder), _page_bytes(folder))


def _build(folder: Path) -> dict[str, Any]:
    command = [sys.executable, str(HERE / "one_build.py"), str(folder)]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    if done.returncode:
        sys.exit(done.stderr or done.stdout)
    measured: dict[str, Any] = json.loads(done.stdout.splitlines()[-1])
    return measured


def _bare_engine(folder: Path) -> float:
    """CPU seconds of the engine alone on the very Markdown that was generated, and with the same settings."""
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    command = [sys.executable, "-m", "mkdocs", "build"]
    where = ["-f", str(folder / "build/mkdocs.yml"), "-d", str(folder / "bare")]
    environment = {**os.environ, "NO_MKDOCS_2_WARNING": "1"}
    subprocess.run([*command, *where], capture_output=True, check=True, env=environment)
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime


def _page_bytes(folder: Path) -> dict[str, int]:
    """Bytes of a KPI page, and of what is left without its charts."""
    html = (folder / "build/site/kpis/kpi-0001/index.html").read_bytes()
    rest, charts = html, 0
    while (start := rest.find(b'<figure class="bsc-chart"')) >= 0:
        end = rest.find(b"</figure>", start)
        charts += end - start
        rest = rest[end:]
    return {"whole": len(html), "before_chart": len(html) - charts}


def _print_steps(small: Measured, large: Measured) -> None:
    builds = [small.cold, small.warm, large.cold, large.warm]
    print(f"\n{'CPU seconds':<44}" + "".join(f"{size:>8,} {kind}" for size in SIZES for kind in ("cold", "warm")))
    for label in large.cold["steps"]:
        print(f"  {label:<42}" + "".join(f"{build['steps'].get(label, 0.0):>13.2f}" for build in builds))
    for key, label in (("cpu", "all"), ("wall", "wall time"), ("peak_mb", "peak memory, MB"), ("pages", "pages")):
        print(f"  {label:<42}" + "".join(f"{build[key]:>13,.2f}" for build in builds))
    print(f"  {'site, MB':<42}" + "".join(f"{build['bytes'] / 1e6:>13.2f}" for build in builds))


if __name__ == "__main__":
    begun = time.perf_counter()
    try:
        main()
    finally:
        print(f"measured in {time.perf_counter() - begun:.0f} s", file=sys.stderr)
