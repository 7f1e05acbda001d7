"""What a style sheet, a `style` attribute or a drawing's `fill` loads from other hosts."""

from __future__ import annotations

import re
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
    if ("\\" not in css and not may_lead_elsewhere(css)) or _plainly_none(css):
        return frozenset()
    found = set[str]()
    for reference in _references(tinycss2.parse_component_value_list(css, skip_comments=True)):
        inner = embedded(reference)
        if inner is not None:
            found |= foreign_in_style(inner[1]) if "css" in inner[0] else frozenset()
        elif leads_elsewhere(reference):
            found.add(reference)
    return frozenset(found)


_TEXTS = re.compile(
    r"""/\*.*?(?:\*/|\Z)"""
    r"""|"(?P<double>(?:[^"\\\n\r\f]|\\.)*)\"|'(?P<single>(?:[^'\\\n\r\f]|\\.)*)'"""
    r"""|u(?P<url>[rR][lL]\()[ \t\n\r\f]*(?:(?P<bare>[^"'()\\\s]*)[ \t\n\r\f]*\)|(?=["']))"""
    r"""|\\[^0-9a-fA-FuUrRlL]|"(?P<a>)|'(?P<b>)|u(?P<c>[rR][lL]\()|U(?P<d>[rR][lL]\()|\\(?P<e>)""",
    re.DOTALL,
)
"""Comments, texts in quotes, addresses without them, escaped signs; with a last group of one letter, something odd."""
_PICTURE = re.compile(r"data:image/[^,\\]*,")


def _plainly_none(css: str) -> bool:
    """Whether no text in it can be an address on another host; False where only the parser can tell.

    A sheet of ours has hundreds of rules, and a few pictures within it whose markup names its namespace.
    """
    for found in _TEXTS.finditer(css):
        kind = found.lastgroup or ""
        text = found[kind] if kind else ""
        if len(kind) == 1 or (text and not _is_harmless(text)):
            return False
    return True


def _is_harmless(text: str) -> bool:
    picture = _PICTURE.match(text)
    if picture is not None:
        return "css" not in picture[0]
    return "\\" not in text and "data:" not in text and not leads_elsewhere(text)


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
