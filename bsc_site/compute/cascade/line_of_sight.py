"""The line of sight: what an objective supports, up to the root, and what supports it, down to the last scorecard."""

from __future__ import annotations

from collections.abc import Mapping

from bsc_site.model.concluded.support import LineOfSight
from bsc_site.model.declared.cascade import Cascade, Goal


def line_of_sight(cascade: Cascade, goal: Goal) -> LineOfSight:
    """Every objective above and below `goal` along `supports`, level by level. KeyError for an unknown objective."""
    above = _levels(cascade.supported, goal)
    return LineOfSight(goal, tuple(reversed(above)), tuple(_levels(cascade.supporters, goal)))


def _levels(onward: Mapping[Goal, tuple[Goal, ...]], start: Goal) -> list[tuple[Goal, ...]]:
    """Those next to `start`, then those next to these, and so on; each objective once, where it is nearest."""
    seen = {start}
    levels: list[tuple[Goal, ...]] = []
    level = onward[start]
    while level := tuple(dict.fromkeys(each for each in level if each not in seen)):
        levels.append(level)
        seen.update(level)
        level = tuple(further for each in level for further in onward[each])
    return levels
