"""Circles in chains of links."""

from __future__ import annotations

from graphlib import TopologicalSorter
from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from bsc_site.compute.health.cycles import circles

LINKS = st.lists(st.tuples(st.sampled_from("abcdefg"), st.sampled_from("abcdefg")), max_size=20)


@given(LINKS)
def test_every_circle_is_one_and_no_node_stands_in_two(links: list[tuple[str, str]]) -> None:
    """Each step of it is a link."""
    found = circles(links)
    nodes = [node for circle in found for node in circle]
    assert len(nodes) == len(set(nodes))
    assert all(step in links for circle in found for step in pairwise((*circle, circle[0])))


@given(LINKS)
def test_without_the_nodes_of_the_circles_no_way_leads_back(links: list[tuple[str, str]]) -> None:
    """Nothing was missed; the sorter raises CycleError where something was."""
    inside = {node for circle in circles(links) for node in circle}
    sorter: TopologicalSorter[str] = TopologicalSorter()
    for source, target in links:
        if not inside & {source, target}:
            sorter.add(source, target)
    assert len(list(sorter.static_order())) <= 7


def test_the_way_to_a_circle_does_not_belong_to_it() -> None:
    """From a to b, and from there round and round."""
    assert circles([("a", "b"), ("b", "c"), ("c", "b")]) == (("b", "c"),)
