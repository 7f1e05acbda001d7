"""Declared differences: what an audience may know of two declarations that are not the same, whatever the figures."""

from __future__ import annotations

from collections.abc import Iterator

from bsc_site.compute.swapping.changed_reviews import review_differences
from bsc_site.compute.swapping.edits import DeclaredEdit, edits_of
from bsc_site.compute.swapping.matching import AnyElement, Matched
from bsc_site.model.declared.scorecard import Scorecard
from bsc_site.model.differences.difference import Difference, DifferenceKind, InputCause, NoMore


def declared_differences(seen: Matched, whole: Matched) -> Iterator[Difference]:
    """The edits of what is `seen` in both versions, what is new, and what is gone from the `whole` of the later one."""
    yield from (_edited(each, seen) for each in edits_of(seen))
    yield from review_differences(seen, whole)
    for key, each in seen.after.items():
        if key not in seen.formerly:
            yield Difference(key, name_of(each), DifferenceKind.ADDED, NoMore(), (InputCause.DEFINITION,))
    for key, each in seen.before.items():
        if key not in whole.today:
            yield Difference(key, name_of(each), DifferenceKind.GONE, NoMore(), (InputCause.DEFINITION,))


def in_order_of_kinds(found: Iterator[Difference]) -> tuple[Difference, ...]:
    """The differences by kind, those of one kind in the order in which they were found."""
    order = {kind: place for place, kind in enumerate(DifferenceKind)}
    return tuple(sorted(found, key=lambda each: order[each.kind]))


def name_of(element: AnyElement) -> str:
    """What readers call an element."""
    return element.title if isinstance(element, Scorecard) else element.name


def _edited(edit: DeclaredEdit, pair: Matched) -> Difference:
    return Difference(edit.element, name_of(pair.after[edit.element]), edit.kind, edit.what, (edit.cause,))
