"""The key of the strategy map: shapes, lines and letters that are drawn, and no others."""

from __future__ import annotations

from bsc_site.model.vocabularies import Grade, Status
from bsc_site.render.grade_shapes import grade_named, grade_style
from bsc_site.render.strategy_map.geometry.map_content import StrategyMap
from bsc_site.render.text import inert
from bsc_site.wording.language import enumeration, say
from bsc_site.wording.outlooks.grade_words import GRADES, grade_key

LOUD = (Grade.SUPPORTED, Grade.TENTATIVE, Grade.CONSISTENT, Grade.NOT_CONSISTENT, Grade.CONTRADICTED)
"""Grades with a line of their own."""


_ORDER = tuple(Status)


def key_of(drawing: StrategyMap) -> str:
    """What shapes, arrows and letters mean, and what pointing does."""
    groups = [each for each in (_statuses(drawing), _arrows(drawing), _themes(drawing)) if each]
    parts = "".join(f'<span class="bsc-map__key-group">{"".join(each)}</span>' for each in groups)
    return (f'<p class="bsc-map__key">{parts}</p>' if parts else "") + _hint(drawing)


def _statuses(drawing: StrategyMap) -> list[str]:
    found = {box.style: box for box in drawing.shown}
    shown = sorted(found.values(), key=lambda box: (_ORDER.index(box.status), not box.stands_out))
    return [f'<span class="bsc-status bsc-{box.style}">{inert(box.status_name)}</span>' for box in shown]


def _arrows(drawing: StrategyMap) -> list[str]:
    """The kinds of arrows, where more than one is drawn."""
    arrows = drawing.drawn_arrows()
    found = {grade for arrow in arrows if (grade := grade_named(arrow.grade))}
    loud = [each for each in GRADES if each in found and each in LOUD]
    quiet = [each for each in GRADES if each in found and each not in LOUD]
    entries = [_line(grade_style(each), grade_key(each)) for each in loud]
    if quiet:
        entries.append(_line("quiet", enumeration(grade_key(each) for each in quiet)))
    if any(arrow.sign == "-" for arrow in arrows):
        entries.append(_line("against", say("works against")))
    return entries


def _line(kind: str, text: str) -> str:
    return f'<span><span class="bsc-map__key-line bsc-map__key-line--{kind}"></span> {inert(text)}</span>'


def _themes(drawing: StrategyMap) -> list[str]:
    return [f"<span><b>{theme.marker}</b> {inert(theme.name)}</span>" for theme in drawing.themes if theme.marker]


def _hint(drawing: StrategyMap) -> str:
    if not drawing.drawn_arrows():
        return ""
    told = say(
        "Point at an objective to light what drives it and what it drives; an arrow opens what the figures say of it."
    )
    return f'<p class="bsc-map__hint">{inert(told)}</p>'
