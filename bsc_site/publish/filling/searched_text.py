"""What the search sees of a body of plain HTML: its sections with title and text, as the theme's own reader sees them.

The theme reads every page with a parser of HTML in Python, which took a tenth of a build. Quirks of it are kept: what
is left out goes by the names of elements, and so does what belongs to a title.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import field
from html import escape, unescape
from math import inf

from bsc_site.model.value_class import dataclass

_TAG = re.compile(r"<(/?)([a-zA-Z][\w:-]*)([^<>]*)>")
"""A sign of these within an attribute would end the tag too soon, and is found in the text after it."""
_ID = re.compile(r'\sid="([^"<>]*)"')
_PERMALINK = re.compile(r'<a class="headerlink"[^>]*>.*?</a>')
_BLOCKS = {"article", "aside", "details", "div", "dl", "figure", "footer", "h2", "h3", "header", "nav", "ol", "p"}
_BLOCKS |= {"form", "section", "table", "ul"}
_VOID = {"area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "param", "source", "track", "wbr"}
_SHOWN = {"p", "code", "pre", "li", "ol", "ul", "sub", "sup"}
_NEVER = {"object", "script", "style"}
_HEADINGS = {f"h{level}" for level in range(1, 7)}


@dataclass(frozen=True, slots=True)
class SearchedSection:
    """A heading with an anchor and what follows it: `title` as HTML, `text` as HTML with paragraphs and lists alone."""

    anchor: str
    title: str
    text: str

    def entry(self, url: str, title: str) -> Mapping[str, str]:
        """As the index has it, on the page at `url`; with the `title` of the page where it has none of its own."""
        location = f"{url}#{self.anchor}" if self.anchor else url
        return {"location": location, "title": self.title or title, "text": self.text}


@dataclass(slots=True)
class _OpenSection:
    """One that is being read; `name` is that of the heading's element."""

    name: str
    depth: float
    anchor: str = ""
    excluded: bool = False
    titles: list[str] = field(default_factory=list)
    texts: list[str] = field(default_factory=list)

    def done(self) -> SearchedSection:
        return SearchedSection(self.anchor, "".join(self.titles).strip(), "".join(self.texts).strip())


def searched_sections(html: str) -> tuple[SearchedSection, ...] | None:
    """The sections of a page from its first heading on, which stands before `html`, so that the first has no title.

    None where `html` is anything but whole blocks of HTML, each at the start of a line.
    """
    reader, before, parts = _SearchReader(), "\n", _TAG.split(html)
    for text, end, name, more in _tags(parts):
        if "<" in text or ">" in text:
            return None
        if not reader.context and (end or text.strip() or not (text or before).endswith("\n") or name not in _BLOCKS):
            return None
        reader.says(text)
        if not end:
            reader.opens(name, more)
        elif not reader.closes(name):
            return None
        before = ""
    if reader.context or parts[-1].strip():
        return None
    return tuple(each.done() for each in reader.sections if not each.excluded)


def title_in(heading: str) -> str:
    """The title that the search shows for a first heading as the engine writes it."""
    reader = _SearchReader()
    for text, end, name, more in _tags(_TAG.split(_PERMALINK.sub("", heading))):
        reader.says(text)
        if end:
            reader.closes(name)
        else:
            reader.opens(name, "" if name == "h1" else more)
    return reader.sections[0].done().title


def _tags(parts: list[str]) -> Iterator[tuple[str, ...]]:
    """Of each tag: the text before it, `/` for an end, its name, and what else stands in it."""
    return zip(parts[:-1:4], parts[1::4], parts[2::4], parts[3::4], strict=True)


class _SearchReader:
    """What has been seen so far; it starts within the section of the page's first heading."""

    def __init__(self) -> None:
        self.context: list[str] = []
        self.sections = [_OpenSection("h1", 1)]
        self._section = self.sections[0]
        self._left_out = set(_NEVER)

    @property
    def _unseen(self) -> bool:
        return not self._left_out.isdisjoint(self.context)

    @property
    def _target(self) -> list[str]:
        return self._section.titles if self._section.name in self.context else self._section.texts

    def opens(self, name: str, more: str) -> None:
        if name in _VOID:
            return
        self.context.append(name)
        anchor = _ID.search(more) if name in _HEADINGS else None
        excluded = " data-search-exclude" in more
        if anchor is not None:
            self._section = _OpenSection(name, len(self.context), unescape(anchor[1]), excluded)
            self.sections.append(self._section)
        if excluded:
            self._left_out.add(name)
        elif name in _SHOWN and not self._unseen:
            self._target.append(f"<{name}>")
        if more.endswith("/"):
            self.closes(name)

    def closes(self, name: str) -> bool:
        """Whether it was the last to be opened."""
        if not self.context or self.context[-1] != name:
            return False
        if self._section.depth > len(self.context):
            above = next((each for each in reversed(self.sections) if each.depth <= len(self.context)), None)
            if above is not None:
                self._section.depth = inf
                self._section = above
        self.context.pop()
        if name in self._left_out:
            if name not in _NEVER:
                self._left_out.remove(name)
        elif name in _SHOWN and not self._unseen:
            _end_of(name, self._target)
        return True

    def says(self, text: str) -> None:
        if not text or self._unseen:
            return
        blank = text.isspace()
        if "&" in text:
            text = unescape(text)
            blank = text.isspace()
        typed = "pre" in self.context
        shown = text if typed else " " if blank else text.replace("\n", " ")
        if self._section.name in self.context:
            self._section.titles.append(escape(shown, quote=False))
        elif not blank:
            self._section.texts.append(escape(shown, quote=False))
        elif typed or not self._section.texts or not self._section.texts[-1].isspace():
            self._section.texts.append(shown)


def _end_of(name: str, parts: list[str]) -> None:
    """The end of an element; one that is empty, as far as can be told from the first of its name, goes."""
    first = parts.index(f"<{name}>")
    if all(each.isspace() for each in parts[first + 1 :]):
        del parts[first:]
    else:
        parts.append(f"</{name}>")
