"""Effort: how much work something is, counted in calls, so that no limit depends on the machine or on its load."""

from __future__ import annotations

import sys
from collections.abc import Callable
from types import FrameType
from typing import Any

CALLS = {"call", "c_call"}


def effort(work: Callable[[], object]) -> int:
    """How many functions are called while `work` runs, Python's own among them."""
    count = 0

    def counted(_: FrameType, event: str, __: Any) -> None:
        nonlocal count
        count += event in CALLS

    before = sys.getprofile()
    sys.setprofile(counted)
    try:
        work()
    finally:
        sys.setprofile(before)
    return count


def growth(work: Callable[[], object], of_twice_as_much: Callable[[], object]) -> float:
    """The effort of twice as much as a multiple of the effort of once; 2 or less where no step looks at all others."""
    return effort(of_twice_as_much) / effort(work)
