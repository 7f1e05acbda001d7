"""The program as a user starts it, and small projects to start it on."""

from __future__ import annotations

import io
import subprocess
import sys
from contextlib import chdir, redirect_stderr, redirect_stdout
from dataclasses import dataclass
from pathlib import Path

from bsc_site.cli import main
from tests.builders.project_folders import write

PROGRAM = (sys.executable, "-m", "bsc_site")
DAY = "2025-07-10"
SCORECARD = """\
id: shop
title: Shop
perspectives:
  - id: customer
    name: Customer
    question: How do customers see us?
    objectives:
      - id: loyal
        name: Earn repeat customers
        owner: ann
        kpis: [repeat-rate]
kpis:
  - id: repeat-rate
    name: Repeat purchase rate
    unit: "%"
    kind: leading
    owner: ann
    baseline: {period: 2025-01, value: 20}
    targets: [{period: 2025-12, value: 30}]
people: [{id: ann, name: Ann, role: Head of sales}]
"""
FIGURES = """\
kpi,period,value
repeat-rate,2025-01,20
repeat-rate,2025-02,21
repeat-rate,2025-03,23
repeat-rate,2025-04,22
repeat-rate,2025-05,25
repeat-rate,2025-06,26
"""


@dataclass(frozen=True)
class Ran:
    """What a run left: exit code, standard output and standard error."""

    code: int
    out: str
    err: str

    @property
    def lines(self) -> list[str]:
        """The lines of standard error."""
        return self.err.splitlines()


def run(*arguments: object, cwd: Path | None = None) -> Ran:
    """`bsc-site` with these arguments, to its end."""
    command = [*PROGRAM, *map(str, arguments)]
    done = subprocess.run(command, cwd=cwd, capture_output=True, text=True, encoding="utf-8", check=False, timeout=300)
    return Ran(done.returncode, done.stdout, done.stderr)


def called(*arguments: object, cwd: Path | None = None) -> Ran:
    """The same within this process, which need not start anew: for whatever is no matter of processes."""
    out, err = io.StringIO(), io.StringIO()
    with chdir(cwd or "."), redirect_stdout(out), redirect_stderr(err):
        try:
            main([*map(str, arguments)])
        except SystemExit as end:
            return Ran(int(end.code or 0), out.getvalue(), err.getvalue())


def shop(root: Path, **changed: str | bytes) -> Path:
    """A small sound project in `root`; `changed` gives another `scorecard`, other `figures`."""
    return write(
        root,
        {
            "scorecard/shop.yml": changed.get("scorecard", SCORECARD),
            "data/shop.csv": changed.get("figures", FIGURES),
        },
    )
