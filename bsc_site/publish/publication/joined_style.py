"""The site's style sheet: the sheets that one of them lists become one, in the order of the list."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

import tinycss2
from tinycss2.ast import (
    AtRule,
    CurlyBracketsBlock,
    LiteralToken,
    Node,
    ParseError,
    QualifiedRule,
    StringToken,
    WhitespaceToken,
)

from bsc_site.publish.publication.joined_script import Joined
from bsc_site.publish.publication.source_flaw import SourceFlawError

_OUTSIDE = {"import", "charset"}


def joined_style(entry: str, sources: Mapping[str, str]) -> Joined:
    """The style sheets that `entry` lists, each as `@import "./file.css";`, in one text without comments.

    `sources` are texts by file name. Each sheet is closed in itself: what is open at its end reaches no other one.

    Raises SourceFlawError for anything else in the list, for a sheet that is not there, and for sheets that cannot be
    read or import others.
    """
    listed = tuple(_listed(entry, sources))
    return Joined("".join(_text(file, sources[file]) for file in listed), (*listed, entry))


def _listed(entry: str, sources: Mapping[str, str]) -> Iterator[str]:
    for rule in _rules(entry, sources[entry]):
        words = [each for each in rule.prelude if not isinstance(each, WhitespaceToken)]
        if not isinstance(rule, AtRule) or rule.lower_at_keyword != "import" or len(words) != 1:
            raise SourceFlawError(entry, rule.source_line, 'here stands nothing but `@import "./file.css";`')
        file = words[0].value.removeprefix("./") if isinstance(words[0], StringToken) else ""
        if file not in sources:
            raise SourceFlawError(entry, rule.source_line, f"there is no '{file}' in assets/ to import")
        yield file


def _rules(file: str, text: str) -> Iterator[AtRule | QualifiedRule]:
    for rule in tinycss2.parse_stylesheet(text, skip_comments=True, skip_whitespace=True):
        _must_be_read(file, rule)
        if isinstance(rule, AtRule | QualifiedRule):
            yield rule


def _text(file: str, text: str) -> str:
    lines = []
    for rule in _rules(file, text):
        if isinstance(rule, AtRule) and rule.lower_at_keyword in _OUTSIDE:
            raise SourceFlawError(
                file, rule.source_line, f"@{rule.at_keyword} belongs into the list of all sheets alone"
            )
        _tighten(file, rule.prelude)
        if isinstance(rule, AtRule) and rule.prelude and isinstance(rule.prelude[0], WhitespaceToken):
            rule.prelude[0].value = " "  # it ends the name of the rule
        _tighten(file, rule.content or ())
        lines.append(f"{rule.serialize()}\n")
    return "".join(lines)


def _tighten(file: str, nodes: Iterable[Node]) -> None:
    """One blank for any number of blanks and line ends, none where a sign parts what stands beside it."""
    before: Node | None = None
    for node in nodes:
        _must_be_read(file, node)
        if isinstance(node, WhitespaceToken):
            node.value = "" if before is None or _parts(before) else " "
        elif isinstance(node, CurlyBracketsBlock) and isinstance(before, WhitespaceToken):
            before.value = ""
        before = node
        _tighten(file, getattr(node, "content", None) or ())
        _tighten(file, getattr(node, "arguments", None) or ())
    if isinstance(before, WhitespaceToken):
        before.value = ""


def _parts(node: Node) -> bool:
    """Whether a blank after it means nothing: after a colon, too, which in a selector none follows."""
    return isinstance(node, WhitespaceToken | CurlyBracketsBlock) or (
        isinstance(node, LiteralToken) and node.value in (":", ";", ",")
    )


def _must_be_read(file: str, node: Node) -> None:
    if isinstance(node, ParseError):
        raise SourceFlawError(file, node.source_line, f"it cannot be read: {node.message}")
