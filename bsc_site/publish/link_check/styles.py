"""What a style sheet, a `style` attribute or a drawing's `fill` loads from other hosts."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import lru_cache

import tinycss2
from tinycss2.ast import (
    AtKeywordToken,
    CurlyBracketsBlock,
    FunctionBlock,
    IdentToken,
    LiteralToken,
    Node,
    ParenthesesBlock,
    StringToken,
    URLToken,
)

from bsc_site.publish.link_check.reference import embedded, leads_elsewhere, may_lead_elsewhere

_NAMES = {"namespace", "charset"}
"""Rules in which an address is a name, and nothing is loaded."""


@lru_cache(maxsize=1 << 12)
def foreign_in_style(css: str) -> frozenset[str]:
    """Addresses on other hosts that a browser would load for this CSS; those in comments and selectors are none.

    Escapes are read. What is doubtful counts: a text within a function or in a custom property.
    """
    if "\\" not in css and not may_lead_elsewhere(css):
        return frozenset()
    found = set[str]()
    for reference in _references(tinycss2.parse_component_value_list(css, skip_comments=True)):
        inner = embedded(reference)
        if inner is not None:
            found |= foreign_in_style(inner[1]) if "css" in inner[0] else frozenset()
        elif leads_elsewhere(reference):
            found.add(reference)
    return frozenset(found)


def _references(nodes: Iterable[Node]) -> Iterator[str]:
    """Every `url(..)`, and every text in quotes that may be an address, in blocks within blocks too."""
    rooms: list[tuple[Iterable[Node], bool]] = [(nodes, False)]
    while rooms:
        room, texts_count = rooms.pop()
        for rule, node in _with_rules(room):
            match node:
                case URLToken():
                    yield node.value
                case StringToken() if texts_count or rule:
                    yield node.value
                case FunctionBlock():
                    rooms.append((node.arguments, True))
                case ParenthesesBlock():
                    rooms.append((node.content, texts_count))
                case CurlyBracketsBlock():
                    rooms.append((node.content, False))


def _with_rules(nodes: Iterable[Node]) -> Iterator[tuple[str, Node]]:
    """Each node with the rule in which it stands: `import`, `--` for a custom property, empty for anything else."""
    rule = ""
    for node in nodes:
        match node:
            case AtKeywordToken():
                rule = node.lower_value
            case IdentToken() if node.value.startswith("--"):
                rule = "--"
            case CurlyBracketsBlock():
                rule = ""
            case LiteralToken() if node == ";":
                rule = ""
        if rule not in _NAMES:
            yield rule, node
