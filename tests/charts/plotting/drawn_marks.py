"""Marks of a drawing read back from its SVG: what there is, how it looks, and every figure of it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import zip_longest

from lxml import etree

Place = tuple[float, float]
_SEGMENT = re.compile(r"([a-zA-Z])([^a-zA-Z]*)")
_FIGURE = re.compile(r"-?(?:\d+\.?\d*|\.\d+)")
_FIGURES = {"C": 6, "A": 7, "H": 1, "V": 1, "Z": 1}
_INHERITED = ("fill", "text-anchor", "font-weight")
_LENGTHS = frozenset({"stroke-width", "x", "y", "dx", "dy", "x1", "x2", "y1", "y2"})
_PIECES_OF_A_CURVE = 12
_WIDTH = 1000
_KAPPA = 0.5523
"""How far the handles of a curve lie that is a quarter of a circle."""


@dataclass(frozen=True)
class Mark:
    """One element: its name, classes and words, how it looks, its lengths and places in units, the runs of its path."""

    name: str
    classes: tuple[str, ...] = ()
    words: str = ""
    look: tuple[tuple[str, str], ...] = ()
    lengths: tuple[tuple[str, float], ...] = ()
    runs: tuple[tuple[Place, ...], ...] = ()

    @property
    def told(self) -> tuple[object, ...]:
        """Everything but its figures."""
        return self.name, self.classes, self.words, self.look, tuple(len(run) for run in self.runs)

    def far(self, other: Mark) -> float:
        """The largest difference between any figure of the two."""
        mine, others = dict(self.lengths), dict(other.lengths)
        away = [abs(mine.get(name, 0.0) - others.get(name, 0.0)) for name in mine.keys() | others.keys()]
        places = zip((p for run in self.runs for p in run), (p for run in other.runs for p in run), strict=True)
        return max([*away, *(abs(a - b) for one, two in places for a, b in zip(one, two, strict=True))], default=0.0)


def differences(one: str, other: str, room: float) -> list[tuple[Mark, Mark]]:
    """Pairs of marks of two drawings that are not the same, or of which a figure differs by more than `room`."""
    pairs = zip_longest(marks_of(one), marks_of(other), fillvalue=Mark("none"))
    return [(mine, theirs) for mine, theirs in pairs if mine.told != theirs.told or mine.far(theirs) > room]


def marks_of(svg: str) -> list[Mark]:
    """The marks of a drawing in their order; a line of several runs counts as one mark for each."""
    root = etree.fromstring(svg.encode())
    _, _, width, height = (float(each) for each in (root[0].get("viewBox") or "").split())
    return list(_Reading(width / _WIDTH, height / width * _WIDTH).marks(root, Mark("svg")))


@dataclass(frozen=True)
class _Reading:
    """How many steps of the stretched drawing a unit of the plot has, and how many units it is high."""

    unit: float
    height: float

    def marks(self, element: etree._Element, around: Mark, *, stretched: bool = False) -> Iterator[Mark]:
        """What an element holds; `around` is what it stands in."""
        name = etree.QName(element).localname
        stretched = stretched or element.get("viewBox") is not None
        found = {str(key): str(value) for key, value in element.attrib.items()}
        lengths = {key: self._length(key, value) for key, value in found.items() if key in _LENGTHS}
        kept = dict(around.look) | {key: found[key] for key in found if key not in _LENGTHS | {"class", "d"}}
        here = Mark(name, around.classes + tuple(found.get("class", "").split()))
        if name in ("svg", "g"):
            inherited = {key: value for key, value in kept.items() if key in _INHERITED}
            box = {f"box {key}": length for key, length in lengths.items()}
            here = replace(here, look=tuple(sorted(inherited.items())), lengths=tuple(box.items()))
            for each in element:
                yield from self.marks(each, here, stretched=stretched)
            return
        runs = runs_of(found.get("d", ""), self.unit if stretched else 1.0)
        lengths |= dict(around.lengths)
        words, look = element.text or "", tuple(sorted(kept.items()))
        yield from _apart(replace(here, words=words, look=look, lengths=tuple(lengths.items()), runs=runs))

    def _length(self, name: str, value: str) -> float:
        if not value.endswith("%"):
            return float(value)
        return float(value[:-1]) / 100 * (self.height if name.startswith("y") else _WIDTH)


def _apart(mark: Mark) -> Iterator[Mark]:
    """An area is one mark, as it may lie over another; of a line each run."""
    if len(mark.runs) > 1 and dict(mark.look)["fill"] == "none":
        yield from (replace(mark, runs=(run,)) for run in mark.runs)
    else:
        yield mark


def runs_of(path: str, unit: float = 1.0) -> tuple[tuple[Place, ...], ...]:
    """The corners of each run of a path in units; of curves places on them.

    A run that is closed comes back to its start.
    """
    runs: list[list[Place]] = []
    for command, rest in _SEGMENT.findall(path):
        figures = [float(each) / unit for each in _FIGURE.findall(rest)] or [0.0]
        size = _FIGURES.get(command.upper(), 2)
        for at in range(0, len(figures), size):
            before = runs[-1][-1] if runs else (0.0, 0.0)
            if command in "Mm" and at == 0:
                runs.append([])
            start = runs[-1][0] if runs[-1] else before
            if command in "Zz" and start == before and len(runs[-1]) > 1:
                continue
            runs[-1] += _way(command, figures[at : at + size], before, start)
    return tuple(tuple(run) for run in runs)


def _way(command: str, step: Sequence[float], before: Place, start: Place) -> list[Place]:
    """The places to which a command leads, one or (on a curve) several."""
    base, kind = before if command.islower() else (0.0, 0.0), command.upper()
    places = [(step[at] + base[0], step[at + 1] + base[1]) for at in range(0, len(step) - 1, 2)]
    match kind:
        case "Z":
            return [start]
        case "H":
            return [(step[0] + base[0], before[1])]
        case "V":
            return [(before[0], step[0] + base[1])]
        case "C":
            return _curve([before, *places])
        case "A":
            return _half_circle(before, (step[5] + base[0], step[6] + base[1]), 1 if step[4] else -1)
    return places


def _curve(control: list[Place]) -> list[Place]:
    found = []
    for number in range(1, _PIECES_OF_A_CURVE + 1):
        share = number / _PIECES_OF_A_CURVE
        weights = [(1 - share) ** 3, 3 * share * (1 - share) ** 2, 3 * share**2 * (1 - share), share**3]
        x, y = (sum(weight * place[axis] for weight, place in zip(weights, control, strict=True)) for axis in (0, 1))
        found.append((x, y))
    return found


def _half_circle(start: Place, end: Place, sense: int) -> list[Place]:
    """The only arcs that signs are made of, as the two curves that the engine makes of one."""
    (mx, my), (dx, dy) = _middle(start, end), ((end[0] - start[0]) / 2, (end[1] - start[1]) / 2)
    top = (mx + sense * dy, my - sense * dx)
    aside = (sense * dy * _KAPPA, -sense * dx * _KAPPA)
    along = (dx * _KAPPA, dy * _KAPPA)
    first = [start, _moved(start, aside, 1), _moved(top, along, -1), top]
    return [*_curve(first), *_curve([top, _moved(top, along, 1), _moved(end, aside, 1), end])]


def _middle(start: Place, end: Place) -> Place:
    return (start[0] + end[0]) / 2, (start[1] + end[1]) / 2


def _moved(place: Place, by: Place, sense: int) -> Place:
    return place[0] + sense * by[0], place[1] + sense * by[1]
