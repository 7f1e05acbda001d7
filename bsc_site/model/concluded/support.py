"""Support: how far the scorecards below carry an objective, and where each objective leads."""

from __future__ import annotations

from collections.abc import Mapping

from bsc_site.model.declared.cascade import Goal
from bsc_site.model.value_class import dataclass


@dataclass(frozen=True, slots=True)
class AlignmentRow:
    """An objective and those that support it: scorecard directly below to its objectives, none of them empty."""

    objective: str
    perspective: str
    supporters: Mapping[str, tuple[str, ...]]

    @property
    def count(self) -> int:
        """How many objectives support it."""
        return sum(len(each) for each in self.supporters.values())


@dataclass(frozen=True, slots=True)
class Alignment:
    """The objectives of a scorecard against the scorecards directly below it.

    `rows` stand in the order of the map, `children` in the order of the files. An edge of the line of sight, one entry
    of `supports`, stands in exactly one row, under exactly one child.
    """

    scorecard: str
    children: tuple[str, ...]
    rows: tuple[AlignmentRow, ...]
    unsupported: tuple[str, ...]
    """Objectives that nobody below supports."""
    unsupporting: tuple[Goal, ...]
    """Objectives of the children that support nothing."""

    @property
    def supported(self) -> int:
        """How many of the objectives someone supports."""
        return len(self.rows) - len(self.unsupported)


@dataclass(frozen=True, slots=True)
class LineOfSight:
    """The way from the vision through one objective to those below it, level by level.

    `above` runs from the root to the level just above the objective, `below` from the level just under it to the last
    one; no level is empty, no objective stands twice.
    """

    goal: Goal
    above: tuple[tuple[Goal, ...], ...]
    below: tuple[tuple[Goal, ...], ...]
