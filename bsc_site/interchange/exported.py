"""Exported: what came of a file for others."""

from __future__ import annotations

from bsc_site.model.problem import Problem
from bsc_site.model.value_class import dataclass


@dataclass(frozen=True, slots=True)
class Exported:
    """What an export came to: problems and remarks, and sentences about the file; none where nothing was written."""

    lines: tuple[str, ...]
    problems: tuple[Problem, ...]
