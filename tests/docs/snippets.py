"""Snippets: what a page of Markdown tells its reader to do, step by step in the order of the page.

The conventions are those that a reader needs, too: a block of YAML or data goes to the end of the file that the
paragraph above it names last; a block of `text` is what the command above it prints; "write `a` instead of `b`" is an
edit. A heading, or a paragraph that begins with (a), (b), ... in bold, is a new beginning.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from markdown_it import MarkdownIt

_CODE = re.compile(r"`([^`]+)`")
_EDIT = re.compile(r"(?:[Ii]n `(?P<file>[^`]+)`, )?write `(?P<new>[^`]+)` instead of `(?P<old>[^`]+)`")
_COMMAND = re.compile(r"(bsc-site|make|python) ")
_PLACEHOLDER = re.compile(r"\[?[A-Z]{2,}\]?")
_WAY = re.compile(r"\*\*\([a-z]\)")


@dataclass(frozen=True)
class Beginning:
    """A heading, or one of several ways to do the same."""

    line: int


@dataclass(frozen=True)
class Block:
    """A fenced block: its language, its text, the line of its first line, and the code named in the paragraph above."""

    language: str
    text: str
    line: int
    named: tuple[str, ...]


@dataclass(frozen=True)
class Command:
    """A command within a sentence or a table."""

    text: str
    line: int


@dataclass(frozen=True)
class Synopsis:
    """A command with placeholders, such as DIR, or within a table of all commands."""

    text: str
    line: int
    in_table: bool


@dataclass(frozen=True)
class Edit:
    """One text of a file becomes another; no file is named where it is the one edited last."""

    file: str
    old: str
    new: str
    line: int


Step = Beginning | Block | Command | Synopsis | Edit


def steps_of(page: str) -> Iterator[Step]:
    """The steps of a page, in order; every fenced or indented block is one, whatever is in it."""
    named: tuple[str, ...] = ()
    in_table = False
    for token in MarkdownIt("commonmark").enable("table").parse(page):
        line = token.map[0] + 1 if token.map else 0
        if token.type in {"fence", "code_block"}:
            yield Block(token.info, token.content, line + (token.type == "fence"), named)
            named = ()
        elif token.type in {"table_open", "table_close"}:
            in_table = token.type == "table_open"
        elif token.type == "heading_open":
            yield Beginning(line)
        elif token.type == "inline":
            named = tuple(_CODE.findall(token.content))
            yield from _within(token.content, line, in_table=in_table)


def _within(paragraph: str, line: int, *, in_table: bool) -> Iterator[Step]:
    found: dict[int, Step] = {
        match.start(): Edit(match["file"] or "", match["old"], match["new"], line)
        for match in _EDIT.finditer(paragraph)
    }
    for match in _CODE.finditer(paragraph):
        if _COMMAND.match(match[1]):
            general = in_table or any(_PLACEHOLDER.fullmatch(word) for word in match[1].split())
            found[match.start()] = Synopsis(match[1], line, in_table) if general else Command(match[1], line)
    if _WAY.match(paragraph):
        yield Beginning(line)
    yield from (found[place] for place in sorted(found))
