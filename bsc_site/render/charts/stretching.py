"""Stretching: how the engine's marks are written so that a page can stretch the plot without its letters and signs.

Lines, areas and dots stand in an inner drawing that is stretched both ways; style sheets keep the width of its lines.
Words and signs stand beside it, their places told in per cent of the plot and their distances from there in pixels.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from html import escape
from itertools import groupby

from lxml import etree

_MOVED = re.compile(r"translate\((-?[\d.e-]+),(-?[\d.e-]+)\)")
_SEGMENT = re.compile(r"([MLHVAZCQTSmlhvazcqts])([^MLHVAZCQTSmlhvazcqts]*)")
_FIGURE = re.compile(r"-?(?:\d+\.?\d*|\.\d+)(?:e-?\d+)?")
_CORNERS = re.compile(r"[MLZ,.\-e\d]*")
_ROUND = re.compile(r"^M([\d.]+),0A\1,\1,0,1,1,-\1,0A\1,\1,0,1,1,\1,0$")
_UNPRINTABLE = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]")
_DEFAULTS = {"fill": "none", "opacity": "1", "stroke-width": "1", "stroke-opacity": "1", "text-anchor": "start"}
_DEFAULTS |= {"font-weight": "normal", "stroke-linecap": "butt"}
_TICK = 6
"""How far a line may reach beyond the floor to be stretched with the plot, in units."""
_PLACING = frozenset({"transform", "d", "x2", "y2", "x", "y", "class", "font-family", "font-size"})


_Piece = tuple[tuple[str, ...], int, str]
"""The classes that a piece of the drawing is part of, the number of its layer, and how it is written."""


class PlotDrawing:
    """A drawing in the making: marks of the engine come in, in their order, and one line of SVG comes out."""

    def __init__(self, width: float, height: float) -> None:
        """An empty drawing of a plot of so many units."""
        self.size = (width, height)
        self._stretched: list[_Piece] = []
        self._free: list[_Piece] = []
        self._layers = 0

    def add(self, kind: str, classes: tuple[str, ...], marks: Sequence[etree._Element]) -> None:
        """The marks of one layer, which is part of `classes`."""
        self._layers += 1
        if kind == "text":
            self._free += [(classes, self._layers, self._text(mark)) for mark in marks]
        elif kind == "symbol":
            for mark in marks:
                self._symbol(classes, mark)
        else:
            for mark in marks:
                self._line(classes, mark)

    def written(self) -> str:
        """The content of the drawing."""
        width, height = self.size
        box = f'<svg viewBox="0 0 {_short(width)} {_short(height)}" preserveAspectRatio="none">'
        return f"{box}{_grouped(self._stretched)}</svg>{_grouped(self._free)}"

    def _text(self, mark: etree._Element) -> str:
        away = "".join(
            f' {name}="{_short(float(figure))}"'
            for name, figure in zip(("dx", "dy"), (mark.get("font-family") or "").split(), strict=False)
            if float(figure)
        )
        return f"<text{_look(mark)}{self._at(mark)}{away}>{attribute(mark.text or '')}</text>"

    def _at(self, mark: etree._Element) -> str:
        """The place of a mark in per cent; 0 is the rule, so it is not written."""
        shares = zip("xy", _place(mark), self.size, strict=True)
        return "".join(f' {name}="{_share(figure, whole)}"' for name, figure, whole in shares if round(figure, 2))

    def _symbol(self, classes: tuple[str, ...], mark: etree._Element) -> None:
        """A dot is the round end of a line without length; any other sign has a place of its own."""
        shape = _rounded(mark.get("d") or "", 0, 0)
        dot = _ROUND.match(shape)
        fill, edge = mark.get("fill") or "none", mark.get("stroke") or "none"
        if not dot or fill in ("none", "transparent"):
            self._free.append((classes, self._layers, self._sign(mark)))
            return
        x, y = _place(mark)
        here, across = f"M{_short(x)},{_short(y)}h0", 2 * float(dot[1])
        line = float(mark.get("stroke-width") or 1) if edge not in ("none", fill) else 0.0
        if line:
            self._dot(classes, edge, across + line, here)
        self._dot(classes, fill, across - line, here)

    def _sign(self, mark: etree._Element) -> str:
        """A sign at its place; below the plot its distance from the floor is one of pixels."""
        x, y = _place(mark)
        below = max(0.0, y - self.size[1])
        place = self._at(mark) if not below else f' x="{_share(x, self.size[0])}" y="100%"'
        return f"<svg{place}>{_path(_look(mark), _rounded(mark.get('d') or '', 0, below))}</svg>"

    def _dot(self, classes: tuple[str, ...], ink: str, across: float, here: str) -> None:
        look = f' stroke="{attribute(ink)}" stroke-linecap="round" stroke-width="{_short(across)}"'
        self._stretched.append((classes, self._layers, _path(look, here)))

    def _line(self, classes: tuple[str, ...], mark: etree._Element) -> None:
        x, y = _place(mark)
        if mark.get("d") is not None:
            self._stretched.append((classes, self._layers, _path(_look(mark), _rounded(mark.get("d") or "", x, y))))
            return
        run, fall = float(mark.get("x2") or 0), float(mark.get("y2") or 0)
        width, height = self.size
        if max(y, y + fall) > height + _TICK:
            ends = (_share(x, width), _share(x + run, width), _short(y - height), _short(y + fall - height))
            self._free.append((classes, self._layers, f'<svg y="100%">{_ends(mark, ends)}</svg>'))
        elif max(x, x + run) > width + 0.01:
            ends = (_short(x - width), _short(x + run - width), _share(y, height), _share(y + fall, height))
            self._free.append((classes, self._layers, f'<svg x="100%">{_ends(mark, ends)}</svg>'))
        else:
            path = f"M{_short(x)},{_short(y)}l{_short(run)},{_short(fall)}"
            self._stretched.append((classes, self._layers, _path(_look(mark), path)))


def _ends(mark: etree._Element, ends: tuple[str, str, str, str]) -> str:
    places = (f' {name}="{end}"' for name, end in zip(("x1", "x2", "y1", "y2"), ends, strict=True) if end != "0")
    return f"<line{_look(mark)}{''.join(places)}/>"


def _grouped(pieces: Iterable[_Piece]) -> str:
    """Pieces that belong together stand in one group where they follow each other; those of a layer are joined."""
    written = []
    for classes, group in groupby(pieces, key=lambda piece: piece[0]):
        layers = groupby(group, key=lambda piece: piece[1])
        inside = "".join(_joined([piece for *_, piece in layer]) for _, layer in layers)
        written.append(f'<g class="{" ".join(classes)}">{inside}</g>' if classes else inside)
    return "".join(written)


_AS_PATH = re.compile(r'^<path(?P<look>[^>]*) d="(?P<run>[^"]*)"/>$')
_IN_BOX = re.compile(r"^<svg (?P<edge>[xy])=\"100%\">(?P<inside><line[^>]*/>)</svg>$")


def _joined(pieces: Sequence[str]) -> str:
    """Paths of one look as one path, lines beyond one edge in one box."""
    found: dict[str, list[str]] = {}
    for number, piece in enumerate(pieces):
        path, box = _AS_PATH.match(piece), _IN_BOX.match(piece)
        key = path["look"] if path else box["edge"] if box else f"#{number}"
        found.setdefault(key, []).append(path["run"] if path else box["inside"] if box else piece)
    return "".join(_one(key, each) for key, each in found.items())


def _one(key: str, pieces: Sequence[str]) -> str:
    if key in ("x", "y"):
        return f'<svg {key}="100%">{"".join(pieces)}</svg>'
    return pieces[0] if key.startswith("#") else _path(key, "".join(pieces))


def _path(look: str, run: str) -> str:
    return f'<path{look} d="{run}"/>'


def _place(mark: etree._Element) -> tuple[float, float]:
    match = _MOVED.search(mark.get("transform") or "")
    return (float(match[1]), float(match[2])) if match else (0.0, 0.0)


def _look(mark: etree._Element) -> str:
    """What decides how a mark looks: attributes in the order of their names, those that are the rule left out."""
    looks = {str(name): str(value) for name, value in mark.attrib.items()}
    kept = {name: value for name, value in looks.items() if name not in _PLACING and _DEFAULTS.get(name) != value}
    if kept.get("stroke-width") == "0":
        kept = {name: value for name, value in kept.items() if not name.startswith("stroke")}
    return "".join(f' {name}="{attribute(kept[name])}"' for name in sorted(kept) if not name.startswith("aria"))


def _rounded(path: str, x: float, y: float) -> str:
    """The path with its absolute places moved by x, y and its figures shortened."""
    if not (x or y) and _CORNERS.fullmatch(path):
        return _FIGURE.sub(lambda figure: _short(float(figure[0])), path)
    return "".join(
        _segment(command, [float(each) for each in _FIGURE.findall(rest)], x, y)
        for command, rest in _SEGMENT.findall(path)
    )


def _segment(command: str, figures: list[float], x: float, y: float) -> str:
    """One command of a path; an arc keeps its radii and flags, only its end moves."""
    shift: dict[str, tuple[float, ...]] = {"H": (x,), "V": (y,), "A": (0, 0, 0, 0, 0, x, y)}
    by = shift.get(command, (x, y)) if command.isupper() else (0.0,)
    return command + ",".join(_short(figure + by[number % len(by)]) for number, figure in enumerate(figures))


def _short(figure: float) -> str:
    """A tenth of a unit is finer than a screen shows."""
    text = f"{figure:.1f}"
    text = text.removesuffix(".0")
    return "0" if text == "-0" else text


def _share(figure: float, whole: float) -> str:
    """`45.21%`: a place in per cent, to a tenth of a pixel of a page 1,000 wide."""
    text = f"{figure / whole * 100:.2f}".rstrip("0").rstrip(".")
    return f"{'0' if text == '-0' else text}%"


def attribute(text: str) -> str:
    """Escaped for HTML, Markdown engines and template languages alike, on one line."""
    plain = escape(" ".join(_UNPRINTABLE.sub("", text).split()))
    return plain.replace("{", "&#123;").replace("}", "&#125;").replace("`", "&#96;")
