"""Left open: what a file says is still to be written, as a text or a comment that begins with TODO."""

from __future__ import annotations

import re
from collections.abc import Iterator

from bsc_site.model.problem import Place, Problem
from bsc_site.model.rules import problem
from bsc_site.model.saying.said import said
from bsc_site.model.sentences import yaml_sentences as told

_OPEN = re.compile(r"(?:#\s*|(?:[-:,\[])\s+[\"']?)(?P<todo>TODO\b:?\s*(?P<words>.*))")


def left_open(data: bytes, file: str) -> Iterator[Problem]:
    """A problem for each line of a YAML file that has a TODO as its text or in its comment."""
    if b"TODO" not in data:
        return
    for line, text in enumerate(data.decode("utf-8-sig", "replace").splitlines(), start=1):
        found = _OPEN.search(text)
        if found:
            words = found["words"].strip().strip("\"'").strip() or said(told.SOMETHING)
            yield problem("BSC605", Place(file, line, found.start("todo") + 1), said(told.TO_BE_WRITTEN, words=words))
