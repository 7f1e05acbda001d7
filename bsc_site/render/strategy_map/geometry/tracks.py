"""Tracks: at which height in the space between two lines each bundle turns, so that few cross and none merge."""

from __future__ import annotations

from collections.abc import Sequence

from bsc_site.model.value_class import dataclass

APART = 10.0
"""Two turns share a track when this much lies between them."""
STRAIGHT = 0.5
MERGED = 50.0
"""What it costs when two bundles run on top of each other, in crossings."""
NEAR = 3.0


@dataclass(frozen=True, slots=True)
class Turn:
    """One bundle in one space: where it touches the upper line, and where the lower one."""

    key: int
    above: tuple[float, ...]
    below: tuple[float, ...]

    @property
    def straight(self) -> bool:
        """Whether it needs no track."""
        return self.span[1] - self.span[0] < STRAIGHT and bool(self.below) and bool(self.above)

    @property
    def span(self) -> tuple[float, float]:
        """Its horizontal part, from the left."""
        ends = (*self.above, *self.below)
        return min(ends), max(ends)


def tracks_of(turns: Sequence[Turn]) -> dict[int, int]:
    """Track by key, 0 at the top, for each turn that is not straight."""
    bent = [turn for turn in turns if not turn.straight]
    order = _ordered(bent)
    tracks: dict[int, int] = {}
    for index, turn in enumerate(order):
        earlier = [tracks[other.key] for other in order[:index] if _share_space(turn, other)]
        tracks[turn.key] = max(earlier, default=-1) + 1
    return tracks


def _share_space(one: Turn, two: Turn) -> bool:
    return one.span[0] < two.span[1] + APART and two.span[0] < one.span[1] + APART


def _ordered(turns: Sequence[Turn]) -> list[Turn]:
    """From the top down: each is put where it adds the fewest crossings, then neighbours trade while that pays."""
    gain = {(a.key, b.key): _crossings(a, b) - _crossings(b, a) for a in turns for b in turns if a is not b}
    order: list[Turn] = []
    for turn in sorted(turns, key=lambda each: (each.span[0] - each.span[1], each.key)):
        costs = [0.0]
        for other in order:
            costs.append(costs[-1] + gain[other.key, turn.key])
        order.insert(costs.index(min(costs)), turn)
    for _ in range(len(order)):
        swapped = False
        for at in range(len(order) - 1):
            if gain[order[at].key, order[at + 1].key] > 0:
                order[at], order[at + 1] = order[at + 1], order[at]
                swapped = True
        if not swapped:
            break
    return order


def _crossings(upper: Turn, lower: Turn) -> float:
    """How often the two cross if `upper` turns above `lower`."""
    total = sum(_within(x, lower.span) for x in upper.below) + sum(_within(x, upper.span) for x in lower.above)
    return total + MERGED * sum(abs(a - b) < NEAR for a in upper.below for b in lower.above)


def _within(x: float, span: tuple[float, float]) -> float:
    return float(span[0] - 1 < x < span[1] + 1)
