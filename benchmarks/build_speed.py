"""How long a build takes: made-up scorecards of 100 and 1,000 KPIs x 120 months, against the bare engine, in one run."""

from __future__ import annotations

import json
import os
import resource
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from typing import Any

from made_up import write_project

SIZES = (100, 1000)
HERE = Path(__file__).parent
DRAWING, ENGINE = "Drawing", "Building the site"


def main() -> None:
    """Measure every size and print the table."""
    results = {}
    with tempfile.TemporaryDirectory() as scratch:
        for size in SIZES:
            folder = Path(scratch) / str(size)
            write_project(folder, size)
            cold, warm = _build(folder), _build(folder)
            results[size] = {"cold": cold, "warm": warm, "bare": _bare_engine(folder), "page": _page_bytes(folder)}
    _print_steps(results)
    _print_ratios(results)


def _build(folder: Path) -> dict[str, Any]:
    command = [sys.executable, str(HERE / "one_build.py"), str(folder)]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    if done.returncode:
        sys.exit(done.stderr or done.stdout)
    measured: dict[str, Any] = json.loads(done.stdout.splitlines()[-1])
    return measured


def _bare_engine(folder: Path) -> dict[str, float]:
    """The engine alone on the very Markdown that was generated."""
    before, begun = resource.getrusage(resource.RUSAGE_CHILDREN), time.perf_counter()
    command = [
        sys.executable,
        "-m",
        "mkdocs",
        "build",
        "-f",
        str(folder / "build/mkdocs.yml"),
        "-d",
        str(folder / "bare"),
    ]
    environment = {**os.environ, "NO_MKDOCS_2_WARNING": "1"}
    subprocess.run(command, capture_output=True, check=True, env=environment)
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    cpu = after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime
    return {"cpu": cpu, "wall": time.perf_counter() - begun}


def _page_bytes(folder: Path) -> dict[str, float]:
    """Bytes of a KPI page, and of what is left without its chart."""
    html = (folder / "build/site/kpis/kpi-0001/index.html").read_bytes()
    start = html.find(b'<figure class="bsc-chart"')
    end = html.find(b"</figure>", start)
    return {"whole": len(html), "before_chart": len(html) - (end - start)}


def _print_steps(results: dict[int, Any]) -> None:
    print(f"\nCPU seconds{'':34}" + "".join(f"{size:>9,} cold {size:>7,} warm" for size in SIZES))
    labels = {_label(name): None for size in SIZES for name in results[size]["cold"]["steps"]}
    for label in labels:
        cells = [_step(results[size][kind], label) for size in SIZES for kind in ("cold", "warm")]
        print(f"  {label:<42}" + "".join(f"{cell:>13.2f}" for cell in cells))
    for key, label in (("cpu", "all"), ("wall", "wall time"), ("peak_mb", "peak memory, MB"), ("pages", "pages")):
        cells = [results[size][kind][key] for size in SIZES for kind in ("cold", "warm")]
        print(f"  {label:<42}" + "".join(f"{cell:>13,.2f}" for cell in cells))
    megabytes = [results[size][kind]["bytes"] / 1e6 for size in SIZES for kind in ("cold", "warm")]
    print(f"  {'site, MB':<42}" + "".join(f"{cell:>13.2f}" for cell in megabytes))


def _print_ratios(results: dict[int, Any]) -> None:
    print()
    for size in SIZES:
        cold, bare = results[size]["cold"], results[size]["bare"]
        spared = _step(cold, DRAWING) + _step(cold, ENGINE)
        print(
            f"{size:,} KPIs: bare engine {bare['cpu']:.2f} CPU s, whole build {cold['cpu'] / bare['cpu']:.2f} x that cold,"
        )
        print(
            f"  {results[size]['warm']['cpu'] / bare['cpu']:.2f} x warm; all but engine and drawings {cold['cpu'] - spared:.2f} CPU s;"
        )
        page = results[size]["page"]
        print(f"  a KPI page has {page['whole'] / 1000:.1f} KB, {page['before_chart'] / 1000:.1f} KB without its chart")
    small, large = (results[size]["cold"]["steps"] for size in SIZES)
    factor = SIZES[1] / SIZES[0]
    print(f"growth from {SIZES[0]:,} to {SIZES[1]:,} KPIs, by step (at most {factor:.0f}):")
    for name, seconds in large.items():
        before = next((each for other, each in small.items() if _label(other) == _label(name)), 0.0)
        if before > 0:
            print(f"  {_label(name):<42}{seconds / before:>8.1f}")


def _label(step: str) -> str:
    """The step without its counts."""
    return " ".join(word for word in step.split() if not word[0].isdigit())


def _step(measured: dict[str, Any], label: str) -> float:
    return sum(seconds for name, seconds in measured["steps"].items() if _label(name).startswith(label))


if __name__ == "__main__":
    main()
