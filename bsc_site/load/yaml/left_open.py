"""Left open: what a file says is still to be written, as a text or a comment that begins with TODO."""

from __future__ import annotations

import re
from collections.abc import Iterator

from bsc_site.model.problem import Place, Problem
from bsc_site.model.rules import problem

_OPEN = re.compile(r"(?:#\s*|(?:[-:,\[])\s+[\"']?)(?P<todo>TODO\b:?\s*(?P<words>.*))")


def left_open(data: bytes, file: str) -> Iterator[Problem]:
    """A problem for each line of a YAML file that has a TODO as its text or in its comment."""
    if b"TODO" not in data:
        return
    for line, text in enumerate(data.decode("utf-8-sig", "replace").splitlines(), start=1):
        found = _OPEN.search(text)
        if found:
            words = found["words"].strip().strip("\"'").strip() or "something"
            yield problem("BSC605", Place(file, line, found.start("todo") + 1), f"to be written: {words}")
