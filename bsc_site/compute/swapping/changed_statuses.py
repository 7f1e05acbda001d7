"""Changed statuses: elements that stand otherwise in one version of a project than in the other."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from bsc_site.compute.initiatives.initiative_status import assess_initiative
from bsc_site.compute.swapping.causes import Swaps
from bsc_site.compute.swapping.edits import REPORTED_KEYS
from bsc_site.compute.swapping.worlds import ALL_EARLIER, ALL_LATER
from bsc_site.model.declared.initiative import Initiative
from bsc_site.model.declared.scorecard import Scorecard
from bsc_site.model.differences.difference import Difference, DifferenceKind, ElementKey, InputCause, StatusFlip


def status_differences(swaps: Swaps, edited: frozenset[ElementKey]) -> Iterator[Difference]:
    """Scorecards, perspectives, objectives and KPIs that both versions have; `edited` are KPIs with other targets."""
    before, after = swaps.worlds.of(ALL_EARLIER), swaps.worlds.of(ALL_LATER)
    for key, mark in after.marks.items():
        old = before.marks.get(key)
        if old is None or (old.status, old.own) == (mark.status, mark.own):
            continue
        element = swaps.worlds.pair.after[key]
        name = element.title if isinstance(element, Scorecard) else element.name
        what = StatusFlip(old.status, mark.status, (old.score, mark.score), (old.own, mark.own))
        yield Difference(key, name, DifferenceKind.STATUS, what, swaps.of_status(key, edited))


def initiative_differences(
    pairs: Iterator[tuple[ElementKey, Initiative, Initiative]], as_of: date
) -> Iterator[Difference]:
    """Initiatives that both versions have, and that stand otherwise against their plans."""
    for key, old, new in pairs:
        before, after = (assess_initiative(each, as_of).status for each in (old, new))
        if before is not after:
            causes = _causes(old, new, as_of)
            yield Difference(key, new.name, DifferenceKind.STATUS, StatusFlip(before, after), causes)


def _causes(old: Initiative, new: Initiative, as_of: date) -> tuple[InputCause, ...]:
    """Whether what is reported, the plan, or only both together make it another status."""
    reported = old.model_copy(update={key: getattr(new, key) for key in REPORTED_KEYS})
    planned = new.model_copy(update={key: getattr(old, key) for key in REPORTED_KEYS})
    before, after, data, plan = (assess_initiative(each, as_of).status for each in (old, new, reported, planned))
    apart = {
        InputCause.DATA: data is not before or plan is not after,
        InputCause.DEFINITION: plan is not before or data is not after,
    }
    return tuple(each for each, is_one in apart.items() if is_one)
