"""Places of elements: where each element of the project stands in its file, and which rules are ignored there."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import field

from bsc_site.load.ignoring import reason_at
from bsc_site.load.joining.told_once import told_once
from bsc_site.load.scorecards.validation import Sheet
from bsc_site.load.yaml.marked_file import KeyPath
from bsc_site.model.declared.scorecard import Scorecard
from bsc_site.model.problem import Finding, Place, Problem
from bsc_site.model.rules import problem
from bsc_site.model.value_class import dataclass

_KEY = re.compile(r"([^.\[\]]+)|\[(\d+)\]")
_WITHOUT_PLACE = Place("scorecard")


@dataclass(frozen=True)
class Mark:
    """One element: the sheet it stands on, and its path there."""

    sheet: Sheet
    path: KeyPath


@dataclass(frozen=True)
class Marks:
    """Every element of the project by address: `kpi/repeat-rate`, `objective/corporate/loyal-customers`."""

    elements: Mapping[str, Mark] = field(default_factory=dict)

    def problem_of(self, finding: Finding) -> Problem:
        """The finding with its file, line, column and key; an element that no file declares has only the folder."""
        mark = self.elements.get(finding.element)
        if mark is None:
            key = f"{finding.element} {finding.key}".strip()
            return problem(finding.code, _WITHOUT_PLACE, finding.message, key)
        path = (*mark.path, *_path(finding.key))
        if finding.position is not None:
            written = mark.sheet.written(path)
            return mark.sheet.source.problem_within(finding.code, written, finding.message, finding.position)
        return mark.sheet.problem(finding.code, path, finding.message)

    def place_of(self, element: str, key: str = "") -> Place | None:
        """Where a key of an element stands, or the nearest above it; None for what no file declares."""
        mark = self.elements.get(element)
        if mark is None:
            return None
        origin = mark.sheet.source.origin(mark.sheet.written((*mark.path, *_path(key))))
        return origin.file.place(origin.path)

    def silenced(self, finding: Finding) -> str | None:
        """The reason for which the rule is ignored at the element or in its whole scorecard; None when it is not."""
        mark = self.elements.get(finding.element)
        return None if mark is None else reason_at(mark.sheet.card, mark.path, finding.code)

    def placed(self, findings: Iterable[Finding]) -> tuple[Problem, ...]:
        """The findings that are not silenced, each with its place."""
        return self.problems_of(each for each in findings if self.silenced(each) is None)

    def problems_of(self, findings: Iterable[Finding]) -> tuple[Problem, ...]:
        """The findings with their places; what several KPIs have by one default is told once."""
        return tuple(dict.fromkeys(told_once(self.problem_of(each) for each in findings)))


def marks_of(sheets: Iterable[Sheet]) -> Marks:
    """The marks of all elements; of two with the same address the first counts."""
    elements: dict[str, Mark] = {}
    for sheet in sheets:
        for address, path in _elements(sheet.card):
            elements.setdefault(address, Mark(sheet, path))
    return Marks(elements)


def _elements(card: Scorecard) -> Iterator[tuple[str, KeyPath]]:
    """Address and path of each element of a scorecard."""
    yield f"scorecard/{card.id}", ()
    for row, perspective in enumerate(card.perspectives):
        yield f"perspective/{card.id}/{perspective.id}", ("perspectives", row)
        for index, objective in enumerate(perspective.objectives):
            yield f"objective/{card.id}/{objective.id}", ("perspectives", row, "objectives", index)
    for kind, key in (("kpi", "kpis"), ("person", "people")):
        yield from ((f"{kind}/{each.id}", (key, index)) for index, each in enumerate(getattr(card, key)))
    for kind, key in (("initiative", "initiatives"), ("risk", "risks"), ("theme", "themes")):
        yield from ((f"{kind}/{card.id}/{each.id}", (key, index)) for index, each in enumerate(getattr(card, key)))


def _path(key: str) -> KeyPath:
    """The parts of a key as written in findings: `targets[0].value`."""
    return tuple(name or int(position) for name, position in _KEY.findall(key))
