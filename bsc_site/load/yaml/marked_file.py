"""Marked file: the values of a YAML file with their places, and what was wrong with its text."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import field
from typing import Any, NamedTuple

from bsc_site.model.problem import Place, Problem
from bsc_site.model.value_class import dataclass

KeyPath = tuple[str | int, ...]


class Node(NamedTuple):
    """A value with its place; `entries` are the nodes below it, `keys` the places of a mapping's keys."""

    value: Any
    line: int
    column: int
    entries: dict[str, Node] | list[Node] | None = None
    keys: dict[str, tuple[int, int]] | None = None
    size: int = 1
    blank: bool = False
    """Whether nothing is written for it: not even `null`."""


@dataclass(frozen=True)
class MarkedFile:
    """One YAML file: its values, their places, and what was wrong with the text.

    `root` is None when the text is not a mapping; then `mentioned` holds the ids that seem to stand in it. `reported`
    are the paths whose value already has a problem.
    """

    file: str
    root: Node | None = None
    problems: tuple[Problem, ...] = ()
    reported: frozenset[KeyPath] = frozenset()
    mentioned: frozenset[str] = frozenset()
    text: str = field(default="", repr=False)
    """The whole text, for places within a value of several lines."""

    @property
    def value(self) -> dict[str, Any]:
        """The mapping that the file holds, empty when it holds none."""
        return self.root.value if self.root is not None else {}

    @property
    def empty(self) -> bool:
        """Whether nothing stands in the file."""
        return self.root is None and any(each.code == "BSC015" for each in self.problems)

    def place(self, path: KeyPath) -> Place:
        """Where `path` stands: its key, or the item of a list; the nearest place above for a path that is not there."""
        node = self.root
        if node is None:
            return Place(self.file)
        line, column = node.line, node.column
        for part in path:
            if isinstance(node.entries, dict) and part in node.entries and node.keys is not None:
                line, column = node.keys[str(part)]
                node = node.entries[str(part)]
            elif isinstance(node.entries, list) and isinstance(part, int) and part < len(node.entries):
                node = node.entries[part]
                line, column = node.line, node.column
            else:
                break
        return Place(self.file, line, column)

    def node(self, path: KeyPath) -> Node | None:
        """The value at `path`; None where there is none."""
        node = self.root
        for part in path:
            entries = node.entries if node is not None else None
            if isinstance(entries, dict):
                node = entries.get(str(part))
            elif isinstance(entries, list) and isinstance(part, int) and part < len(entries):
                node = entries[part]
            else:
                return None
        return node

    def blank(self, path: KeyPath) -> bool:
        """Whether a key stands there with nothing behind it."""
        node = self.node(path)
        return node is not None and node.blank


def scalars(node: Node | None, path: KeyPath = ()) -> Iterator[tuple[KeyPath, Node]]:
    """Every single value below a node, with its path."""
    below: Iterable[tuple[str | int, Node]] = ()
    if node is not None and node.entries is None:
        yield path, node
    elif node is not None and isinstance(node.entries, dict):
        below = node.entries.items()
    elif node is not None and isinstance(node.entries, list):
        below = enumerate(node.entries)
    for key, each in below:
        yield from scalars(each, (*path, key))
