"""Marked YAML: the plain values of a file, each with the line and column where it stands."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any, NamedTuple, cast

import yaml

from bsc_site.load.suggestions import key_text, one_line
from bsc_site.load.yaml.yaml_syntax import syntax_mistake
from bsc_site.load.yaml.yaml_words import plain_word
from bsc_site.model.problem import Place, Problem
from bsc_site.model.rules import problem

KeyPath = tuple[str | int, ...]

_LOADER = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
_DEEPEST = 40
_MOST_REPEATED = 100_000
_TEXT_TAG = "tag:yaml.org,2002:str"
_PLAIN_TAGS = {None, "!", _TEXT_TAG, "tag:yaml.org,2002:seq", "tag:yaml.org,2002:map"}
_CONTROL = re.compile(r"[^\t\n\r -~\x85\xa0-\ud7ff\ue000-\ufefe\uff00-\ufffd\U00010000-\U0010ffff]")
_MENTIONED = re.compile(r"\bid:\s*[\"']?([A-Za-z0-9][A-Za-z0-9_-]*)")


class Node(NamedTuple):
    """A value with its place; `entries` are the nodes below it, `keys` the places of a mapping's keys."""

    value: Any
    line: int
    column: int
    entries: dict[str, Node] | list[Node] | None = None
    keys: dict[str, tuple[int, int]] | None = None
    size: int = 1


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

    @property
    def value(self) -> dict[str, Any]:
        """The mapping that the file holds, empty when it holds none."""
        return self.root.value if self.root is not None else {}

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


class _Hopeless(Exception):  # noqa: N818  # not an error of the program: the file cannot be read further
    """Reading stops here, with the event at which it became hopeless."""

    def __init__(self, event: yaml.Event, message: str) -> None:
        super().__init__(message)
        self.event = event


def read_marked(data: bytes, file: str) -> MarkedFile:
    """The values and marks of one YAML file; whatever the bytes are, mistakes come back as problems."""
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        before = data[: error.start]
        place = Place(file, before.count(b"\n") + 1, len(before) - (before.rfind(b"\n") + 1) + 1)
        found = problem("BSC013", place, f"byte {data[error.start]:#04x} is not UTF-8; save the file as UTF-8")
        return MarkedFile(file, None, (found,), mentioned=_mentioned(data.decode("latin-1")))
    control = _CONTROL.search(text)
    if control:
        line, column = _position(text, control.start())
        message = f"the control character U+{ord(control[0]):04X} stands here; delete it"
        return MarkedFile(
            file, None, (problem("BSC013", Place(file, line, column), message),), mentioned=_mentioned(text)
        )
    return _Reader(text, file).read()


def _start(event: yaml.Event) -> tuple[int, int]:
    """Line and column, counted from 1, where an event of the parser begins."""
    mark = cast("yaml.Mark", event.start_mark)
    return mark.line + 1, mark.column + 1


def _position(text: str, offset: int) -> tuple[int, int]:
    return text.count("\n", 0, offset) + 1, offset - (text.rfind("\n", 0, offset) + 1) + 1


def _mentioned(text: str) -> frozenset[str]:
    return frozenset(_MENTIONED.findall(text))


class _Reader:
    """Builds nodes from the events of one text; a list of problems grows on the way."""

    def __init__(self, text: str, file: str) -> None:
        self._text = text
        self._file = file
        self._problems: list[Problem] = []
        self._reported: set[KeyPath] = set()
        self._anchors: dict[str, Node | None] = {}
        self._repeated = 0
        self._events: Iterator[yaml.Event] = iter(())

    def read(self) -> MarkedFile:
        """The file as a whole."""
        root = None
        try:
            self._events = yaml.parse(self._text, Loader=_LOADER)
            root = self._document()
        except yaml.YAMLError as error:
            line, column, message = syntax_mistake(error, self._text)
            self._problems.append(problem("BSC001", Place(self._file, line, column), message))
            root = None
        except _Hopeless as stop:
            self._report("BSC017", stop.event, (), str(stop))
        mentioned = _mentioned(self._text) if root is None else frozenset[str]()
        return MarkedFile(self._file, root, tuple(self._problems), frozenset(self._reported), mentioned)

    def _document(self) -> Node | None:
        """The first document; a second one is a problem."""
        root = None
        documents = 0
        for event in self._events:
            if isinstance(event, yaml.DocumentStartEvent):
                documents += 1
                if documents > 1:
                    self._report(
                        "BSC016", event, (), "a second document starts here; keep one a file, without '---' between"
                    )
                    break
            elif isinstance(event, yaml.NodeEvent):
                root = self._node(event, (), 0)
        if root is None or root.value is None:
            self._problems.append(
                problem("BSC015", Place(self._file, 1, 1), "the file holds nothing; fill or delete it")
            )
            return None
        if not isinstance(root.value, dict):
            message = "the file does not hold keys; start it with a key such as id: or kpis:, not with a list or a text"
            self._problems.append(problem("BSC014", Place(self._file, root.line, root.column), message))
            return None
        return root

    def _report(self, code: str, event: yaml.Event, path: KeyPath, message: str) -> None:
        self._problems.append(problem(code, Place(self._file, *_start(event)), one_line(message), key_text(path)))
        self._reported.add(path)

    def _node(self, event: yaml.Event, path: KeyPath, depth: int) -> Node:
        if depth > _DEEPEST:
            raise _Hopeless(
                event, f"more than {_DEEPEST} levels stand in each other here; a scorecard needs fewer than ten"
            )
        if isinstance(event, yaml.AliasEvent):
            return self._alias(event, path)
        anchor = cast("yaml.NodeEvent", event).anchor
        if anchor is not None:
            self._anchors[anchor] = None
        if getattr(event, "tag", None) not in _PLAIN_TAGS:
            self._report("BSC021", event, path, (f"the tag {event.tag} has no meaning here; delete it"))  # type: ignore[attr-defined]
        if isinstance(event, yaml.ScalarEvent):
            node = self._scalar(event, path)
        elif isinstance(event, yaml.SequenceStartEvent):
            node = self._sequence(event, path, depth)
        else:
            node = self._mapping(event, path, depth)
        if anchor is not None:
            self._anchors[anchor] = node
        return node

    def _alias(self, event: yaml.AliasEvent, path: KeyPath) -> Node:
        nothing = Node(None, *_start(event))
        if event.anchor not in self._anchors:
            self._report(
                "BSC017", event, path, f"*{event.anchor} refers to nothing; mark its value with &{event.anchor} before"
            )
            return nothing
        node = self._anchors[event.anchor]
        if node is None:
            self._report(
                "BSC017", event, path, f"*{event.anchor} stands inside of what it refers to; write the value out"
            )
            return nothing
        self._repeated += node.size
        if self._repeated > _MOST_REPEATED:
            raise _Hopeless(
                event, f"the aliases of this file grow to more than {_MOST_REPEATED:,} values; write them out"
            )
        return node

    def _scalar(self, event: yaml.ScalarEvent, path: KeyPath) -> Node:
        value: Any = event.value
        if event.style == '"':
            self._check_escapes(event, path)
        if not event.style and event.tag is None:
            value, trap = plain_word(value)
            if trap:
                self._report("BSC003", event, path, trap)
        return Node(value, *_start(event))

    def _check_escapes(self, event: yaml.ScalarEvent, path: KeyPath) -> None:
        control = _CONTROL.search(event.value)
        if control:
            self._report(
                "BSC013", event, path, f"the text holds the control character U+{ord(control[0]):04X}; remove it"
            )

    def _sequence(self, start: yaml.Event, path: KeyPath, depth: int) -> Node:
        entries: list[Node] = []
        for event in self._events:
            if isinstance(event, yaml.SequenceEndEvent):
                break
            entries.append(self._node(event, (*path, len(entries)), depth + 1))
        size = 1 + sum(each.size for each in entries)
        return Node([each.value for each in entries], *_start(start), entries, None, size)

    def _mapping(self, start: yaml.Event, path: KeyPath, depth: int) -> Node:
        entries: dict[str, Node] = {}
        keys: dict[str, tuple[int, int]] = {}
        merged: list[Node] = []
        for event in self._events:
            if isinstance(event, yaml.MappingEndEvent):
                break
            key = self._key(event, path, depth)
            below = path if key is None else (*path, key)
            node = self._node(next(self._events), below, depth + 1)
            if key == "<<" and not getattr(event, "style", None):
                merged += self._merged(event, node, path)
            elif key is not None and key in entries:
                self._report_duplicate(event, below, keys[key])
            elif key is not None:
                entries[key] = node
                keys[key] = _start(event)
        for source in merged:
            for key, node in cast("dict[str, Node]", source.entries).items():
                entries.setdefault(key, node)
                keys.setdefault(key, cast("dict[str, tuple[int, int]]", source.keys)[key])
        size = 1 + sum(each.size for each in entries.values())
        values = {key: each.value for key, each in entries.items()}
        return Node(values, *_start(start), entries, keys, size)

    def _key(self, event: yaml.Event, path: KeyPath, depth: int) -> str | None:
        if isinstance(event, yaml.ScalarEvent):
            self._check_escapes(event, path)
            if event.anchor is not None:
                self._anchors[event.anchor] = Node(event.value, *_start(event))
            return str(event.value)
        node = self._node(event, path, depth + 1)
        if isinstance(event, yaml.AliasEvent) and isinstance(node.value, str):
            return node.value
        self._report("BSC021", event, path, "a key must be a word; a list or a mapping cannot be one")
        return None

    def _merged(self, event: yaml.Event, node: Node, path: KeyPath) -> list[Node]:
        sources = node.entries if isinstance(node.entries, list) else [node]
        if all(isinstance(each.entries, dict) for each in sources):
            return list(sources)
        self._report("BSC021", event, path, "'<<' takes over the keys of a mapping; write an alias to one after it")
        return []

    def _report_duplicate(self, event: yaml.Event, path: KeyPath, first: tuple[int, int]) -> None:
        message = f"the key '{path[-1]}' stands already in line {first[0]}, column {first[1]}; keep one of the two"
        self._report("BSC002", event, path, message)
