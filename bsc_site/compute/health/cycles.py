"""Cycles: chains of links that lead back to where they began."""

from __future__ import annotations

from collections.abc import Iterable, Mapping


def circles(links: Iterable[tuple[str, str]]) -> tuple[tuple[str, ...], ...]:
    """Each circle as the nodes on its way, in the order of their first link; no node stands in two of them."""
    ways: dict[str, list[str]] = {}
    for source, target in links:
        ways.setdefault(source, []).append(target)
        ways.setdefault(target, [])
    found = []
    core = _without_ends(ways)
    while core:
        circle = _walk(core)
        found.append(circle)
        left = {node: [to for to in core[node] if to not in circle] for node in core if node not in circle}
        core = _without_ends(left)
    return tuple(found)


def _without_ends(ways: Mapping[str, list[str]]) -> dict[str, list[str]]:
    """The nodes from which every way leads on for ever, with those ways."""
    comes_from: dict[str, list[str]] = {node: [] for node in ways}
    for node, targets in ways.items():
        for to in targets:
            comes_from[to].append(node)
    open_ways = {node: len(targets) for node, targets in ways.items()}
    ends = [node for node, count in open_ways.items() if count == 0]
    gone = set(ends)
    while ends:
        for before in comes_from[ends.pop()]:
            open_ways[before] -= 1
            if open_ways[before] == 0:
                gone.add(before)
                ends.append(before)
    return {node: [to for to in targets if to not in gone] for node, targets in ways.items() if node not in gone}


def _walk(core: Mapping[str, list[str]]) -> tuple[str, ...]:
    """The first circle on the way from the first node, which may itself lie before it."""
    at = next(iter(core))
    seen: dict[str, int] = {}
    while at not in seen:
        seen[at] = len(seen)
        at = core[at][0]
    return tuple(node for node, position in seen.items() if position >= seen[at])
