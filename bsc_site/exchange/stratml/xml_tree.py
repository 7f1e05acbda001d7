"""XML tree: the elements of a file with their lines, read without entities, without a DTD and within limits."""

from __future__ import annotations

import codecs
import html.entities
import re
from collections.abc import Iterator
from dataclasses import field
from typing import NoReturn
from xml.parsers import expat  # a DTD ends the reading, so that no entity is ever declared

from bsc_site.model.failure import InputError
from bsc_site.model.problem import Place
from bsc_site.model.rules import problem
from bsc_site.model.value_class import dataclass

LARGEST = 20_000_000
"""Bytes of a file; the largest plans known have a tenth."""
_MOST_ELEMENTS = 300_000
_DEEPEST = 60
_NAMED = re.compile(r"&([A-Za-z][A-Za-z0-9]{1,31});")
_OF_XML = {"amp", "lt", "gt", "quot", "apos"}
_DECLARED = re.compile(rb"<\?xml[^>]{0,200}?encoding\s*=\s*[\"']([A-Za-z0-9._-]{1,40})[\"']")
_BOMS = ((codecs.BOM_UTF8, "utf-8-sig"), (codecs.BOM_UTF16_LE, "utf-16"), (codecs.BOM_UTF16_BE, "utf-16"))


@dataclass(slots=True)
class XmlElement:
    """One element: its name as written and as it is compared, its place, attributes, elements and text below it."""

    written: str
    line: int
    column: int
    attributes: dict[str, str]
    children: list[XmlElement] = field(default_factory=list)
    pieces: list[str | XmlElement] = field(default_factory=list)
    """Texts and elements in their order."""
    used: bool = False
    """Whether what stands in it has found its place."""

    @property
    def name(self) -> str:
        """Without prefix, in small letters, without _ and -, so that schemas of every year have one."""
        return compared(self.written)

    def all(self, *names: str) -> Iterator[XmlElement]:
        """The elements directly below with one of these names."""
        return (each for each in self.children if each.name in names)

    def below(self) -> Iterator[XmlElement]:
        """Every element below, in the order of the file."""
        for each in self.children:
            yield each
            yield from each.below()

    def text(self) -> str:
        """All text in it, elements of HTML as their tags."""
        return "".join(
            each if isinstance(each, str) else f"<{each.name}>{each.text()}</{each.name}>" for each in self.pieces
        )


def compared(name: str) -> str:
    """A name of an element or attribute as it is compared with others."""
    return re.sub("[_-]", "", name.rpartition(":")[2]).lower()


def read_tree(content: bytes, file: str) -> XmlElement:
    """The root element of an XML file. Raises InputError with one line for a file that is broken, unsafe or too large.

    Entities of HTML, which XML does not know, are read as their letters. Prefixes need no declaration.
    """
    if len(content) > LARGEST:
        _refuse("BSC602", Place(file), f"the file has {len(content):,} bytes; {LARGEST:,} are the most that is read")
    text = _without_named_entities(_decoded(content, file))
    return _TreeBuilder(file).build(text)


def _decoded(content: bytes, file: str) -> str:
    if not content.strip():
        _refuse("BSC600", Place(file), "the file is empty")
    encoding = next((name for bom, name in _BOMS if content.startswith(bom)), None)
    declared = _DECLARED.match(content.lstrip())
    name = encoding or (declared[1].decode("ascii") if declared else "utf-8")
    try:
        return content.decode(name).lstrip("\ufeff")
    except LookupError:
        _refuse("BSC600", Place(file, 1), f"'{name}' is no encoding that is known; save the file as UTF-8")
    except UnicodeDecodeError as error:
        line = content.count(b"\n", 0, error.start) + 1
        words = f"byte {content[error.start]:#04x} is not {name}, which the file says it is; save it as UTF-8"
        _refuse("BSC600", Place(file, line), words)


def _without_named_entities(text: str) -> str:
    def numbered(found: re.Match[str]) -> str:
        letters = None if found[1] in _OF_XML else html.entities.html5.get(f"{found[1]};")
        return found[0] if letters is None else "".join(f"&#{ord(each)};" for each in letters)

    return _NAMED.sub(numbered, text)


def _refuse(code: str, place: Place, message: str) -> NoReturn:
    raise InputError((problem(code, place, message),))


class _TreeBuilder:
    """Builds the tree from the events of one file."""

    def __init__(self, file: str) -> None:
        self.file = file
        self.parser = expat.ParserCreate(encoding="utf-8")
        self.open: list[XmlElement] = []
        self.root: XmlElement | None = None
        self.count = 0
        self.parser.buffer_text = True
        self.parser.StartElementHandler = self._start
        self.parser.EndElementHandler = self._end
        self.parser.CharacterDataHandler = self._characters
        self.parser.StartDoctypeDeclHandler = self._doctype
        self.parser.EntityDeclHandler = self._doctype

    def build(self, text: str) -> XmlElement:
        try:
            self.parser.Parse(text.encode("utf-8", "replace"), True)  # noqa: FBT003  # the last piece, as expat has it
        except expat.ExpatError as error:
            words = f"{expat.errors.messages.get(error.code, error)}; XML ends there"
            _refuse("BSC600", Place(self.file, error.lineno, error.offset + 1), words)
        if self.root is None:
            _refuse("BSC600", Place(self.file), "the file holds no element")
        return self.root

    def _place(self) -> Place:
        return Place(self.file, self.parser.CurrentLineNumber, self.parser.CurrentColumnNumber + 1)

    def _doctype(self, *_: object) -> None:
        words = "a document type can declare entities that read other files or grow without end; delete <!DOCTYPE ..>"
        _refuse("BSC601", self._place(), words)

    def _start(self, name: str, attributes: dict[str, str]) -> None:
        self.count += 1
        if self.count > _MOST_ELEMENTS:
            _refuse("BSC602", self._place(), f"the file has more than {_MOST_ELEMENTS:,} elements")
        if len(self.open) >= _DEEPEST:
            _refuse("BSC602", self._place(), f"elements stand in one another more than {_DEEPEST} deep")
        at = self._place()
        element = XmlElement(name, at.line, at.column, attributes)
        if self.open:
            self.open[-1].children.append(element)
            self.open[-1].pieces.append(element)
        else:
            self.root = element
        self.open.append(element)

    def _end(self, _: str) -> None:
        self.open.pop()

    def _characters(self, text: str) -> None:
        if self.open:
            self.open[-1].pieces.append(text)
