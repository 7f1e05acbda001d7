"""Meta files: YAML, alone or at the head of a Markdown file, as values that know their lines."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import Any

import yaml

from bsc_site.exchange.draft.plain_text import one_line, plain_text
from bsc_site.model.problem import Place
from bsc_site.model.value_class import dataclass

BODY = "page_content"
"""The key of what stands below the head of a Markdown file."""
_FENCE = re.compile(r"\A\ufeff?---[ \t]*\r?\n(.*?)^---[ \t]*\r?$\n?", re.DOTALL | re.MULTILINE)
_NOTHING = {"", "~", "null", "none", "n/a", "[]", "{}"}
_YES = {"true", "yes", "on", "1"}


@dataclass(frozen=True, slots=True)
class MetaValue:
    """What stands behind a key, every number and word as it is written, and where the key stands."""

    written: Any
    place: Place

    @property
    def says_something(self) -> bool:
        """Whether it is more than an empty text, an empty list or a word for nothing."""
        return bool(self.written) if not isinstance(self.written, str) else bool(_said(self.written))

    @property
    def line(self) -> str:
        """A text as one line, without HTML; nothing for a list or a mapping."""
        return _said(one_line(self.written)) if isinstance(self.written, str) else ""

    @property
    def text(self) -> str:
        """The same with its lines."""
        return _said(plain_text(self.written)) if isinstance(self.written, str) else ""

    @property
    def is_true(self) -> bool:
        """Whether it is YAML's word for true."""
        return isinstance(self.written, str) and self.written.strip().casefold() in _YES


class MetaFileError(ValueError):
    """A file that is no YAML; `place` is where that shows."""

    def __init__(self, place: Place, message: str) -> None:
        """Keep the place."""
        super().__init__(message)
        self.place = place


def read_meta(content: bytes, file: str) -> dict[str, MetaValue]:
    """The keys of a file, of which the last of the same name holds. Raises MetaFileError."""
    try:
        text = content.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = content.count(b"\n", 0, error.start) + 1
        raise MetaFileError(Place(file, line), "it is not UTF-8; save it as UTF-8") from None
    if not file.endswith(".md"):
        return _values(text, file, 0)
    head = _FENCE.match(text)
    if head is None:
        raise MetaFileError(Place(file, 1), "it has no head between two lines `---`")
    found = _values(head[1], file, 1)
    body = text[head.end() :].strip()
    line = text.count("\n", 0, head.end()) + 1
    return found | ({BODY: MetaValue(body, Place(file, line))} if body else {})


def _values(text: str, file: str, above: int) -> dict[str, MetaValue]:
    loader = getattr(yaml, "CBaseLoader", yaml.BaseLoader)(text)
    try:
        root = loader.get_single_node()
        if root is None:
            return {}
        if not isinstance(root, yaml.MappingNode):
            raise MetaFileError(Place(file, above + 1), "it holds no keys")
        return dict(_pairs(loader, root, file, above))
    except yaml.YAMLError as error:
        mark = getattr(error, "problem_mark", None)
        line, column = (mark.line + 1, mark.column + 1) if mark else (1, 0)
        words = getattr(error, "problem", None) or "it is no YAML"
        raise MetaFileError(Place(file, above + line, column), words) from None
    finally:
        loader.dispose()


def _pairs(loader: Any, root: yaml.MappingNode, file: str, above: int) -> Iterator[tuple[str, MetaValue]]:
    for key, value in root.value:
        place = Place(file, above + key.start_mark.line + 1, key.start_mark.column + 1)
        yield str(key.value).lstrip("\ufeff"), MetaValue(loader.construct_object(value, deep=True), place)


def _said(text: str) -> str:
    return "" if text.strip().casefold() in _NOTHING else text.strip()


def texts_of(written: Any) -> Mapping[str, str]:
    """The entries of a mapping that are texts; none for anything else."""
    if not isinstance(written, Mapping):
        return {}
    return {str(key): value for key, value in written.items() if isinstance(value, str)}
