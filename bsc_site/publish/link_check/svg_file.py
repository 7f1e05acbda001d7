"""The markup of a drawing (SVG) as a browser reads it when it shows it by itself: as XML, not as HTML."""

from __future__ import annotations

import re
from contextlib import suppress
from xml.parsers.expat import ExpatError, ParserCreate

from bsc_site.publish.link_check.markup import take_inner, take_text
from bsc_site.publish.link_check.reading import PageReading
from bsc_site.publish.link_check.reference import leads_elsewhere, may_lead_elsewhere

_NAMESPACE = re.compile(r"""\bxmlns(?::\w+)?=["']http://www\.w3\.org/[\w/]*["']""")
_STYLE_SHEET = re.compile(r"""\bhref\s*=\s*["']([^"']*)""")


def read_drawing(xml: str) -> PageReading:
    """What stands in an SVG or XHTML file, up to the first error in it; browsers read no further either."""
    drawing = _Drawing()
    if "&" in xml or may_lead_elsewhere(_NAMESPACE.sub("", xml)):
        with suppress(ExpatError):
            drawing.parser.Parse(xml, True)  # noqa: FBT003  # the parser takes no names
        take_inner(drawing.reading)
    return drawing.reading


class _Drawing:
    """A reading under way, and the text of the element that was begun last."""

    def __init__(self) -> None:
        self.reading = PageReading()
        self._text: list[str] = []
        self.parser = ParserCreate(namespace_separator="}")
        self.parser.StartElementHandler = self._begin
        self.parser.CharacterDataHandler = self._text_goes_on
        self.parser.EndElementHandler = self._end
        self.parser.ProcessingInstructionHandler = self._instruction

    def _begin(self, name: str, attributes: dict[str, str]) -> None:
        self._text.clear()
        self.reading.take(_local(name), {_local(each): value for each, value in attributes.items()})

    def _text_goes_on(self, text: str) -> None:
        self._text.append(text)

    def _end(self, name: str) -> None:
        if _local(name) in {"style", "script"}:
            take_text(self.reading, _local(name), {}, "".join(self._text))

    def _instruction(self, _: str, content: str) -> None:
        found = _STYLE_SHEET.search(content)
        if found is not None and leads_elsewhere(found[1]):
            self.reading.foreign.add(found[1])


def _local(name: str) -> str:
    """The name without the namespace that stands before it."""
    return name.rpartition("}")[2]
