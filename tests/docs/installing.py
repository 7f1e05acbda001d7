"""Installing: whether a line that sets up an environment names what there is.

Only the machine of a reader has an index to install from, so the line itself is not run.
"""

from __future__ import annotations

import re
import shlex
import tomllib
from itertools import pairwise
from pathlib import Path

from bsc_site import __version__
from tests.docs.clone import ROOT

_LINE = re.compile(r"python3\.11 -m venv \.venv && \.venv/bin/pip install (.+)")
_PROGRAM = re.compile(r"(?P<what>\.|bsc-site|\./bsc_site-(?P<version>[\d.]+)-py3-none-any\.whl)\[(?P<extras>[\w,]+)\]")


def installs(line: str) -> bool:
    """Whether a line sets up an environment with the program in it."""
    return _LINE.fullmatch(line) is not None


def mistake_in(line: str, folder: Path) -> str:
    """What the line names that is not there, seen from `folder`; empty where all is."""
    match = _LINE.fullmatch(line)
    words = shlex.split(match[1]) if match else []
    files = [name for flag, name in pairwise(words) if flag in {"-c", "-r"}]
    missing = [name for name in files if not (folder / name).is_file()]
    if missing:
        return f"there is no file '{missing[0]}'"
    program = [found for word in words if (found := _PROGRAM.fullmatch(word))]
    if len(program) + 2 * len(files) + words.count("-e") != len(words) or len(program) != 1:
        return "it is not clear what is installed"
    known = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]["optional-dependencies"]
    unknown = [extra for extra in program[0]["extras"].split(",") if extra not in known]
    if unknown:
        return f"the program has no extra '{unknown[0]}'"
    return "" if program[0]["version"] in {None, __version__} else f"the version is {__version__}"
