"""What building costs at several sizes and after an edit, beside the bare engine: tables, gates, lines of history.

`build_speed [KPIS ...]`: made-up scorecards of so many KPIs x 120 months, else of 100, 500, 1,000 and 5,000.
"""

from __future__ import annotations

import json
import os
import shutil
import sys
import tempfile
import time
from dataclasses import dataclass, field
from pathlib import Path

from edits import edit_figure, edit_target, edit_template
from gates import Gate, gates
from history import keep
from made_up import write_project
from one_build import AS_OF
from process_tree import Took, measured
from serve_speed import Served, first_page, served
from start_speed import start_gates

SIZES = (100, 500, 1000, 5000)
LARGEST_IN_FULL = 1000
"""Above it only first builds are measured: what else there is grows as they do, and would take half an hour."""
HERE = Path(__file__).parent
TIMES = 3
BUILDS = ("cold", "nothing changed", "one figure", "one target", "one template")


@dataclass
class Size:
    """What one size took: each build by its name with its steps, the bare engine, the preview, what the site weighs."""

    kpis: int
    builds: dict[str, Took] = field(default_factory=dict)
    steps: dict[str, dict[str, float]] = field(default_factory=dict)
    bare: float | None = None
    concluding: float = 0.0
    """CPU seconds of all that is concluded of the figures, the least of several."""
    served: Served | None = None
    pages: int = 0
    megabytes: float = 0.0
    page: dict[str, int] = field(default_factory=dict)

    @property
    def cold(self) -> Took:
        """The first build."""
        return self.builds["cold"]


def main(sizes: tuple[int, ...]) -> None:
    """Measure every size, print the table and the gates; exit code 1 when one is missed."""
    with tempfile.TemporaryDirectory() as scratch:
        found = [_size(Path(scratch) / str(kpis), kpis) for kpis in sizes]
    for size in found:
        _print(size)
    told = [
        *gates(found),
        *start_gates(),
        Gate("start: serve, first page of the demo, wall", first_page(HERE.parent), 3, "s"),
    ]
    print()
    for gate in told:
        print(gate)
    keep(told)
    sys.exit(any(not gate.passed for gate in told))


def _size(project: Path, kpis: int) -> Size:
    write_project(project, kpis)
    size = Size(kpis)
    _build(project, size, BUILDS[0])
    size.pages, size.megabytes = _weight(project / "build" / "site")
    size.page = _page_bytes(project)
    if kpis <= LARGEST_IN_FULL:
        size.concluding = min(_concluding(project) for _ in range(TIMES))
        size.bare = _bare_engine(project)
        _build(project, size, BUILDS[1])
        edit_figure(project, 87.65)
        _build(project, size, BUILDS[2])
        edit_target(project, 104.3)
        _build(project, size, BUILDS[3])
        edit_template(project, "edited")
        _build(project, size, BUILDS[4])
        size.served = served(project)
    shutil.rmtree(project)
    return size


def _build(project: Path, size: Size, name: str) -> None:
    steps = project / "steps.json"
    size.builds[name] = measured([sys.executable, HERE / "one_build.py", project, steps])
    size.steps[name] = json.loads(steps.read_text(encoding="utf-8"))
    steps.unlink()


def _concluding(project: Path) -> float:
    return float(measured([sys.executable, HERE / "concluding" / "one_conclusion.py", project, AS_OF]).printed)


def _bare_engine(project: Path) -> float:
    """CPU seconds of the engine alone, without any hook of ours, on the very Markdown that was generated."""
    settings = (project / "build" / "mkdocs.yml").read_text(encoding="utf-8")
    kept, hooks = [], False
    for line in settings.splitlines(keepends=True):
        hooks = line.startswith("hooks:") or (hooks and line.startswith(("-", " ")))
        kept += [] if hooks else [line]
    bare = project / "build" / "bare.yml"
    bare.write_text("".join(kept).replace("strict: true", "strict: false"), encoding="utf-8")
    command = [sys.executable, "-m", "mkdocs", "build", "-q", "-f", bare, "-d", project / "bare"]
    took = measured(command, {"NO_MKDOCS_2_WARNING": "1"})
    shutil.rmtree(project / "bare")
    return took.cpu


def _weight(site: Path) -> tuple[int, float]:
    """How many pages, how many MB."""
    files = [Path(here, name) for here, _, names in os.walk(site) for name in names]
    return sum(file.suffix == ".html" for file in files), sum(file.stat().st_size for file in files) / 1e6


def _page_bytes(project: Path) -> dict[str, int]:
    """Bytes of pages by their addresses."""
    site = project / "build" / "site"
    return {name: (site / name / "index.html").stat().st_size for name in ("kpis/kpi-0001", "scorecard", "heatmap")}


def _print(size: Size) -> None:
    """One table: steps and sums of each build, then what else was measured."""
    print(f"\n{f'{size.kpis:,} KPIs, CPU seconds':<44}" + "".join(f"{name:>17}" for name in size.builds))
    for label in size.steps["cold"]:
        print(f"  {label:<42}" + "".join(f"{steps.get(label, 0):>17.2f}" for steps in size.steps.values()))
    for label, name in (("all", "cpu"), ("wall time, s", "wall"), ("peak of all processes, MB", "peak_mb")):
        print(f"  {label:<42}" + "".join(f"{getattr(took, name):>17.2f}" for took in size.builds.values()))
    if size.bare is not None and size.served is not None:
        print(f"  {'assessing and looking ahead alone':<42}{size.concluding:>17.2f}")
        print(f"  {'bare engine without any hook of ours':<42}{size.bare:>17.2f}")
        print(f"  {'serve: first page, s on the wall':<42}{size.served.first:>17.2f}")
        print(f"  {'serve: an edit is shown, s on the wall':<42}{size.served.edit:>17.2f}")
    print(f"  {'pages':<42}{size.pages:>17,}\n  {'site, MB':<42}{size.megabytes:>17.2f}")
    for name, weight in size.page.items():
        print(f"  {f'{name}/, KB':<42}{weight / 1000:>17.1f}")


if __name__ == "__main__":
    begun = time.perf_counter()
    try:
        main(tuple(map(int, sys.argv[1:])) or SIZES)
    finally:
        print(f"measured in {time.perf_counter() - begun:.0f} s, as of {AS_OF}", file=sys.stderr)
