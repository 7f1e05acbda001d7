"""PlanRemarks: what of a plan has no place in a scorecard, each with the line where it stands."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import field

from bsc_site.exchange.draft.plain_text import one_line
from bsc_site.exchange.stratml.xml_tree import XmlElement
from bsc_site.model.problem import Place, Problem
from bsc_site.model.rules import problem
from bsc_site.model.value_class import dataclass

_QUOTED = 120
_LABELS = {"identifier": "Identifier", "sequenceindicator": "SequenceIndicator"}
"""Elements that nearly every other one has: they are counted, and not told one by one."""


@dataclass(slots=True)
class PlanRemarks:
    """Collects what is to be said about one file."""

    file: str
    each: list[Problem] = field(default_factory=list)

    def lost(self, element: XmlElement, message: str) -> None:
        """Something of the plan that the scorecard does not hold."""
        self.each.append(problem("BSC610", Place(self.file, element.line, element.column), message))

    def missing(self, element: XmlElement, message: str) -> None:
        """Something that a scorecard asks for and the plan does not say."""
        self.each.append(problem("BSC611", Place(self.file, element.line, element.column), message))

    def about_the_rest(self, root: XmlElement) -> None:
        """Everything with a text or an attribute that found no place."""
        counted: dict[str, list[XmlElement]] = {name: [] for name in _LABELS}
        for element, parent in _leftovers(root):
            if element.name in counted:
                counted[element.name].append(element)
            else:
                name = f"{parent.written.rpartition(':')[2]}/" if parent else ""
                self.lost(element, f"{name}{_told(element)} is left out: a scorecard has no place for it")
        for name, elements in counted.items():
            if elements:
                words = "is left out: a scorecard has ids of its own, and keeps the order"
                self.lost(elements[0], f"{_LABELS[name]} of {len(elements)} elements {words}")


def _leftovers(root: XmlElement) -> Iterator[tuple[XmlElement, XmlElement | None]]:
    """Elements that nobody used and that say something themselves, each with the one above it."""
    waiting: list[tuple[XmlElement, XmlElement | None]] = [(root, None)]
    while waiting:
        element, parent = waiting.pop()
        if not element.used and own_text(element):
            yield element, parent
        waiting += [(each, element) for each in reversed(element.children)]


def own_text(element: XmlElement) -> str:
    """The text that stands in the element itself, in one line."""
    return one_line("".join(each for each in element.pieces if isinstance(each, str)))


def quoted(text: str) -> str:
    """A text as a remark shows it, not longer than a line."""
    line = " ".join(text.split())
    return f"'{line}'" if len(line) <= _QUOTED else f"'{line[:_QUOTED]}…'"


def _told(element: XmlElement) -> str:
    return f"{element.written.rpartition(':')[2]} {quoted(own_text(element))}"
