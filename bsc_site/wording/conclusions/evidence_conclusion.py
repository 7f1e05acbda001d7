"""What the figures say about all arrows of a map together."""

from __future__ import annotations

from collections.abc import Mapping

from bsc_site.model.vocabularies import Grade
from bsc_site.wording.language import say, say_count

_WAITING = (Grade.NOT_TESTABLE_YET, Grade.COMPUTED_FROM_EACH_OTHER)


def evidence_conclusion(counts: Mapping[Grade, int]) -> str:
    """`2 of 21 arrows are supported by the figures. 1 is contradicted. 10 cannot be tested.`."""
    total = sum(counts.values())
    if not total:
        return say("The map has no arrows yet, so there is nothing to test.")
    waiting = sum(counts.get(each, 0) for each in _WAITING)
    if waiting == total:
        return say_count(
            "The only arrow of the map cannot be tested yet.",
            "None of the {count} arrows of the map can be tested yet.",
            total,
        )
    told = (_supported(counts.get(Grade.SUPPORTED, 0), total), _contradicted(counts.get(Grade.CONTRADICTED, 0)))
    return " ".join((*told, _waiting(waiting)) if waiting else told)


def _supported(count: int, total: int) -> str:
    if not count:
        return say_count(
            "The only arrow of the map is not supported by the figures yet.",
            "None of the {count} arrows of the map is supported by the figures yet.",
            total,
        )
    if count == total:
        return say_count(
            "The only arrow of the map is supported by the figures.",
            "All {count} arrows of the map are supported by the figures.",
            total,
        )
    return say_count(
        "{count} of {arrows} on the map is supported by the figures.",
        "{count} of {arrows} on the map are supported by the figures.",
        count,
        arrows=say_count("{count} arrow", "{count} arrows", total),
    )


def _contradicted(count: int) -> str:
    if not count:
        return say("None is contradicted.")
    return say_count("{count} is contradicted.", "{count} are contradicted.", count)


def _waiting(count: int) -> str:
    return say_count("{count} cannot be tested yet.", "{count} cannot be tested yet.", count)
