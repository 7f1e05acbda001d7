"""Node, which runs the tests of the scripts: that of the environment, never the machine's."""

from __future__ import annotations

import shutil
import sys
from pathlib import Path


class NoNodeError(Exception):
    """The environment has no node."""


def node_path(programs: Path = Path(sys.executable).parent) -> str:
    """The program `node` in the folder of programs of a Python environment; NoNodeError where there is none."""
    found = shutil.which("node", path=str(programs))
    if found is None:
        advice = "pip install -c constraints.txt -e '.[dev]'"
        raise NoNodeError(f"{programs} has no node, by which the scripts of the site are tested; run {advice}")
    return found
