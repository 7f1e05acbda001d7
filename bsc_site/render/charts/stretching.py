"""Stretching: how the engine's marks become pieces of a drawing that a page can stretch."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from lxml import etree

from bsc_site.render.charts.plotting.plot_paths import Corner, area_run, dots_run, line_run
from bsc_site.render.charts.plotting.plot_pieces import TENTHS, PlotPieces, attribute
from bsc_site.render.charts.plotting.plot_signs import short

_MOVED = re.compile(r"translate\((-?[\d.e-]+),(-?[\d.e-]+)\)")
_SEGMENT = re.compile(r"([MLHVAZCQTSmlhvazcqts])([^MLHVAZCQTSmlhvazcqts]*)")
_FIGURE = re.compile(r"-?(?:\d+\.?\d*|\.\d+)(?:e-?\d+)?")
_ROUND = re.compile(r"^M([\d.]+),0A\1,\1,0,1,1,-\1,0A\1,\1,0,1,1,\1,0$")
_DEFAULTS = {"fill": "none", "opacity": "1", "stroke-width": "1", "stroke-opacity": "1", "text-anchor": "start"}
_DEFAULTS |= {"font-weight": "normal", "stroke-linecap": "butt"}
_TICK = 6
"""How far a line may reach beyond the floor to be stretched with the plot, in units."""
_PLACING = frozenset({"transform", "d", "x2", "y2", "x", "y", "class", "font-family", "font-size"})


Place = tuple[float, float]
"""A place in units of the plot."""


class EngineMarks:
    """Marks of the engine, which come in in their order, as `pieces` of a drawing."""

    def __init__(self, width: float, height: float) -> None:
        """None yet, in a plot of so many units."""
        self.size = (width, height)
        self.pieces = PlotPieces(width, height)

    def add(self, kind: str, classes: tuple[str, ...], marks: Sequence[etree._Element]) -> None:
        """The marks of one layer, which is part of `classes`."""
        self.pieces.next_layer()
        draw = {"text": self._text, "symbol": self._symbol}.get(kind, self._line)
        for mark in marks:
            draw(classes, mark)

    def _text(self, classes: tuple[str, ...], mark: etree._Element) -> None:
        away = "".join(
            f' {name}="{short(float(figure))}"'
            for name, figure in zip(("dx", "dy"), (mark.get("font-family") or "").split(), strict=False)
            if float(figure)
        )
        self.pieces.text(classes, _look(mark), f"{self._at(mark)}{away}", mark.text or "")

    def _at(self, mark: etree._Element) -> str:
        """The place of a mark in per cent; 0 is the rule, so it is not written."""
        shares = zip("xy", _place(mark), self.size, strict=True)
        return "".join(f' {name}="{_share(figure, whole)}"' for name, figure, whole in shares if round(figure, 2))

    def _symbol(self, classes: tuple[str, ...], mark: etree._Element) -> None:
        """A dot is the round end of a line without length; any other sign has a place of its own."""
        dot = _ROUND.match(_rounded(mark.get("d") or "", 0))
        fill, edge = mark.get("fill") or "none", mark.get("stroke") or "none"
        if not dot or fill in ("none", "transparent"):
            self._sign(classes, mark)
            return
        across, here = 2 * float(dot[1]), _tenths(*_place(mark))
        line = float(mark.get("stroke-width") or 1) if edge not in ("none", fill) else 0.0
        if line:
            self._dot(classes, edge, across + line, here)
        self._dot(classes, fill, across - line, here)

    def _sign(self, classes: tuple[str, ...], mark: etree._Element) -> None:
        """A sign at its place; below the plot its distance from the floor is one of pixels."""
        x, y = _place(mark)
        below = max(0.0, y - self.size[1])
        place = self._at(mark) if not below else f' x="{_share(x, self.size[0])}" y="100%"'
        self.pieces.sign(classes, place, f'<path{_look(mark)} d="{_rounded(mark.get("d") or "", below)}"/>')

    def _dot(self, classes: tuple[str, ...], ink: str, across: float, here: Corner) -> None:
        look = f' stroke="{attribute(ink)}" stroke-linecap="round" stroke-width="{short(across)}"'
        self.pieces.path(classes, look, dots_run([here]))

    def _line(self, classes: tuple[str, ...], mark: etree._Element) -> None:
        x, y = _place(mark)
        if mark.get("d") is not None:
            self.pieces.path(classes, _look(mark), "".join(_runs(mark.get("d") or "", x, y)))
            return
        run, fall = float(mark.get("x2") or 0), float(mark.get("y2") or 0)
        width, height = self.size
        if max(y, y + fall) > height + _TICK:
            ends = (_share(x, width), _share(x + run, width), short(y - height), short(y + fall - height))
            self.pieces.beyond(classes, "y", _ends(mark, ends))
        elif max(x, x + run) > width + 0.01:
            ends = (short(x - width), short(x + run - width), _share(y, height), _share(y + fall, height))
            self.pieces.beyond(classes, "x", _ends(mark, ends))
        else:
            self.pieces.path(classes, _look(mark), line_run([_tenths(x, y), _tenths(x + run, y + fall)]))


def _ends(mark: etree._Element, ends: tuple[str, str, str, str]) -> str:
    places = (f' {name}="{end}"' for name, end in zip(("x1", "x2", "y1", "y2"), ends, strict=True) if end != "0")
    return f"<line{_look(mark)}{''.join(places)}/>"


def _tenths(x: float, y: float) -> Corner:
    return round(x * TENTHS), round(y * TENTHS)


def _runs(path: str, x: float, y: float) -> Iterator[str]:
    """The stretches of a path of straight lines, moved by x, y."""
    corners: list[Place] = []
    for command, rest in _SEGMENT.findall(path):
        if command == "M" and corners:
            yield line_run([_tenths(*each) for each in corners])
            corners = []
        if command in "zZ":
            yield area_run([_tenths(*each) for each in corners])
            corners = []
        else:
            figures = [float(each) for each in _FIGURE.findall(rest)]
            corners.append(_corner(command, figures, corners[-1] if corners else (x, y), (x, y)))
    if corners:
        yield line_run([_tenths(*each) for each in corners])


def _corner(command: str, figures: list[float], before: Place, moved: Place) -> Place:
    """Where a straight line of a path ends: a command in small letters tells its way, in capital ones its place."""
    start = moved if command.isupper() else before
    kind = command.upper()
    across = figures[0] + start[0] if kind != "V" else before[0]
    down = figures[-1] + start[1] if kind != "H" else before[1]
    return across, down


def _place(mark: etree._Element) -> Place:
    match = _MOVED.search(mark.get("transform") or "")
    return (float(match[1]), float(match[2])) if match else (0.0, 0.0)


def _look(mark: etree._Element) -> str:
    """What decides how a mark looks: attributes in the order of their names, those that are the rule left out."""
    looks = {str(name): str(value) for name, value in mark.attrib.items()}
    kept = {name: value for name, value in looks.items() if name not in _PLACING and _DEFAULTS.get(name) != value}
    if kept.get("stroke-width") == "0":
        kept = {name: value for name, value in kept.items() if not name.startswith("stroke")}
    return "".join(f' {name}="{attribute(kept[name])}"' for name in sorted(kept) if not name.startswith("aria"))


def _rounded(path: str, below: float) -> str:
    """The path of a sign that stands so far below its place, with its figures shortened."""
    return "".join(
        _segment(command, [float(each) for each in _FIGURE.findall(rest)], below)
        for command, rest in _SEGMENT.findall(path)
    )


def _segment(command: str, figures: list[float], below: float) -> str:
    """One command of a path; an arc keeps its radii and flags, only its end moves."""
    shift: dict[str, tuple[float, ...]] = {"H": (0,), "V": (below,), "A": (0, 0, 0, 0, 0, 0, below)}
    by = shift.get(command, (0.0, below)) if command.isupper() else (0.0,)
    return command + ",".join(short(figure + by[number % len(by)]) for number, figure in enumerate(figures))


def _share(figure: float, whole: float) -> str:
    """`45.21%`: a place in per cent, to a tenth of a pixel of a page 1,000 wide."""
    text = f"{figure / whole * 100:.2f}".rstrip("0").rstrip(".")
    return f"{'0' if text == '-0' else text}%"
