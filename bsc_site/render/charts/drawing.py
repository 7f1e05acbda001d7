"""Drawing: a chart as one line of SVG, small enough to stand in its page."""

from __future__ import annotations

import re
from html import escape

import vl_convert
from lxml import etree

from bsc_site.render.charts.grammar.chart import Chart
from bsc_site.render.charts.grammar.ink import FONT_SIZE, WIDTH
from bsc_site.render.charts.types import filled

_NUMBER = re.compile(r"-?\d+\.\d{2,}(?:e-\d+)?")
_MOVED = re.compile(r"translate\((-?[\d.e-]+),(-?[\d.e-]+)\)")
_UNPRINTABLE = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]")
_NAMESPACE = "{http://www.w3.org/2000/svg}"
_DEFAULTS = {"fill": "none", "opacity": "1", "stroke-width": "1", "stroke-opacity": "1", "text-anchor": "start"}
_TEXT_DEFAULTS = {"font-family": "sans-serif", "font-size": "0px", **_DEFAULTS}


def draw(chart: Chart) -> str:
    """The chart as SVG text on one line, with its finding as its accessible name; the same chart gives the same bytes.

    Every colour is a CSS variable; there are no ids, classes or scripts, so that many drawings can stand in one page.
    """
    svg = _UNPRINTABLE.sub("", vl_convert.vega_to_svg(filled(chart)))
    root = etree.fromstring(svg.encode(), etree.XMLParser(resolve_entities=False, no_network=True))
    marks = "".join(_group(each) for each in root.iter(f"{_NAMESPACE}g") if "role-mark" in each.get("class", ""))
    height = dict(chart.options)["height"]
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {WIDTH} {height}" role="img" '
        f'aria-label="{_attribute(chart.finding)}" font-family="sans-serif" font-size="{FONT_SIZE}" fill="none">'
        f"{marks}</svg>"
    )


def _group(group: etree._Element) -> str:
    """The marks of one layer; those that look alike become one path."""
    alike: dict[str, list[str]] = {}
    for mark in group:
        look, path = _mark(mark)
        alike.setdefault(look, []).append(path)
    return "".join(_written(look, paths) for look, paths in alike.items())


def _written(look: str, paths: list[str]) -> str:
    if look.startswith("text"):
        return "".join(f"<{look}{words}</text>" for words in paths)
    return f'<path{look} d="{"".join(paths)}"/>'


def _mark(mark: etree._Element) -> tuple[str, str]:
    """How a mark looks and where it runs; a text with its place is all its own."""
    kind = mark.tag.removeprefix(_NAMESPACE)
    x, y = _place(mark)
    if kind == "text":
        return "text", f'{_look(mark, _TEXT_DEFAULTS)} x="{_short(x)}" y="{_short(y)}">{_attribute(mark.text or "")}'
    if kind == "line":
        run = f"M{_short(x)},{_short(y)}l{_short(float(mark.get('x2') or 0))},{_short(float(mark.get('y2') or 0))}"
        return _look(mark, _DEFAULTS), run
    return _look(mark, _DEFAULTS), _moved(mark.get("d") or "", x, y)


def _place(mark: etree._Element) -> tuple[float, float]:
    match = _MOVED.search(mark.get("transform") or "")
    return (float(match[1]), float(match[2])) if match else (0.0, 0.0)


def _look(mark: etree._Element, defaults: dict[str, str]) -> str:
    placing = {"transform", "d", "x2", "y2", "x", "y", "class"}
    looks = {str(name): str(value) for name, value in mark.attrib.items()}
    kept = {name: value for name, value in looks.items() if name not in placing and defaults.get(name) != value}
    return "".join(f' {name}="{_attribute(kept[name])}"' for name in sorted(kept) if not name.startswith("aria"))


_SEGMENT = re.compile(r"([MLHVAZCQTSmlhvazcqts])([^MLHVAZCQTSmlhvazcqts]*)")
_FIGURE = re.compile(r"-?(?:\d+\.?\d*|\.\d+)(?:e-?\d+)?")


def _moved(path: str, x: float, y: float) -> str:
    """The path with its absolute places moved by x, y and its figures shortened."""
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
    return text.removesuffix(".0").replace("-0.0", "0") if text != "-0.0" else "0"


def _attribute(text: str) -> str:
    """Escaped for HTML, Markdown engines and template languages alike, on one line."""
    plain = escape(" ".join(_UNPRINTABLE.sub("", text).split()))
    return plain.replace("{", "&#123;").replace("}", "&#125;").replace("`", "&#96;")
