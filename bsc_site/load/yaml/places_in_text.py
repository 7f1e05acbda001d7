"""Places in a text: line and column of a position within a value, however YAML folds or quotes it."""

from __future__ import annotations

import re

from bsc_site.load.yaml.marked_file import KeyPath, MarkedFile
from bsc_site.model.problem import Place

_BLOCKS = ("|", ">")
_WRITTEN_BLANKS = {"\\n", "\\t", "\\r", "\\ ", "\\_"}
_PROPERTIES = re.compile(r"(?:[&!]\S*\s+)*")
"""The name by which a value is repeated elsewhere, and its tag, stand before it."""
_ESCAPED = {"'": "''", '"': '\\"', "\\": "\\\\"}


def place_in(file: MarkedFile, path: KeyPath, position: int) -> Place:
    """Where in the file the letter at `position` of the text at `path` stands; the value itself where it is no text.

    Blanks and line breaks may be written otherwise than they are read, so the letters between them are counted.
    """
    node = file.node(path)
    if node is None or not isinstance(node.value, str) or not file.text:
        return file.place(path)
    lines = file.text.split("\n")
    start = sum(len(line) + 1 for line in lines[: node.line - 1]) + node.column - 1
    start += len(_PROPERTIES.match(file.text[start:])[0])  # type: ignore[index]  # it matches nothing, too
    opening = file.text[start : start + 1]
    begins = file.text.find("\n", start) + 1 if opening in _BLOCKS else start + (opening in _ESCAPED)
    at = _after(file.text, begins, node.value[:position], opening)
    before = file.text[:at]
    return Place(file.file, before.count("\n") + 1, at - (before.rfind("\n") + 1) + 1)


def _after(text: str, at: int, read: str, quote: str) -> int:
    """The place of the first letter behind all those that were read before it."""
    for letter in read:
        if letter.isspace():
            continue
        at = _past_blanks(text, at, quote)
        written = _ESCAPED[letter] if letter in _ESCAPED and quote == _QUOTE_OF.get(letter) else letter
        at += len(written) if text.startswith(written, at) else 1
    return _past_blanks(text, at, quote)


_QUOTE_OF = {"'": "'", '"': '"', "\\": '"'}
"""In quotes of which kind a sign is written in another way."""


def _past_blanks(text: str, at: int, quote: str) -> int:
    r"""The next letter that is none, nor a line break written as `\n` in double quotes."""
    while at < len(text):
        written = 2 if quote == '"' and text[at : at + 2] in _WRITTEN_BLANKS else int(text[at].isspace())
        if not written:
            break
        at += written
    return min(at, len(text) - 1)
