"""Marked YAML: the plain values of a file, each with the line and column where it stands."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from typing import Any, cast

import yaml

from bsc_site.load.suggestions import key_text, one_line
from bsc_site.load.yaml.line_slips import YamlSlip
from bsc_site.load.yaml.marked_file import KeyPath, MarkedFile, Node, scalars
from bsc_site.load.yaml.slips_of_text import missing_dash, unclosed_quote
from bsc_site.load.yaml.syntax_causes import Cause, Causes, syntax_causes
from bsc_site.load.yaml.yaml_words import plain_word
from bsc_site.model.problem import Place, Problem
from bsc_site.model.rules import problem
from bsc_site.model.saying.said import Said, said
from bsc_site.model.sentences import yaml_sentences as told

_LOADER = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
_DEEPEST = 40
_MOST_REPEATED = 100_000
_MOST_KEYS = 10_000
_LONGEST = 100_000
_QUOTES = ('"', "'")
_ITEM_DEPTH = 3
"""How many keys down the key of an item stands at least: `kpis[0].id`."""
_TEXT_TAG = "tag:yaml.org,2002:str"
_PLAIN_TAGS = {None, "!", _TEXT_TAG, "tag:yaml.org,2002:seq", "tag:yaml.org,2002:map"}
_CONTROL = r"[^\t\n\r -~\x85\xa0-\ud7ff\ue000-\ufefe\uff00-\ufffd\U00010000-\U0010ffff]"
"""Signs that no text holds; none of them is printable."""
_UNSEEN = re.compile("[\u200b\u2060]")
_MEANT_AS_BLANK = re.compile("(?m)^[ ]*[\xa0\u202f][ \xa0\u202f]*|(?<=[:\\-,\\[{])[\xa0\u202f]+|[\xa0\u202f]+$")
"""Blanks that are kept together, where YAML asks for a plain one: before a line, behind a mark, at the end."""
_MENTIONED = re.compile(r"\bid:\s*[\"']?([A-Za-z0-9][A-Za-z0-9_-]*)")


class _UnclosedError(Exception):
    """A text in quotes swallows lines that hold keys."""

    def __init__(self, slip: YamlSlip) -> None:
        super().__init__(slip.message)
        self.slip = slip


class _Hopeless(Exception):  # noqa: N818  # not an error of the program: the file cannot be read further
    """Reading stops here, with the event at which it became hopeless."""

    def __init__(self, event: yaml.Event, message: Said, code: str = "BSC017") -> None:
        super().__init__(message)
        self.event, self.message, self.code = event, message, code


def read_marked(data: bytes, file: str) -> MarkedFile:
    """The values and marks of one YAML file; whatever the bytes are, mistakes come back as problems."""
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        before = data[: error.start]
        place = Place(file, before.count(b"\n") + 1, len(before) - (before.rfind(b"\n") + 1) + 1)
        found = problem("BSC013", place, said(told.NOT_UTF8, byte=f"{data[error.start]:#04x}"))
        return MarkedFile(file, None, (found,), mentioned=_mentioned(data.decode("latin-1")))
    text = _UNSEEN.sub("", _MEANT_AS_BLANK.sub(lambda blanks: " " * len(blanks[0]), text))
    control = None if text.replace("\n", "").isprintable() else _control(text)
    if control:
        line, column = _position(text, control.start())
        message = said(told.CONTROL_CHARACTER, sign=f"U+{ord(control[0]):04X}")
        return MarkedFile(
            file, None, (problem("BSC013", Place(file, line, column), message),), mentioned=_mentioned(text)
        )
    return _Reader(text, file).read()


def _control(text: str) -> re.Match[str] | None:
    """The first sign that no text holds, looked for where not all of them are printable."""
    return re.search(_CONTROL, text)


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
        self._dashless: list[int] = []

    def read(self) -> MarkedFile:
        """The file as a whole; one with mistakes of syntax as it reads without them, as far as they are understood."""
        root = None
        try:
            self._events = yaml.parse(self._text, Loader=_LOADER)
            root = self._document()
        except yaml.YAMLError as error:
            return self._without(syntax_causes(error, self._text))
        except _UnclosedError as error:
            cause = Cause(error.slip.line, error.slip.column, error.slip.message)
            return self._without(Causes((cause,), "\n".join(error.slip.lines)))
        except _Hopeless as stop:
            self._report(stop.code, stop.event, (), stop.message)
        if self._dashless:
            return self._with_dashes()
        mentioned = _mentioned(self._text) if root is None else frozenset[str]()
        return MarkedFile(self._file, root, tuple(self._problems), frozenset(self._reported), mentioned, self._text)

    def _without(self, causes: Causes) -> MarkedFile:
        told = tuple(
            problem("BSC001", Place(self._file, line, column), one_line(message))
            for line, column, message in causes.found
        )
        if causes.mended is None:
            return MarkedFile(self._file, None, told, mentioned=_mentioned(self._text))
        found = _Reader(causes.mended, self._file).read()
        lines = {each.line for each in causes.found}
        reported = {path for path, node in scalars(found.root) if node.line in lines}
        return replace(found, problems=(*told, *found.problems), reported=found.reported | reported)

    def _with_dashes(self) -> MarkedFile:
        """The file with a dash before each item that begins with the first key of the item above it."""
        lines = self._text.split("\n")
        told = []
        for number in self._dashless:
            bare = lines[number].lstrip(" ")
            width = len(lines[number]) - len(bare)
            told.append(problem("BSC023", Place(self._file, number + 1, width + 1), one_line(missing_dash(bare))))
            lines[number] = f"{lines[number][: width - 2]}- {bare}"
        found = _Reader("\n".join(lines), self._file).read()
        return replace(found, problems=(*told, *found.problems))

    def _document(self) -> Node | None:
        """The first document; a second one is a problem."""
        root = None
        documents = 0
        for event in self._events:
            if isinstance(event, yaml.DocumentStartEvent):
                documents += 1
                if documents > 1:
                    self._report("BSC016", event, (), said(told.SECOND_DOCUMENT))
                    break
            elif isinstance(event, yaml.NodeEvent):
                root = self._node(event, (), 0)
        if root is None or root.value is None:
            self._problems.append(problem("BSC015", Place(self._file, 1, 1), said(told.NOTHING)))
            return None
        if not isinstance(root.value, dict):
            self._problems.append(problem("BSC014", Place(self._file, root.line, root.column), said(told.NO_KEYS)))
            return None
        return root

    def _report(self, code: str, event: yaml.Event, path: KeyPath, message: str) -> None:
        self._problems.append(problem(code, Place(self._file, *_start(event)), one_line(message), key_text(path)))
        self._reported.add(path)

    def _node(self, event: yaml.Event, path: KeyPath, depth: int) -> Node:
        if depth > _DEEPEST:
            raise _Hopeless(event, said(told.TOO_DEEP, most=_DEEPEST))
        if isinstance(event, yaml.AliasEvent):
            return self._alias(event, path)
        anchor = cast("yaml.NodeEvent", event).anchor
        if anchor is not None:
            self._anchors[anchor] = None
        if getattr(event, "tag", None) not in _PLAIN_TAGS:
            self._report("BSC021", event, path, said(told.TAG, tag=event.tag))  # type: ignore[attr-defined]
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
            self._report("BSC017", event, path, said(told.ALIAS_OF_NOTHING, name=str(event.anchor)))
            return nothing
        node = self._anchors[event.anchor]
        if node is None:
            self._report("BSC017", event, path, said(told.ALIAS_INSIDE, name=str(event.anchor)))
            return nothing
        self._repeated += node.size
        if self._repeated > _MOST_REPEATED:
            raise _Hopeless(event, said(told.TOO_MANY_REPEATED, most=_MOST_REPEATED))
        return node

    def _scalar(self, event: yaml.ScalarEvent, path: KeyPath) -> Node:
        value: Any = event.value
        if event.style in _QUOTES and cast("yaml.Mark", event.end_mark).line > _start(event)[0] - 1:
            slip = unclosed_quote(self._text.split("\n"), _start(event)[0] - 1, _start(event)[1] - 1)
            if slip is not None:
                raise _UnclosedError(slip)
        if len(event.value) > _LONGEST:
            self._report("BSC025", event, path, said(told.TOO_LONG, length=len(event.value), most=_LONGEST))
            value = value[:_LONGEST]
        if event.style == '"':
            self._check_escapes(event, path)
        if not event.style and event.tag is None:
            value, trap = plain_word(value)
            if trap:
                self._report("BSC003", event, path, trap)
        blank = not event.style and event.tag is None and not event.value
        return Node(value, *_start(event), blank=blank)

    def _check_escapes(self, event: yaml.ScalarEvent, path: KeyPath) -> None:
        control = None if event.value.isprintable() else _control(event.value)
        if control:
            sign = f"U+{ord(control[0]):04X}"
            self._report("BSC013", event, path, said(told.CONTROL_CHARACTER_MEANT, sign=sign))

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
            if len(entries) == _MOST_KEYS:
                raise _Hopeless(event, said(told.TOO_MANY_KEYS, most=_MOST_KEYS), "BSC025")
            key = self._key(event, path, depth)
            below = path if key is None else (*path, key)
            node = self._node(next(self._events), below, depth + 1)
            if key == "<<" and not getattr(event, "style", None):
                merged += self._merged(event, node, path)
            elif key is not None and key in entries:
                self._report_duplicate(event, below, keys)
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
        self._report("BSC021", event, path, said(told.KEY_IS_NO_WORD))
        return None

    def _merged(self, event: yaml.Event, node: Node, path: KeyPath) -> list[Node]:
        sources = node.entries if isinstance(node.entries, list) else [node]
        if all(isinstance(each.entries, dict) for each in sources):
            return list(sources)
        self._report("BSC021", event, path, said(told.NOTHING_TO_TAKE_OVER))
        return []

    def _report_duplicate(self, event: yaml.Event, path: KeyPath, keys: dict[str, tuple[int, int]]) -> None:
        first = keys[str(path[-1])]
        if self._begins_an_item(event, path, keys):
            self._dashless.append(_start(event)[0] - 1)
        message = said(told.KEY_TWICE, key=str(path[-1]), line=str(first[0]), column=str(first[1]))
        self._report("BSC002", event, path, message)

    def _begins_an_item(self, event: yaml.Event, path: KeyPath, keys: dict[str, tuple[int, int]]) -> bool:
        """Whether a key that stands twice is the first of an item of a block list, alone at the start of its line."""
        line, column = _start(event)
        if len(path) < _ITEM_DEPTH or not isinstance(path[-2], int) or next(iter(keys)) != path[-1]:
            return False
        before = self._text.split("\n")[line - 1][: column - 1]
        return column > len("- ") and not before.strip() and keys[str(path[-1])][1] == column
