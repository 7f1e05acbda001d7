"""Causes: why something is not the same in two versions, found by swapping one input at a time."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any

from bsc_site.compute.swapping.edits import DeclaredEdit
from bsc_site.compute.swapping.mixture import separable
from bsc_site.compute.swapping.worlds import ALL_EARLIER, ALL_LATER, EARLIER, LATER, World, Worlds
from bsc_site.model.declared.kpi import Kpi
from bsc_site.model.differences.difference import DifferenceKind, ElementKey, InputCause
from bsc_site.model.value_class import dataclass

_NAMES_ALONE = (DifferenceKind.OWNER, DifferenceKind.ARROW)
"""What is edited and changes no figure and no status."""


def inputs_apart(worlds: Worlds, edits: tuple[DeclaredEdit, ...], *, others: bool) -> tuple[InputCause, ...]:
    """The inputs that are not the same in both versions; `others` says whether there are other elements."""
    found = {each.cause for each in edits if each.kind not in _NAMES_ALONE}
    if others:
        found.add(InputCause.DEFINITION)
    found.discard(InputCause.DATA)  # what is reported of an initiative touches nothing else
    if worlds.readings(EARLIER, LATER) != worlds.readings(LATER, LATER):
        found.add(InputCause.DATA)
    return tuple(each for each in InputCause if each in found)


@dataclass(frozen=True)
class Swaps:
    """Two versions of a project, and the inputs in which they differ."""

    worlds: Worlds
    apart: tuple[InputCause, ...]

    def causes(self, told: Callable[[World], Any]) -> tuple[InputCause, ...]:
        """The inputs by which what is `told` of a world came to be another in the later version.

        An input is named where taking it alone from the later version changes what is told, or taking it alone from the
        earlier one does. Where neither is true of any, it takes them together, and all are named.
        """
        if len(self.apart) <= 1:
            return self.apart
        return tuple(self._found(told)) or self.apart

    def _found(self, told: Callable[[World], Any]) -> Iterator[InputCause]:
        before, after = told(self.worlds.of(ALL_EARLIER)), told(self.worlds.of(ALL_LATER))
        for cause in self.apart:
            alone = told(self.worlds.of(ALL_EARLIER.with_one(cause, LATER)))
            without = told(self.worlds.of(ALL_LATER.with_one(cause, EARLIER)))
            if alone != before or without != after:
                yield cause

    def of_status(self, key: ElementKey, edited: frozenset[ElementKey]) -> tuple[InputCause, ...]:
        """Why the status of an element is another; `edited` are the KPIs whose targets are.

        New targets that mean nothing under the old declaration are swapped with it, and named with it.
        """
        found = self.causes(lambda world: _status(world, key))
        pair = self.worlds.pair
        one, other = pair.before[pair.formerly[key]], pair.after[key]
        if InputCause.DEFINITION in found and key in edited and isinstance(one, Kpi) and isinstance(other, Kpi):
            together = found if separable(one, other) else (*found, InputCause.TARGET)
            return tuple(each for each in InputCause if each in together)
        return found


def _status(world: World, key: ElementKey) -> Any:
    mark = world.marks.get(key)
    return None if mark is None else (mark.status, mark.own)
