"""Effort: how much work something is, counted in calls, so that no limit depends on the machine or on its load."""

from __future__ import annotations

from collections.abc import Callable
from cProfile import Profile


def effort(work: Callable[[], object]) -> int:
    """How many functions are called while `work` runs, Python's own among them."""
    counting = Profile()
    counting.runcall(work)
    return sum(each.callcount for each in counting.getstats())


def growth(work: Callable[[], object], of_twice_as_much: Callable[[], object]) -> float:
    """The effort of twice as much as a multiple of the effort of once; 2 or less where no step looks at all others."""
    return effort(of_twice_as_much) / effort(work)
