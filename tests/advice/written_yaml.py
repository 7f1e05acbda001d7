"""YAML as it stands in a file, and the few changes to it that printed advice asks for."""

from __future__ import annotations

import re
from dataclasses import dataclass

import yaml
from yaml.nodes import MappingNode, Node, SequenceNode

Entry = tuple[int, int, Node]
"""Where an entry of a mapping or list begins and ends, and its value."""


@dataclass(frozen=True)
class Written:
    """The text of a file; every change gives a new text."""

    text: str

    def entry(self, key: str) -> tuple[Node, int, Entry] | None:
        """What holds the entry at a path such as `kpis[2].direction`, its number in there, and the entry."""
        held: Node | None = yaml.compose(self.text, yaml.SafeLoader)
        found = None
        for step in re.findall(r"[^.\[\]]+", key):
            names = [each[0].value for each in held.value] if isinstance(held, MappingNode) else []
            inner = entries(held) if isinstance(held, MappingNode | SequenceNode) else []
            at = names.index(step) if step in names else int(step) if isinstance(held, SequenceNode) else len(inner)
            if held is None or at >= len(inner):
                break
            found = held, at, inner[at]
            held = inner[at][2]
        return found

    def exists(self, key: str) -> bool:
        """Whether something stands at exactly this path."""
        found, above = self.entry(key), self.entry(key.rpartition(".")[0])
        return found is not None and (above is None or found[2][:2] != above[2][:2])

    def replaced(self, key: str, value: str) -> str:
        """With another value at the path."""
        found = self.entry(key)
        assert found is not None, key
        begin, end = found[2][2].start_mark.index, found[2][2].end_mark.index
        end = begin + len(self.text[begin:end].rstrip())
        blank = " " if self.text[begin - 1] == ":" else ""
        return self.text[:begin] + blank + value + self.text[end:]

    def listed(self, key: str) -> str:
        """With the value at the path as the only item of a list."""
        found = self.entry(key)
        assert found is not None, key
        node = found[2][2]
        begin, end = node.start_mark.index, node.end_mark.index
        if not isinstance(node, MappingNode) or node.flow_style:
            return self.replaced(key, f"[{self.text[begin:end]}]")
        item = self.text[begin:end].replace("\n" + " " * node.start_mark.column, "\n  " + " " * node.start_mark.column)
        return f"{self.text[:begin]}- {item}{self.text[end:]}"

    def put(self, key: str, name: str, value: str) -> str:
        """With `name: value` in the mapping at the path, in the place of what stands there under that name."""
        if self.exists(f"{key}.{name}" if key else name):
            return self.replaced(f"{key}.{name}" if key else name, value)
        found = self.entry(key) if key else None
        node = found[2][2] if found else yaml.compose(self.text, yaml.SafeLoader)
        assert isinstance(node, MappingNode), key
        begin = node.start_mark.index
        if node.flow_style:
            return f"{self.text[: begin + 1]}{name}: {value}, {self.text[begin + 1 :]}"
        return f"{self.text[:begin]}{name}: {value}\n{' ' * node.start_mark.column}{self.text[begin:]}"

    def removed(self, key: str) -> str:
        """Without the entry at the path; the whole mapping or list goes where it was the only one."""
        found = self.entry(key)
        assert found is not None, key
        held, at, (begin, end, _) = found
        inner = entries(held)
        if len(inner) == 1:
            return self.removed(re.sub(r"(\.[^.\[]+|\[\d+\])$", "", key))
        if at + 1 < len(inner):
            return self.text[:begin] + self.text[inner[at + 1][0] :]
        return (
            self.text[: inner[at - 1][1]].rstrip()
            + ("\n" if isinstance(held, MappingNode | SequenceNode) and not held.flow_style else "")
            + self.text[end:]
        )


def entries(held: Node) -> list[Entry]:
    """The entries of a mapping or list."""
    if isinstance(held, MappingNode):
        return [(key.start_mark.index, value.end_mark.index, value) for key, value in held.value]
    return [(each.start_mark.index, each.end_mark.index, each) for each in held.value]
